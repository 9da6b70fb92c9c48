import { useTranslation } from 'react-i18next';
import { lights } from '../../model/light.ts';
import { LightMark } from '../light-mark.tsx';
import type { Clause, Indicator, Obligation, Schedule, Status, Target } from '../policy-queries.ts';
import { useQuantity, useSay } from '../words.ts';

const MOST_LINES = 4;

type Line =
  | { kind: 'target'; item: Target }
  | { kind: 'schedule'; item: Schedule }
  | { kind: 'indicator'; item: Indicator }
  | { kind: 'obligation'; item: Obligation };

/** Target against actual today, milestones, numbers without a target, and the next days due. */
export function ClauseStanding({ clause, status }: { clause: Clause; status: Status }) {
  const { t } = useTranslation();
  const lines = linesOf(clause, status);
  if (lines.length === 0) return <div className="mb-policy-standing" />;
  const more = lines.length - MOST_LINES;
  return (
    <ul className="mb-policy-standing">
      {lines.slice(0, MOST_LINES).map((line) => (
        <li key={`${line.kind} ${line.item.id}`}>
          <StandingLine line={line} />
        </li>
      ))}
      {more > 0 && (
        <li className="mb-standing-more">{t('policies:library.moreHits', { count: more })}</li>
      )}
    </ul>
  );
}

function linesOf({ carriers }: Clause, status: Status): Line[] {
  const find = <Item extends { id: string }>(items: readonly Item[], kind: string): Item[] => {
    const ids = new Set(carriers.filter((each) => each.kind === kind).map(({ id }) => id));
    return items.filter(({ id }) => ids.has(id));
  };
  const targets = find(status.targets, 'targets');
  const schedules = find(status.schedules, 'schedules');
  const said = new Set([
    ...targets.map(({ indicator }) => indicator),
    ...schedules.map(({ indicator }) => indicator),
  ]);
  const indicators = find(status.indicators, 'indicators').filter(({ id }) => !said.has(id));
  const judged = [
    ...targets.map((item): Line => ({ kind: 'target', item })),
    ...schedules.map((item): Line => ({ kind: 'schedule', item })),
  ];
  return [
    ...judged.toSorted((one, other) => gravityOf(other) - gravityOf(one)),
    ...indicators.map((item): Line => ({ kind: 'indicator', item })),
    ...find(status.obligations, 'obligations').map((item): Line => ({ kind: 'obligation', item })),
  ];
}

/** The worst first, for they are why the clause shows its light; what is not judged comes last. */
function gravityOf({ item }: Line): number {
  const light = 'light' in item ? item.light : null;
  return light === null ? -1 : lights.indexOf(light);
}

function StandingLine({ line }: { line: Line }) {
  switch (line.kind) {
    case 'target':
      return <TargetLine target={line.item} />;
    case 'schedule':
      return <ScheduleLine schedule={line.item} />;
    case 'indicator':
      return <IndicatorLine indicator={line.item} />;
    case 'obligation':
      return <ObligationLine obligation={line.item} />;
  }
}

function TargetLine({ target }: { target: Target }) {
  const { t } = useTranslation();
  const say = useSay();
  const quantity = useQuantity();
  const { light, actual, value, compare, unit, due, absence } = target;
  return (
    <>
      <span className="mb-standing-mark">{light !== null && <LightMark light={light} />}</span>
      <span className="mb-standing-title" title={say(target.title)}>
        {say(target.title)}
      </span>
      <span className="mb-standing-value">
        {actual === null ? (
          <span className="mb-soft">{t(`policies:absence.${absence ?? 'nobodyAsked'}`)}</span>
        ) : (
          <strong className="mb-number">{quantity(actual, unit)}</strong>
        )}
      </span>
      <span className="mb-standing-aim mb-number">
        {value !== null && `${t(`policies:compareSign.${compare}`)} ${quantity(value, unit)} · `}
        {due}
      </span>
    </>
  );
}

function ScheduleLine({ schedule }: { schedule: Schedule }) {
  const say = useSay();
  const { t } = useTranslation();
  const { light, milestones } = schedule;
  const reached = milestones.filter((each) => each.light === 'met').length;
  return (
    <>
      <span className="mb-standing-mark">{light !== null && <LightMark light={light} />}</span>
      <span className="mb-standing-title" title={say(schedule.title)}>
        {say(schedule.title)}
      </span>
      <span className="mb-standing-value mb-number">
        {light === null ? (
          <span className="mb-soft">{t('policies:absence.noMeasure')}</span>
        ) : (
          `${reached} / ${milestones.length}`
        )}
      </span>
      <span className="mb-standing-aim mb-number">{milestones.at(-1)?.by}</span>
    </>
  );
}

function IndicatorLine({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation();
  const say = useSay();
  const quantity = useQuantity();
  const { value, unit, absence } = indicator;
  return (
    <>
      <span className="mb-standing-mark" />
      <span className="mb-standing-title" title={say(indicator.title)}>
        {say(indicator.title)}
      </span>
      <span className="mb-standing-value">
        {value === null ? (
          <span className="mb-soft">{t(`policies:absence.${absence ?? 'nobodyAsked'}`)}</span>
        ) : (
          <strong className="mb-number">{quantity(value, unit)}</strong>
        )}
      </span>
      <span className="mb-standing-aim" />
    </>
  );
}

function ObligationLine({ obligation }: { obligation: Obligation }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <>
      <span className="mb-standing-mark" />
      <span className="mb-standing-title" title={say(obligation.title)}>
        {say(obligation.title)}
      </span>
      <span className="mb-standing-value" />
      <span className="mb-standing-aim mb-number">
        {obligation.nextDue !== null && t('policies:page.nextDue', { day: obligation.nextDue })}
      </span>
    </>
  );
}
