import { Button } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../platform/web/kit/states.tsx';
import type { Clause, Status } from '../policy-queries.ts';
import { ClauseRow } from './clause-row.tsx';
import { depthsOf } from './filters.ts';

type ListProperties = {
  status: Status;
  clauses: readonly Clause[];
  current: string | undefined;
  open: (clause: string) => void;
  clear: () => void;
};

/** The clauses in the order of the document. Arrow keys go from one to the next, Enter opens. */
export function ClauseList({ status, clauses, current, open, clear }: ListProperties) {
  const { t } = useTranslation();
  const depths = depthsOf(status.clauses);
  if (clauses.length === 0) {
    return (
      <EmptyState
        title={t('policies:page.none')}
        description={t('policies:page.noneText')}
        action={<Button onClick={clear}>{t('policies:library.clear')}</Button>}
      />
    );
  }
  return (
    <ol className="mb-clauses" aria-label={t('policies:page.list')} onKeyDown={moveBetweenClauses}>
      {clauses.map((clause) => (
        <ClauseRow
          key={clause.id}
          clause={clause}
          status={status}
          depth={depths.get(clause.id) ?? 0}
          isOpen={clause.id === current}
          open={open}
        />
      ))}
    </ol>
  );
}

function moveBetweenClauses(event: KeyboardEvent<HTMLOListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.mb-clause-open')];
  const next = buttons[buttons.indexOf(event.target as HTMLElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
