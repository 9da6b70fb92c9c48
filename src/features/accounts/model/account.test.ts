import { expect, it } from 'vitest';
import type { Role } from '../../../kernel/access.ts';
import { plainDate } from '../../../kernel/plain-date.ts';
import { regionCode } from '../../../kernel/region-code.ts';
import { decideAdminister } from './account.ts';

const shi = { accountId: 'system administrator Shi', reach: regionCode('990101') };

function refusal(
  role: Role,
  region: string,
  account: { accountId?: string; demonstration?: boolean } = {},
) {
  const held = {
    role,
    regionCode: regionCode(region),
    fromDay: plainDate('2026-01-01'),
    untilDay: null,
  };
  const decided = decideAdminister(
    { accountId: 'Lin', demonstration: false, postings: [held], ...account },
    shi,
  );
  return decided.ok ? undefined : decided.problem.code;
}

it('is for the accounts of the own region', () => {
  expect(refusal('countyOfficer', '990101')).toBeUndefined();
  expect(refusal('townshipOfficer', '990101100')).toBeUndefined();
  expect(refusal('countyOfficer', '990102')).toBe('accountReachesFurther');
  expect(refusal('provinceOfficer', '99')).toBe('accountReachesFurther');
});

it('stops at the other administrators, whose powers a new password would give away', () => {
  expect(refusal('systemAdministrator', '990101')).toBeUndefined();
  expect(refusal('securityAdministrator', '990101')).toBe('administratorsAreSeparate');
  expect(refusal('auditor', '990101')).toBe('administratorsAreSeparate');
});

it('is not for oneself, nor for demonstration accounts', () => {
  expect(refusal('systemAdministrator', '990101', { accountId: shi.accountId })).toBe(
    'notToOneself',
  );
  expect(refusal('countyOfficer', '990101', { demonstration: true })).toBe(
    'demonstrationAccountStays',
  );
});
