import { z } from 'zod';
import { roles } from '../../../kernel/access.ts';

/** What the browser and the server say to each other about sessions, accounts and postings. */

const userName = z.string().regex(/^[a-z][a-z0-9._-]{2,39}$/);
const displayName = z.string().trim().min(1).max(60);
const regionCode = z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})?$/);
// As typed; anything longer is not a password but an attempt to keep the server busy.
const typedPassword = z.string().min(1).max(256);
const code = z.string().regex(/^\d{6}$/);

export const idParams = z.object({ id: z.uuid() });
export const nothing = z.object({});

// As typed: a name that cannot exist is refused like any other, not told apart.
export const signInBody = z.object({
  userName: z.string().trim().toLowerCase().max(256),
  password: typedPassword,
});
export const stepAnswer = z.object({
  step: z.enum(['signedIn', 'secondFactor', 'changePassword']),
});
export type Step = z.output<typeof stepAnswer>['step'];

export const codeBody = z.object({ code });

const postingOfSession = z.object({
  id: z.uuid(),
  role: z.enum(roles),
  regionCode,
  regionName: z.string(),
});

export const sessionAnswer = z.object({
  account: z.object({
    id: z.uuid(),
    userName: z.string(),
    displayName: z.string(),
    mustChangePassword: z.boolean(),
    secondFactor: z.boolean(),
  }),
  posting: postingOfSession.nullable(),
  postings: z.array(postingOfSession),
  permissions: z.array(z.string()),
});
export type SessionAnswer = z.output<typeof sessionAnswer>;

export const choosePostingBody = z.object({ postingId: z.uuid() });
export const changePasswordBody = z.object({ current: typedPassword, next: typedPassword });
export const secondFactorStart = z.object({ otpauthUri: z.string(), secret: z.string() });

export const ownSessions = z.object({
  sessions: z.array(
    z.object({
      id: z.uuid(),
      /** Browser and system, as `Edge · Windows`. */
      device: z.string(),
      startedAt: z.iso.datetime(),
      lastSeenAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      current: z.boolean(),
    }),
  ),
});
export type OwnSessions = z.output<typeof ownSessions>;

export const demonstrationAccountsAnswer = z.array(
  z.object({
    userName: z.string(),
    password: z.string(),
    displayName: z.string(),
    role: z.enum(roles),
    regionCode,
    regionName: z.string(),
  }),
);
export type DemonstrationAccountsAnswer = z.output<typeof demonstrationAccountsAnswer>;

export const accountsQuery = z.object({
  text: z.string().trim().max(60).optional(),
  status: z.enum(['active', 'disabled']).optional(),
  role: z.enum(roles).optional(),
  region: regionCode.optional(),
  sort: z
    .enum(['userName', '-userName', 'displayName', '-displayName', 'createdAt', '-createdAt'])
    .default('userName'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export type AccountsQuery = z.output<typeof accountsQuery>;

export const accountView = z.object({
  id: z.uuid(),
  userName: z.string(),
  displayName: z.string(),
  regionCode,
  regionName: z.string(),
  status: z.enum(['active', 'disabled']),
  /** Set while the account is locked after wrong passwords. */
  lockedUntil: z.iso.datetime().nullable(),
  mustChangePassword: z.boolean(),
  secondFactor: z.boolean(),
  demonstration: z.boolean(),
  lastSignInAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  version: z.int(),
  /** Those in force today. */
  postings: z.array(postingOfSession),
});
export type AccountView = z.output<typeof accountView>;

export const accountsAnswer = z.object({ rows: z.array(accountView), total: z.int() });
export const createAccountBody = z.object({
  userName,
  displayName,
  /** The office that the person works for; the creator's own region if left out. */
  regionCode: regionCode.optional(),
});
export type CreateAccountBody = z.output<typeof createAccountBody>;

/** A change of one account. Resetting the password gives a new one-time password. */
export const changeAccountBody = z
  .object({
    version: z.int(),
    displayName: displayName.optional(),
    status: z.enum(['active', 'disabled']).optional(),
    resetPassword: z.literal(true).optional(),
    resetSecondFactor: z.literal(true).optional(),
  })
  .strict();
export type ChangeAccountBody = z.output<typeof changeAccountBody>;

export const changedAccount = z.object({
  account: accountView,
  /** Shown once and kept nowhere; null if none was made. */
  oneTimePassword: z.string().nullable(),
});

export const postingView = postingOfSession.extend({
  accountId: z.uuid(),
  fromDay: z.iso.date(),
  untilDay: z.iso.date().nullable(),
  state: z.enum(['planned', 'inForce', 'ended']),
  grantedBy: z.string().nullable(),
  grantedAt: z.iso.datetime(),
});
export type PostingView = z.output<typeof postingView>;

export const postingsQuery = z.object({ accountId: z.uuid() });
export const postingsAnswer = z.object({ postings: z.array(postingView) });

export const grantPostingBody = z.object({
  accountId: z.uuid(),
  role: z.enum(roles),
  regionCode,
  fromDay: z.iso.date(),
  /** Last day in force. */
  untilDay: z.iso.date().optional(),
});
export type GrantPostingBody = z.output<typeof grantPostingBody>;

/** `day` is the first on which the posting no longer holds; today ends it at once. */
export const endPostingBody = z.object({ day: z.iso.date() });
