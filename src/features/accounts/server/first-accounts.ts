import { seesRegister } from '../../../kernel/access.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { NATION, regionCode } from '../../../kernel/region-code.ts';
import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import { type Clock, dayInChina } from '../../../platform/server/clock.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { Database } from '../../../platform/server/database/database.ts';
import { type Language, text } from '../../../platform/server/http/problem-catalogue.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import {
  DEMONSTRATION_PASSWORD,
  type DemonstrationAccount,
  demonstrationAccounts,
} from '../model/demonstration.ts';
import { type AdministratorRole, administratorRoles } from '../model/posting.ts';
import { countForFirstStart, disableDemonstration, insertAccount } from './account-store.ts';
import { makeOneTimePassword } from './one-time-password.ts';
import { hashPassword } from './password-hash.ts';
import { insertPosting } from './posting-store.ts';
import { endSessionsOf } from './session-store.ts';

const firstUserNames: Record<AdministratorRole, string> = {
  systemAdministrator: 'system-administrator',
  securityAdministrator: 'security-administrator',
  auditor: 'auditor',
};

export type FirstAccounts = {
  /** Made now, to be told once to whoever starts the product; empty at every later start. */
  oneTimePasswords: { userName: string; password: string }[];
  /** True if the demonstration accounts are open. */
  demonstration: boolean;
};

/**
 * Makes the accounts without which nobody could begin: the demonstration's people, or the three
 * administrators with one-time passwords. A database that has accounts never gets demonstration
 * accounts, for everybody knows their password; and one that had them and is started without the
 * demonstration loses them for good, so that no later start opens them over a real register.
 */
export async function ensureFirstAccounts(
  { database, clock }: { database: Database; clock: Clock },
  wish: { demonstration: boolean; language: Language },
): Promise<FirstAccounts> {
  const instant = clock();
  const when = { now: instant.toISOString(), today: dayInChina(instant) };
  return await database.transaction(async (tx) => {
    const { all, demonstration, active } = await countForFirstStart(tx);
    if (wish.demonstration && (all === 0 || demonstration > 0)) {
      if (all === 0) await insertDemonstration(tx, when);
      return { oneTimePasswords: [], demonstration: true };
    }
    if (demonstration > 0) await closeDemonstration(tx, when.now);
    const nobodyLeft = active - demonstration === 0;
    return {
      oneTimePasswords: nobodyLeft ? await insertAdministrators(tx, when, wish.language) : [],
      demonstration: false,
    };
  });
}

type When = { now: string; today: PlainDate };

async function insertDemonstration(tx: Transaction, when: When): Promise<void> {
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  for (const person of demonstrationAccounts) {
    await insertWithPosting(tx, when, { ...person, passwordHash, demonstration: true });
  }
}

async function insertAdministrators(
  tx: Transaction,
  when: When,
  language: Language,
): Promise<FirstAccounts['oneTimePasswords']> {
  const made = [];
  for (const role of administratorRoles) {
    const userName = firstUserNames[role];
    const password = makeOneTimePassword();
    await insertWithPosting(tx, when, {
      userName,
      displayName: text(language, `accounts:firstAccount.${role}`),
      role,
      regionCode: NATION,
      passwordHash: await hashPassword(password),
      demonstration: false,
    });
    made.push({ userName, password });
  }
  return made;
}

async function insertWithPosting(
  tx: Transaction,
  { now, today }: When,
  person: DemonstrationAccount & { passwordHash: string; demonstration: boolean },
): Promise<void> {
  const accountId = newId();
  const isNew = await insertAccount(tx, {
    ...person,
    id: accountId,
    mustChangePassword: !person.demonstration,
    createdBy: null,
    createdAt: now,
  });
  if (!isNew) throw new Error(`There is an account ${person.userName} already`);
  await recordEvent(tx, now, {
    kind: 'account.create',
    accountId: null,
    postingId: null,
    region: regionCode(person.regionCode),
    subject: 'account',
    subjectId: accountId,
    detail: { userName: person.userName, firstStart: true, role: person.role },
  });
  await insertPosting(tx, {
    id: newId(),
    accountId,
    role: person.role,
    regionCode: regionCode(person.regionCode),
    seesRegister: seesRegister(person.role),
    fromDay: today,
    untilDay: null,
    grantedBy: null,
    grantedAt: now,
  });
}

async function closeDemonstration(tx: Transaction, now: string): Promise<void> {
  for (const accountId of await disableDemonstration(tx)) {
    await endSessionsOf(tx, accountId, { now });
    await recordEvent(tx, now, {
      kind: 'account.disable',
      accountId: null,
      postingId: null,
      subject: 'account',
      subjectId: accountId,
      detail: { demonstrationOver: true },
    });
  }
}
