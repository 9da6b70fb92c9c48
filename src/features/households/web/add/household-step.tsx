import { derivedOfHousehold, householdGroups } from '../form/asked-groups.ts';
import { FieldsForm } from '../form/fields-form.tsx';
import { findingsAbout } from '../words/findings.ts';
import { countyOf, type StepProperties, useHouseholdChange } from './place-step.tsx';

const askedBefore = [...derivedOfHousehold, 'villageGroup'];

/** What the household is on the register as, why it is poor, how it is reached. */
export function HouseholdStep({ draft, change, findings }: StepProperties) {
  const changeHousehold = useHouseholdChange(change);
  return (
    <FieldsForm
      of="household"
      groups={householdGroups}
      omit={askedBefore}
      recordId={draft.id}
      values={draft.household}
      onChange={changeHousehold}
      faults={findingsAbout(findings, { subject: 'household', id: draft.id })}
      county={countyOf(draft)}
    />
  );
}
