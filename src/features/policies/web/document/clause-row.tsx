import { useTranslation } from 'react-i18next';
import { LightMark } from '../light-mark.tsx';
import type { Clause, Status } from '../policy-queries.ts';
import { useClauseNumber, useNames, useSay } from '../words.ts';
import { ClauseStanding } from './clause-standing.tsx';

const DEEPEST = 3;
const kindOrder = [
  'targets',
  'schedules',
  'obligations',
  'rules',
  'procedures',
  'fundRules',
  'indicators',
  'parameters',
  'forms',
  'registers',
] as const;

type RowProperties = {
  clause: Clause;
  status: Status;
  depth: number;
  isOpen: boolean;
  open: (clause: string) => void;
};

/** One clause: its light and number, our summary, what carries it out, who leads, and where it stands. */
export function ClauseRow({ clause, status, depth, isOpen, open }: RowProperties) {
  const { t } = useTranslation();
  const say = useSay();
  const names = useNames();
  const number = useClauseNumber()(clause);
  const classes = [
    'mb-policy-clause',
    `mb-policy-depth-${Math.min(depth, DEEPEST)}`,
    ...(clause.heading ? ['mb-policy-heading'] : []),
    ...(isOpen ? ['mb-policy-open'] : []),
    ...(clause.light === null ? [] : [`mb-policy-${clause.light}`]),
  ];
  return (
    <li className={classes.join(' ')} id={`clause-${clause.id}`}>
      <span className="mb-policy-mark">
        {clause.light !== null && <LightMark light={clause.light} />}
      </span>
      <div className="mb-policy-said">
        <button
          type="button"
          className="mb-clause-open"
          aria-haspopup="dialog"
          onClick={() => open(clause.id)}
        >
          <span className="mb-policy-number">{number}</span>
          <span>{say(clause.summary)}</span>
        </button>
        <div className="mb-policy-carriers">
          <Chips clause={clause} />
          {clause.lead.length > 0 && (
            <span className="mb-policy-lead">
              {t('policies:page.leads', { names: names(clause.lead) })}
            </span>
          )}
        </div>
      </div>
      <ClauseStanding clause={clause} status={status} />
    </li>
  );
}

/** What carries the clause out, counted by kind; or that nothing does. */
function Chips({ clause }: { clause: Clause }) {
  const { t } = useTranslation();
  if (clause.carrying === 'nothing') {
    return <span className="mb-chip mb-chip-nothing">{t('policies:page.nothingBehind')}</span>;
  }
  if (clause.carrying === 'exhortation') {
    return <span className="mb-chip mb-chip-appeal">{t('policies:page.exhortations')}</span>;
  }
  const counts = kindOrder
    .map(
      (kind) => [kind, clause.carriers.filter((carrier) => carrier.kind === kind).length] as const,
    )
    .filter(([, count]) => count > 0);
  return counts.map(([kind, count]) => (
    <span key={kind} className={`mb-chip mb-chip-${kind}`}>
      {t(`policies:kindCount.${kind}`, { count })}
    </span>
  ));
}
