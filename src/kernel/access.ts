/**
 * Who may do what. A posting gives a role at a region; a role gives permissions; the region gives
 * the reach. The three administrators are separated (三员分立, GB/T 22239-2019, 8.1.4.2): whoever
 * makes accounts cannot grant, whoever grants cannot read the log, and none of them sees the register.
 */
export const roles = [
  'villageCadre',
  'townshipOfficer',
  'countyOfficer',
  'countyApprover',
  'prefectureOfficer',
  'provinceOfficer',
  'inspector',
  'systemAdministrator',
  'securityAdministrator',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

export const permissions = [
  'account.create',
  'account.list',
  'audit.read',
  'document.edit',
  'document.read',
  'household.correct',
  'household.export',
  'household.read',
  'household.restructure',
  'household.unmask',
  'intake.import',
  'ledger.print',
  'policy.decide',
  'policy.propose',
  'policy.read',
  'posting.grant',
  'quality.explain',
  'region.boundaries',
  'region.read',
  'self',
  'wall.read',
] as const;
export type Permission = (typeof permissions)[number];

const reading: Permission[] = [
  'self',
  'region.read',
  'document.read',
  'household.read',
  'policy.read',
  'wall.read',
];
const officer: Permission[] = [
  ...reading,
  'household.correct',
  'household.restructure',
  'household.unmask',
  'ledger.print',
  'quality.explain',
];

export const permissionsOf: Record<Role, readonly Permission[]> = {
  villageCadre: [...reading, 'household.correct', 'ledger.print', 'quality.explain'],
  townshipOfficer: [...officer, 'household.export'],
  countyOfficer: [
    ...officer,
    'document.edit',
    'household.export',
    'intake.import',
    'policy.propose',
    'region.boundaries',
  ],
  countyApprover: [...officer, 'household.export', 'policy.decide', 'policy.propose'],
  prefectureOfficer: [
    ...reading,
    'document.edit',
    'ledger.print',
    'household.export',
    'policy.decide',
    'policy.propose',
  ],
  provinceOfficer: [
    ...reading,
    'document.edit',
    'ledger.print',
    'household.export',
    'policy.decide',
    'policy.propose',
    'region.boundaries',
  ],
  inspector: [...reading, 'household.unmask', 'ledger.print'],
  systemAdministrator: ['self', 'region.read', 'account.create', 'account.list'],
  securityAdministrator: ['self', 'region.read', 'account.list', 'posting.grant'],
  auditor: ['self', 'region.read', 'audit.read'],
};

/** The administrators' postings see no household; every other role sees those of its region. */
export function seesRegister(role: Role): boolean {
  return permissionsOf[role].includes('household.read');
}

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}
