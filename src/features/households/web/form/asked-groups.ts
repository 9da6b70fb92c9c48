import type { FieldGroup } from '../../model/index.ts';

export const householdGroups: readonly FieldGroup[] = [
  'basic',
  'cause',
  'contact',
  'monitoring',
  'relocation',
];
export const personGroups: readonly FieldGroup[] = [
  'identity',
  'education',
  'health',
  'work',
  'security',
  'register',
];
/** Follow from the members, or never change. */
export const derivedOfHousehold = ['number', 'headName', 'memberCount'];
/** How somebody came and left is recorded by the acts that say so. */
export const derivedOfPerson = ['joinReason', 'joinedOn', 'leaveReason', 'leftOn'];
