import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { isSameValue, type Values } from '../form/changed-values.ts';
import { type HistoryAct, pathOf, type WholeHousehold } from '../household-queries.ts';
import { useFieldLabel, useValueText } from '../words/value-text.ts';
import { ActDrawer } from './act-drawer.tsx';
import { valuesBefore } from './undoing.ts';
import { type Says, useHouseholdAct } from './use-household-act.ts';

type UndoProperties = { whole: WholeHousehold; act: HistoryAct; onClose: () => void };

/** Takes a correction back by another one that says what was before; both stay in the history. */
export function UndoDrawer({ whole, act: undone, onClose }: UndoProperties) {
  const { t } = useTranslation();
  const path = pathOf(whole.household);
  const changes = valuesBefore(undone);
  const act = useHouseholdAct({
    whole,
    send: (values: Values, says: Says) =>
      undone.subject === 'person'
        ? answer(
            api.PATCH('/api/households/{county}/{id}/persons/{person}', {
              params: { path: { ...path, person: undone.subjectId } },
              body: { ...says, changes: values },
            }),
          )
        : answer(
            api.PATCH('/api/households/{county}/{id}', {
              params: { path },
              body: { ...says, changes: values },
            }),
          ),
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

/** Each field with what it is now and what it will be again. */
function WhatComesBack({ whole, undone }: { whole: WholeHousehold; undone: HistoryAct }) {
  const { t } = useTranslation();
  const label = useFieldLabel();
  const words = useValueText();
  const { subject, subjectId } = undone;
  const record: Values | undefined =
    subject === 'person' ? whole.persons.find(({ id }) => id === subjectId) : whole.household;
  return (
    <dl className="mb-household-before-after">
      {undone.changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{label(subject, field)}</dt>
          <dd>
            {t('households:history.change', {
              before: words(subject, field, record?.[field]),
              after: words(subject, field, before),
            })}
            {!isSameValue(record?.[field], after) && (
              <p className="mb-household-field-warn">{t('households:undo.changedSince')}</p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
