import { plainDate } from '../../../../kernel/plain-date.ts';
import { regionCode } from '../../../../kernel/region-code.ts';
import type { Sealer } from '../../../../platform/server/crypto/sealer.ts';
import type { Transaction } from '../../../../platform/server/database/connect.ts';
import { enterScope } from '../../../../platform/server/database/scope-store.ts';
import { newId } from '../../../../platform/server/identifiers.ts';
import { makeIdNumber } from '../../../households/model/index.ts';
import { documentIndex, tailOf } from '../../../households/server/index.ts';

export const northGate = '990101100201';
export const chensVillage = '990101101201';

const SEQUENCES = 998;

/** Each call gives another person's number, in the reserved area of Willow. */
let made = 0;
function willowNumber(birthMonth: string): { birthDay: string; documentNumber: string } {
  made += 1;
  const birthDay = `${birthMonth}-${10 + (Math.floor(made / SEQUENCES) % 18)}`;
  const documentNumber = makeIdNumber({
    area: regionCode('990101'),
    birthDay: plainDate(birthDay),
    sequence: 1 + (made % SEQUENCES),
  });
  return { birthDay, documentNumber };
}

export type Family = {
  readonly id: string;
  readonly number: string;
  readonly documents: readonly string[];
};

export type FamilyWishes = {
  readonly village?: string;
  readonly number?: string;
  readonly headName?: string;
  readonly members?: number;
  readonly values?: Record<string, unknown>;
};

/** Clear values of the family's phone and bank account, to be looked for where they must not stand. */
export const FAMILY_PHONE = '13800001234';
export const FAMILY_ACCOUNT = '6210990000000000001';
export const FAMILY_ADDRESS = '北门村石桥组十七号';

/** A family with every field that a card shows, two surveys and a chain of registration. */
export async function insertFamily(
  tx: Transaction,
  sealer: Sealer,
  wishes: FamilyWishes = {},
): Promise<Family> {
  const village = wishes.village ?? northGate;
  const place = { county_code: village.slice(0, 6), village_code: village };
  const household = { ...place, id: newId() };
  const number = wishes.number ?? `W-${household.id.slice(-8)}`;
  await enterScope(tx, regionCode(''));
  await tx`insert into household ${tx({
    ...household,
    number,
    head_name: wishes.headName ?? '李建国',
    head_initials: 'ljg',
    village_group: '石桥组',
    address: FAMILY_ADDRESS,
    phone_sealed: sealer.seal(FAMILY_PHONE),
    bank_name: '柳溪农商银行',
    bank_account_sealed: sealer.seal(FAMILY_ACCOUNT),
    member_count: wishes.members ?? 3,
    household_type: 'exited',
    poor_household_kind: 'subsistenceAllowance',
    poverty_status: 'exitedEarlier',
    identified_month: '2014-05',
    exit_year: 2018,
    main_cause: 'illness',
    other_causes: ['schooling'],
    monitored_category: 'unstable',
    monitored_month: '2021-03',
    risks: ['illness', 'unstableWork'],
    risk_eliminated: false,
    ...wishes.values,
  } as never)}`;
  const documents: string[] = [];
  for (let index = 0; index < (wishes.members ?? 3); index += 1) {
    const numbered = willowNumber(`${1950 + ((index * 17) % 65)}-0${1 + (index % 9)}`);
    documents.push(numbered.documentNumber);
    await insertMember(tx, sealer, {
      place: { ...place, household_id: household.id },
      index,
      name: index === 0 ? (wishes.headName ?? '李建国') : `李${'明华强兰英芳伟'[index % 7]}`,
      ...numbered,
    });
  }
  for (const year of [2023, 2024, 2025]) {
    await tx`insert into household_survey ${tx({ ...place, household_id: household.id, ...surveyOf(year) } as never)}`;
  }
  for (const spell of spells) {
    await tx`insert into registration_spell ${tx({ ...place, id: newId(), household_id: household.id, ...spell } as never)}`;
  }
  return { id: household.id, number, documents };
}

type Member = {
  place: Record<string, string>;
  index: number;
  name: string;
  birthDay: string;
  documentNumber: string;
};

async function insertMember(tx: Transaction, sealer: Sealer, member: Member): Promise<void> {
  const { index, documentNumber } = member;
  await tx`insert into person ${tx({
    ...member.place,
    id: newId(),
    name: member.name,
    name_initials: 'l',
    sex: index % 2 === 0 ? '1' : '2',
    document_sealed: sealer.seal(documentNumber),
    document_hash: documentIndex(sealer, documentNumber),
    document_tail_hash: sealer.tailIndex(tailOf(documentNumber)),
    birth_day: member.birthDay,
    relation: ['02', '10', '20', '30', '51', '52', '41'][index % 7],
    ethnicity: '01',
    education: '70',
    health: ['chronicIllness'],
    labour_skill: 'ordinary',
    work_status: index % 2 === 0 ? 'inCounty' : null,
    work_months: index % 2 === 0 ? 8 : null,
    resident_medical: true,
    resident_pension: index < 2,
    subsistence_allowance: index === 1 ? 'rural' : 'none',
  } as never)}`;
}

function surveyOf(year: number): Record<string, unknown> {
  return {
    id: newId(),
    year,
    population_at_year_end: 3,
    cultivated_mu: 4.5,
    forest_mu: 12,
    safe_water: true,
    dangerous_house: false,
    housing_sqm: 118.5,
    house_structure: 'brickConcrete',
    household_electricity: true,
    broadcasting: true,
    sanitary_toilet: true,
    road_kind: 'concrete',
    fuels: ['firewood', 'cleanEnergy'],
    wage_work_fen: 2_400_000 + (year - 2000),
    wage_public_post_fen: 600_000,
    business_crop_fen: 350_000,
    business_livestock_fen: 820_050,
    business_expense_fen: 260_000,
    property_land_fen: 120_000,
    transfer_subsistence_fen: 480_000,
    transfer_pension_fen: 156_000,
    income_per_head_fen: 1_555_358,
  };
}

const spells = [
  {
    kind: 'registered',
    started_on: '2014-05-01',
    start_reason: 'identified',
    ended_on: '2016-12-31',
    end_reason: 'exited',
  },
  {
    kind: 'registered',
    started_on: '2017-11-01',
    start_reason: 'returned',
    ended_on: '2018-12-31',
    end_reason: 'exited',
  },
  { kind: 'monitored', started_on: '2021-03-01', start_reason: 'identified' },
];
