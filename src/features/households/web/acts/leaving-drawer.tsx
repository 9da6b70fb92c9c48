import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { todayInChina } from '../../../../platform/web/format.ts';
import { codesOf, isHead } from '../../model/index.ts';
import { type PersonView, pathOf, presentOf, type WholeHousehold } from '../household-queries.ts';
import { ActDrawer } from './act-drawer.tsx';
import { CodeInput, DayInput } from './act-fields.tsx';
import { noSuccession, SuccessionFields, wholeSuccession } from './succession-fields.tsx';
import { type Says, useHouseholdAct } from './use-household-act.ts';

type LeavingProperties = {
  whole: WholeHousehold;
  person: PersonView;
  /** A death is an act of its own; otherwise the reason is asked. */
  isDeath: boolean;
  onClose: () => void;
};

type LeavingInput = { how: string; on: string; succession?: ReturnType<typeof wholeSuccession> };

const departures = codesOf('leaveReason')
  .map(({ code }) => code)
  .filter((code) => code !== 'death');

/** Records that a member died or left; if it was the head, who takes over. */
export function LeavingDrawer({ whole, person, isDeath, onClose }: LeavingProperties) {
  const { t } = useTranslation();
  const path = pathOf(whole.household);
  const [on, setOn] = useState(todayInChina);
  const [how, setHow] = useState<string | undefined>(isDeath ? 'death' : undefined);
  const [succession, setSuccession] = useState(noSuccession);
  const act = useHouseholdAct({
    whole,
    send: (input: LeavingInput, says: Says) =>
      answer(
        api.POST('/api/households/{county}/{id}/persons/{person}/leave', {
          params: { path: { ...path, person: person.id } },
          body: { ...says, ...input, happenedOn: input.on } as never,
        }),
      ),
    done: t('households:leaving.done', { name: person.name }),
    onDone: onClose,
  });
  const staying = presentOf(act.seen).filter(({ id }) => id !== person.id);
  const needsHead = isHead({ relation: person.relation }) && staying.length > 0;
  const heir = needsHead ? wholeSuccession(succession, staying) : undefined;
  const name = person.name ?? '';
  return (
    <ActDrawer
      title={t(isDeath ? 'households:leaving.death' : 'households:leaving.departure', { name })}
      explanation={t(explanationOf(isDeath, staying.length))}
      act={act}
      confirm={t(isDeath ? 'households:leaving.deathConfirm' : 'households:leaving.confirm')}
      isDangerous
      isDirty={succession !== noSuccession || act.reason !== ''}
      isReady={how !== undefined && (!needsHead || heir !== undefined)}
      onSubmit={() => {
        if (how === undefined) return;
        act.submit({ how, on, ...(heir === undefined ? {} : { succession: heir }) });
      }}
      onClose={onClose}
    >
      <div className="mb-household-fields">
        {!isDeath && (
          <CodeInput
            label={t('fields:person.leaveReason')}
            list="leaveReason"
            codes={departures}
            value={how}
            onChange={setHow}
          />
        )}
        <DayInput
          label={t(isDeath ? 'households:leaving.deathDay' : 'fields:person.leftOn')}
          value={on}
          onChange={setOn}
        />
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

function explanationOf(isDeath: boolean, staying: number): string {
  if (!isDeath) return 'households:leaving.departureText';
  return staying === 0 ? 'households:leaving.lastText' : 'households:leaving.deathText';
}
