import type { Role } from '../../../kernel/access.ts';

/** The password of every demonstration account; the sign-in page shows it. */
export const DEMONSTRATION_PASSWORD = 'mingbai-demo';

export type DemonstrationAccount = {
  userName: string;
  displayName: string;
  role: Role;
  regionCode: string;
};

/** The people of the demonstration, all invented, from the village up; the administrators last. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  { userName: 'mei', displayName: '梅小草', role: 'villageCadre', regionCode: '990101100201' },
  { userName: 'tao', displayName: '陶远', role: 'townshipOfficer', regionCode: '990101100' },
  { userName: 'chen', displayName: '陈邻', role: 'townshipOfficer', regionCode: '990101101' },
  { userName: 'lin', displayName: '林岚', role: 'countyOfficer', regionCode: '990101' },
  { userName: 'hua', displayName: '华隔', role: 'countyOfficer', regionCode: '990102' },
  { userName: 'wen', displayName: '文川', role: 'provinceOfficer', regionCode: '99' },
  { userName: 'sys', displayName: '石建', role: 'systemAdministrator', regionCode: '' },
  { userName: 'sec', displayName: '安全', role: 'securityAdministrator', regionCode: '' },
  { userName: 'aud', displayName: '沈记', role: 'auditor', regionCode: '' },
];
