import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { todayInChina } from '../../../../platform/web/format.ts';
import { newRequestId } from '../../../../platform/web/request-id.ts';
import { isHead } from '../../model/index.ts';
import { derivedOfPerson, personGroups } from '../form/asked-groups.ts';
import type { Values } from '../form/changed-values.ts';
import { FieldsForm } from '../form/fields-form.tsx';
import { useRecordForm } from '../form/use-record-form.ts';
import { pathOf, presentOf, type WholeHousehold } from '../household-queries.ts';
import { findingsAbout, findingsOf } from '../words/findings.ts';
import { ActDrawer } from './act-drawer.tsx';
import { CodeInput, DayInput } from './act-fields.tsx';
import { type Says, useHouseholdAct } from './use-household-act.ts';

type JoiningProperties = { whole: WholeHousehold; isBirth: boolean; onClose: () => void };

type JoiningInput = { how: string; on?: string; person: { id: string; facts: Values } };

const arrivals = ['marriage', 'movedIn'];
const nobody: Values = {};

/** Takes a newborn, or somebody who comes by marriage or otherwise, into the household. */
export function JoiningDrawer({ whole, isBirth, onClose }: JoiningProperties) {
  const { t } = useTranslation();
  const path = pathOf(whole.household);
  const [personId] = useState(newRequestId);
  const [how, setHow] = useState<string | undefined>(isBirth ? 'birth' : undefined);
  const [on, setOn] = useState(todayInChina);
  const form = useRecordForm('person', nobody);
  const [begin] = useState(() => (isBirth ? newborn(whole) : { ethnicity: ethnicityOf(whole) }));
  const values = { ...begin, ...form.values };
  const act = useHouseholdAct({
    whole,
    send: (input: JoiningInput, says: Says) =>
      answer(
        api.POST('/api/households/{county}/{id}/persons', {
          params: { path },
          body: { ...says, ...input, happenedOn: happenedOn(input) } as never,
        }),
      ),
    done: t('households:joining.done', { name: values['name'] }),
    onDone: onClose,
  });
  const isNamed = ['name', 'sex', 'relation', ...(isBirth ? ['birthDay'] : [])].every(
    (key) => typeof values[key] === 'string' && values[key] !== '',
  );
  return (
    <ActDrawer
      wide
      title={t(isBirth ? 'households:joining.birth' : 'households:joining.arrival')}
      explanation={t(isBirth ? 'households:joining.birthText' : 'households:joining.arrivalText')}
      act={act}
      confirm={t('households:joining.confirm')}
      isDirty={Object.keys(form.changes).length > 0}
      isReady={isNamed && how !== undefined}
      onSubmit={() => {
        if (how === undefined) return;
        const person = { id: personId, facts: { ...begin, ...form.changes } };
        act.submit({ how, person, ...(isBirth ? {} : { on }) });
      }}
      onClose={onClose}
    >
      {!isBirth && (
        <div className="mb-household-fields">
          <CodeInput
            label={t('fields:person.joinReason')}
            list="joinReason"
            codes={arrivals}
            value={how}
            onChange={setHow}
          />
          <DayInput label={t('fields:person.joinedOn')} value={on} onChange={setOn} />
        </div>
      )}
      <FieldsForm
        of="person"
        groups={personGroups}
        omit={derivedOfPerson}
        recordId={personId}
        values={values}
        onChange={form.change}
        faults={findingsAbout(findingsOf(act.problem), { subject: 'person', id: personId })}
        county={path.county}
      />
    </ActDrawer>
  );
}

/** What is true of every newborn, so that nobody has to fill it in. */
function newborn(whole: WholeHousehold): Values {
  return {
    ethnicity: ethnicityOf(whole),
    maritalStatus: '10',
    politicalStatus: '13',
    schoolStatus: 'belowSchoolAge',
    health: ['healthy'],
    labourSkill: 'none',
  };
}

function ethnicityOf(whole: WholeHousehold): string | null {
  const head = presentOf(whole).find(({ relation }) => isHead({ relation }));
  return head?.ethnicity ?? null;
}

function happenedOn({ on, person }: JoiningInput): unknown {
  return on ?? person.facts['birthDay'];
}
