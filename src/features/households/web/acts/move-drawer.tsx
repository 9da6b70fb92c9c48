import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { todayInChina } from '../../../../platform/web/format.ts';
import { codesOf, isHead } from '../../model/index.ts';
import { type PersonView, pathOf, presentOf, type WholeHousehold } from '../household-queries.ts';
import { ActDrawer } from './act-drawer.tsx';
import { CodeInput, DayInput } from './act-fields.tsx';
import { HouseholdSearch } from './household-search.tsx';
import { noSuccession, SuccessionFields, wholeSuccession } from './succession-fields.tsx';
import { type Says, useHouseholdAct } from './use-household-act.ts';

type MoveProperties = { whole: WholeHousehold; person: PersonView; onClose: () => void };

type MoveInput = {
  to: string;
  relation: string;
  on: string;
  succession?: ReturnType<typeof wholeSuccession>;
};

const notHead = codesOf('relation')
  .map(({ code }) => code)
  .filter((code) => code !== '01' && code !== '02');

/** Moves a member into another household of the county; the person stays the same record. */
export function MoveDrawer({ whole, person, onClose }: MoveProperties) {
  const { t } = useTranslation();
  const path = pathOf(whole.household);
  const [to, setTo] = useState<string>();
  const [relation, setRelation] = useState<string>();
  const [on, setOn] = useState(todayInChina);
  const [succession, setSuccession] = useState(noSuccession);
  const act = useHouseholdAct({
    whole,
    send: (input: MoveInput, says: Says) =>
      answer(
        api.POST('/api/households/{county}/{id}/persons/{person}/move', {
          params: { path: { ...path, person: person.id } },
          body: { ...says, ...input, happenedOn: input.on } as never,
        }),
      ),
    done: t('households:move.done', { name: person.name }),
    onDone: onClose,
  });
  const staying = presentOf(act.seen).filter(({ id }) => id !== person.id);
  const needsHead = isHead({ relation: person.relation }) && staying.length > 0;
  const heir = needsHead ? wholeSuccession(succession, staying) : undefined;
  const isReady = to !== undefined && relation !== undefined && (!needsHead || heir !== undefined);
  return (
    <ActDrawer
      title={t('households:move.title', { name: person.name })}
      explanation={t('households:move.text')}
      act={act}
      confirm={t('households:move.confirm')}
      reason="required"
      isDirty={to !== undefined || relation !== undefined || act.reason !== ''}
      isReady={isReady}
      onSubmit={() => {
        if (to === undefined || relation === undefined) return;
        act.submit({ to, relation, on, ...(heir === undefined ? {} : { succession: heir }) });
      }}
      onClose={onClose}
    >
      <HouseholdSearch
        label={t('households:move.to')}
        county={path.county}
        except={path.id}
        value={to}
        onChange={setTo}
      />
      <div className="mb-household-fields">
        <CodeInput
          label={t('households:move.relation')}
          list="relation"
          codes={notHead}
          value={relation}
          onChange={setRelation}
        />
        <DayInput label={t('households:move.on')} value={on} onChange={setOn} />
      </div>
      {needsHead && (
        <SuccessionFields
          members={staying}
          oldHead={person}
          value={succession}
          onChange={setSuccession}
        />
      )}
    </ActDrawer>
  );
}
