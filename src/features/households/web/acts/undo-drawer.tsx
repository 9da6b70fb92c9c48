import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { todayInChina } from '../../../../platform/web/format.ts';
import { isSameValue, type Values } from '../form/changed-values.ts';
import {
  type HistoryAct,
  type HouseholdPath,
  pathOf,
  type WholeHousehold,
} from '../household-queries.ts';
import { ChangeText } from '../page/change-text.tsx';
import { useFieldLabel } from '../words/value-text.ts';
import { ActDrawer } from './act-drawer.tsx';
import { valuesBefore } from './undoing.ts';
import { type Says, useHouseholdAct } from './use-household-act.ts';

type UndoProperties = { whole: WholeHousehold; act: HistoryAct; onClose: () => void };

/** Takes an act back by another one that says what was before; both stay in the history. */
export function UndoDrawer({ whole, act: undone, onClose }: UndoProperties) {
  const { t } = useTranslation();
  const path = pathOf(whole.household);
  const changes = valuesBefore(undone);
  const act = useHouseholdAct({
    whole,
    send: (values: Values, says: Says) => sendBack(path, undone, { values, says }),
    done: t('households:undo.done'),
    onDone: onClose,
  });
  return (
    <ActDrawer
      title={t('households:undo.title')}
      explanation={t('households:undo.text')}
      act={act}
      confirm={t('households:undo.confirm')}
      reason="required"
      isDirty={act.reason !== ''}
      isReady
      onSubmit={() => act.submit(changes)}
      onClose={onClose}
    >
      <WhatComesBack whole={act.seen} undone={undone} />
    </ActDrawer>
  );
}

/** The former values, sent the way in which values of that record are changed. */
function sendBack(
  path: HouseholdPath,
  { kind, subject, subjectId }: HistoryAct,
  { values, says }: { values: Values; says: Says },
): Promise<unknown> {
  if (kind === 'household.move') {
    const body = { ...says, to: values['villageCode'], on: todayInChina() } as never;
    return answer(api.POST('/api/households/{county}/{id}/village', { params: { path }, body }));
  }
  const body = { ...says, changes: values } as never;
  switch (subject) {
    case 'person': {
      const params = { path: { ...path, person: subjectId } };
      return answer(api.PATCH('/api/households/{county}/{id}/persons/{person}', { params, body }));
    }
    case 'spell': {
      const params = { path: { ...path, spell: subjectId } };
      return answer(api.PATCH('/api/households/{county}/{id}/spells/{spell}', { params, body }));
    }
    default:
      return answer(api.PATCH('/api/households/{county}/{id}', { params: { path }, body }));
  }
}

/** Each field with what it is now and what it will be again. */
function WhatComesBack({ whole, undone }: { whole: WholeHousehold; undone: HistoryAct }) {
  const { t } = useTranslation();
  const label = useFieldLabel();
  const { subject, subjectId } = undone;
  const record = recordOf({ subject, subjectId }, whole);
  return (
    <dl className="mb-household-before-after">
      {undone.changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{label(subject, field)}</dt>
          <dd>
            <ChangeText
              subject={subject}
              change={{ field, sensitive: false, before: record?.[field], after: before }}
            />
            {!isSameValue(record?.[field], after) && (
              <p className="mb-household-field-warn">{t('households:undo.changedSince')}</p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function recordOf(
  { subject, subjectId }: Pick<HistoryAct, 'subject' | 'subjectId'>,
  whole: WholeHousehold,
): Values | undefined {
  if (subject === 'person') return whole.persons.find(({ id }) => id === subjectId);
  if (subject === 'spell') return whole.spells.find(({ id }) => id === subjectId);
  return whole.household;
}
