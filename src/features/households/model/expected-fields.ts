/**
 * What a complete record states: the columns that the national collection form marks as mandatory
 * (贫困户信息采集表, 2016), beyond the few without which a record cannot be stored. A record without
 * them is taken, and counted as missing them.
 */
export const expectedFields = {
  household: [
    'phone',
    'bankAccount',
    'memberCount',
    'householdType',
    'povertyStatus',
    'identifiedMonth',
    'mainCause',
  ],
  survey: ['year', 'incomePerHeadFen', 'safeWater', 'dangerousHouse', 'roadKind'],
  person: [
    'documentNumber',
    'birthDay',
    'relation',
    'ethnicity',
    'education',
    'schoolStatus',
    'health',
    'labourSkill',
    'residentMedical',
  ],
} as const;

export type ExpectedSubject = keyof typeof expectedFields;

function keysOf(...subjects: readonly ExpectedSubject[]): string[] {
  return subjects.flatMap((subject) => expectedFields[subject].map((key) => `${subject}.${key}`));
}

/**
 * The keys of what a household's row and a person's row of the facts may be missing, in a fixed
 * order: the facts also keep what is missing as a number in which the n-th bit stands for the n-th
 * key, because a million numbers are counted several times faster than a million lists.
 */
export const expectedKeys = {
  household: keysOf('household', 'survey'),
  person: keysOf('person'),
} as const satisfies Record<string, readonly string[]>;

/** The keys whose bits are set. */
export function keysOfBits(of: keyof typeof expectedKeys, bits: number): string[] {
  return expectedKeys[of].filter((_, index) => Math.floor(bits / 2 ** index) % 2 === 1);
}
