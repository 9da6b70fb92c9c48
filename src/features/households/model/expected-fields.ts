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
