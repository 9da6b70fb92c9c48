import { UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInChina } from '../../../../platform/web/format.ts';
import { ToneTag } from '../../../../platform/web/kit/codes.tsx';
import { Loaded } from '../../../../platform/web/kit/loaded.tsx';
import { Instant } from '../../../../platform/web/kit/values.tsx';
import { useActs } from '../acts/open-act.tsx';
import { isUndoable, isUndone, mayUndo } from '../acts/undoing.ts';
import type { Values } from '../form/changed-values.ts';
import { type HistoryAct, pathOf, useHistory, type WholeHousehold } from '../household-queries.ts';
import { useFieldLabel } from '../words/value-text.ts';
import { ChangeText } from './change-text.tsx';
import { groupHistory, type HistoryGroup } from './history-groups.ts';
import { SheetSection } from './sheet-section.tsx';

/** What was done to the household, newest first: who, when, why, and before and after in words. */
export function HistorySection({ whole }: { whole: WholeHousehold }) {
  const { t } = useTranslation();
  const history = useHistory(pathOf(whole.household));
  const acts = useMemo(() => history.data?.pages.flat(), [history.data]);
  return (
    <SheetSection name="history">
      <Loaded query={{ data: acts, error: history.error, refetch: history.refetch as never }}>
        {(found) => (
          <ol className="mb-household-history">
            {groupHistory(found).map((group) => (
              <GroupItem key={group.key} group={group} whole={whole} />
            ))}
          </ol>
        )}
      </Loaded>
      {history.hasNextPage && (
        <Button
          className="mb-household-noprint"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('households:history.more')}
        </Button>
      )}
    </SheetSection>
  );
}

function GroupItem({ group, whole }: { group: HistoryGroup; whole: WholeHousehold }) {
  const { t } = useTranslation();
  const { kind, by, recordedAt, happenedOn, reason, batchRow } = group;
  return (
    <li>
      <div className="mb-household-history-head">
        <strong>{t(`register:act.${kind}`, { defaultValue: kind })}</strong>
        <span>{by ?? t('households:history.nobody')}</span>
        <span className="mb-soft">
          <Instant value={recordedAt} />
        </span>
        {happenedOn !== dayInChina(new Date(recordedAt)) && (
          <span className="mb-soft">{t('households:history.happened', { day: happenedOn })}</span>
        )}
        {group.isImported && (
          <ToneTag>
            {batchRow === null
              ? t('households:history.imported')
              : t('households:history.importedRow', { row: batchRow })}
          </ToneTag>
        )}
      </div>
      {reason !== null && (
        <p className="mb-household-history-reason">{t('households:history.reason', { reason })}</p>
      )}
      <ul>
        {group.acts.map((act) => (
          <ActItem key={act.id} act={act} whole={whole} />
        ))}
      </ul>
    </li>
  );
}

/** One record that was changed: what of it, from what to what. */
function ActItem({ act, whole }: { act: HistoryAct; whole: WholeHousehold }) {
  const { t } = useTranslation();
  const acts = useActs();
  const name = useRecordName(whole)(act);
  const record = recordOf(act, whole);
  const isOffered =
    record !== undefined && isUndoable(act) && mayUndo(act, acts) && !isUndone(act, record);
  return (
    <li>
      {act.isNew ? <NewRecord act={act} name={name} /> : <ChangedRecord act={act} name={name} />}
      {isOffered && (
        <Button
          type="link"
          size="small"
          className="mb-household-noprint"
          icon={<UndoOutlined aria-hidden />}
          onClick={() => acts.open({ kind: 'undo', act })}
        >
          {t('households:undo.open')}
        </Button>
      )}
    </li>
  );
}

/** The record of an act as it is now; undefined for a member who has left, whom nobody corrects. */
function recordOf({ subject, subjectId }: HistoryAct, whole: WholeHousehold): Values | undefined {
  if (subject === 'household') return whole.household;
  if (subject === 'spell') return whole.spells.find(({ id }) => id === subjectId);
  return whole.persons.find(({ id, status }) => id === subjectId && status === 'present');
}

type RecordProperties = { act: HistoryAct; name: string };

function ChangedRecord({ act, name }: RecordProperties) {
  const { t } = useTranslation();
  const label = useFieldLabel();
  return (
    <>
      <span className="mb-household-history-name">{name}</span>
      <ul className="mb-household-changes">
        {act.changes.map((change) => (
          <li key={change.field}>
            {t('households:history.field', { field: label(act.subject, change.field) })}
            <ChangeText subject={act.subject} change={change} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** A new record states much at once: its values are folded away. */
function NewRecord({ act, name }: RecordProperties) {
  const { t } = useTranslation();
  const label = useFieldLabel();
  const stated = act.changes.filter(({ field }) => !placeFields.includes(field));
  return (
    <details>
      <summary>{t('households:history.made', { name, count: stated.length })}</summary>
      <ul className="mb-household-changes">
        {stated.map((change) => (
          <li key={change.field}>
            {t('households:history.field', { field: label(act.subject, change.field) })}
            <ChangeText subject={act.subject} change={change} isNew />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Say where a record lies; the page says so already. */
const placeFields = ['countyCode', 'villageCode', 'householdId', 'mergedInto'];

function useRecordName(whole: WholeHousehold): (act: HistoryAct) => string {
  const { t } = useTranslation();
  return ({ subject, subjectId, changes }) => {
    if (subject !== 'person') {
      const year = whole.surveys.find(({ id }) => id === subjectId)?.year;
      const word = t(`fields:subject.${subject}`, { defaultValue: subject });
      return typeof year === 'number' ? t('households:history.surveyOf', { year }) : word;
    }
    const person = whole.persons.find(({ id }) => id === subjectId);
    const named = changes.find(({ field }) => field === 'name')?.after;
    if (person?.name) return person.name;
    return typeof named === 'string' ? named : t('households:history.formerMember');
  };
}
