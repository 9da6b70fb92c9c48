import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { isHead } from '../../model/index.ts';
import {
  derivedOfHousehold,
  derivedOfPerson,
  householdGroups,
  personGroups,
} from '../form/asked-groups.ts';
import { differingKeys, type Values } from '../form/changed-values.ts';
import { FieldsForm } from '../form/fields-form.tsx';
import { useRecordForm } from '../form/use-record-form.ts';
import { type PersonView, pathOf, type WholeHousehold } from '../household-queries.ts';
import { useSensitive } from '../page/sensitive.tsx';
import { findingsAbout, findingsOf } from '../words/findings.ts';
import { useFieldLabel } from '../words/value-text.ts';
import { ActDrawer } from './act-drawer.tsx';
import { type Says, useHouseholdAct } from './use-household-act.ts';

type CorrectProperties = { whole: WholeHousehold; onClose: () => void };

/** Corrects what is recorded of a household; only what was changed is sent. */
export function CorrectHouseholdDrawer({ whole, onClose }: CorrectProperties) {
  const { t } = useTranslation();
  const { clearOf } = useSensitive();
  const path = pathOf(whole.household);
  const { id } = path;
  const form = useRecordForm('household', { ...whole.household, ...clearOf('household', id) });
  const changedBy = useChangedLabels();
  const act = useHouseholdAct({
    whole,
    send: (changes: Values, says: Says) =>
      answer(
        api.PATCH('/api/households/{county}/{id}', {
          params: { path },
          body: { ...says, changes },
        }),
      ),
    done: t('households:correct.done'),
    onDone: onClose,
  });
  const count = Object.keys(form.changes).length;
  return (
    <ActDrawer
      wide
      title={t('households:correct.household')}
      act={act}
      confirm={count === 0 ? t('shell:do.save') : t('households:correct.confirm', { count })}
      isDirty={count > 0}
      isReady={count > 0}
      onSubmit={() => act.submit(form.changes)}
      onClose={onClose}
      onReloaded={(fresh) => {
        form.rebase(fresh.household);
        return changedBy('household', act.seen.household, fresh.household);
      }}
    >
      <FieldsForm
        of="household"
        groups={householdGroups}
        omit={derivedOfHousehold}
        recordId={id}
        values={form.values}
        base={form.base}
        onChange={form.change}
        faults={findingsAbout(findingsOf(act.problem), { subject: 'household', id })}
        county={path.county}
      />
    </ActDrawer>
  );
}

/** Corrects what is recorded of a member. */
export function CorrectPersonDrawer(properties: CorrectProperties & { person: PersonView }) {
  const { whole, person, onClose } = properties;
  const { t } = useTranslation();
  const { clearOf } = useSensitive();
  const path = pathOf(whole.household);
  const form = useRecordForm('person', { ...person, ...clearOf('person', person.id) });
  const changedBy = useChangedLabels();
  const act = useHouseholdAct({
    whole,
    send: (changes: Values, says: Says) =>
      answer(
        api.PATCH('/api/households/{county}/{id}/persons/{person}', {
          params: { path: { ...path, person: person.id } },
          body: { ...says, changes },
        }),
      ),
    done: t('households:correct.done'),
    onDone: onClose,
  });
  const count = Object.keys(form.changes).length;
  const isOfHead = isHead({ relation: person.relation });
  return (
    <ActDrawer
      wide
      title={t('households:correct.person', { name: person.name })}
      act={act}
      confirm={count === 0 ? t('shell:do.save') : t('households:correct.confirm', { count })}
      isDirty={count > 0}
      isReady={count > 0}
      onSubmit={() => act.submit(form.changes)}
      onClose={onClose}
      onReloaded={(fresh) => {
        const again = fresh.persons.find(({ id }) => id === person.id) ?? person;
        form.rebase(again);
        return changedBy('person', findPerson(act.seen, person), again);
      }}
    >
      <FieldsForm
        of="person"
        groups={personGroups}
        omit={isOfHead ? [...derivedOfPerson, 'relation'] : derivedOfPerson}
        recordId={person.id}
        values={form.values}
        base={form.base}
        onChange={form.change}
        faults={findingsAbout(findingsOf(act.problem), { subject: 'person', id: person.id })}
        county={path.county}
      />
    </ActDrawer>
  );
}

function findPerson(whole: WholeHousehold, person: PersonView): PersonView {
  return whole.persons.find(({ id }) => id === person.id) ?? person;
}

/** Names of the fields that differ between two readings of a record. */
export function useChangedLabels() {
  const label = useFieldLabel();
  return (of: 'household' | 'person' | 'survey', before: Values, after: Values): string[] =>
    differingKeys(of, before, after).map((key) => label(of, key));
}
