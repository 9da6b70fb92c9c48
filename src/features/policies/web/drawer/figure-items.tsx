import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../../../../platform/web/kit/links.tsx';
import { LightMark } from '../light-mark.tsx';
import {
  type Clause,
  type ClauseInWords,
  householdsAt,
  type Indicator,
  indicatorAt,
  type Obligation,
  type Schedule,
  type Status,
  type Target,
} from '../policy-queries.ts';
import { useNames, useQuantity, useSay } from '../words.ts';
import { Block } from './block.tsx';
import { listIn, recordIn, textsIn } from './contents.ts';

type Properties = { clause: Clause; status: Status };

function ofClause<Item extends { id: string }>(
  items: readonly Item[],
  kind: string,
  { carriers }: Clause,
): Item[] {
  const ids = new Set(carriers.filter((each) => each.kind === kind).map(({ id }) => id));
  return items.filter(({ id }) => ids.has(id));
}

/** Targets, schedules and numbers, each with its value today and the way to what is behind it. */
export function Figures({ clause, status }: Properties) {
  const { t } = useTranslation();
  const targets = ofClause(status.targets, 'targets', clause);
  const schedules = ofClause(status.schedules, 'schedules', clause);
  const indicators = ofClause(status.indicators, 'indicators', clause);
  return (
    <>
      {targets.length > 0 && (
        <Block title={t('policies:kind.targets')}>
          <ul className="mb-drawer-items">
            {targets.map((target) => (
              <TargetItem key={target.id} target={target} status={status} />
            ))}
          </ul>
        </Block>
      )}
      {schedules.length > 0 && (
        <Block title={t('policies:kind.schedules')}>
          {schedules.map((schedule) => (
            <ScheduleItem key={schedule.id} schedule={schedule} />
          ))}
        </Block>
      )}
      {indicators.length > 0 && (
        <Block title={t('policies:kind.indicators')}>
          <ul className="mb-drawer-items">
            {indicators.map((indicator) => (
              <IndicatorItem key={indicator.id} indicator={indicator} status={status} />
            ))}
          </ul>
        </Block>
      )}
    </>
  );
}

function TargetItem({ target, status }: { target: Target; status: Status }) {
  const { t } = useTranslation();
  const say = useSay();
  const quantity = useQuantity();
  const { light, actual, value, compare, unit, due, absence, planned } = target;
  return (
    <li>
      <p className="mb-drawer-item-head">
        {light !== null && <LightMark light={light} words />}
        <strong>{say(target.title)}</strong>
      </p>
      <p className="mb-plain mb-number">
        {t('policies:page.today')}{' '}
        {actual === null ? (
          t(`policies:absence.${absence ?? 'nobodyAsked'}`)
        ) : (
          <strong>{quantity(actual, unit)}</strong>
        )}
        {' · '}
        {t('policies:page.aim')}{' '}
        {value === null
          ? t('policies:absence.valueNotKnown')
          : `${t(`policies:compareSign.${compare}`)} ${quantity(value, unit)}`}
        {' · '}
        {t('policies:page.dueBy', { day: due })}
      </p>
      {planned !== null && (
        <p className="mb-soft mb-number">
          {t('policies:clause.plan', { value: quantity(planned, unit) })}
        </p>
      )}
      {light === null && absence !== null && (
        <p className="mb-soft">{t(`policies:absence.${absence}`)}</p>
      )}
      <ScreenLink to={indicatorAt(status.pack.id, target.indicator, status.region.code)}>
        {t('policies:clause.behind')}
      </ScreenLink>
    </li>
  );
}

function ScheduleItem({ schedule }: { schedule: Schedule }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <>
      <p className="mb-plain">
        <strong>{say(schedule.title)}</strong>
      </p>
      <ol className="mb-drawer-milestones">
        {schedule.milestones.map(({ by, title, light, wanted, reached, regions, absence }) => (
          <li key={`${by} ${title?.zh ?? ''}`}>
            <span className="mb-number">{by}</span>
            <span>
              {title !== null && `${say(title)} `}
              {regions.length > 0 &&
                t('policies:clause.milestoneRegions', {
                  done: regions.filter(({ done }) => done === true).length,
                  all: regions.length,
                })}
              {wanted !== null &&
                (reached === null
                  ? t('policies:clause.milestoneWanted', { wanted })
                  : t('policies:clause.milestoneCount', { reached, wanted }))}
              {regions.length > 0 && (
                <span className="mb-soft">
                  {' '}
                  {regions.map(({ name }) => name).join(t('policies:separator'))}
                </span>
              )}
              {absence !== null && (
                <span className="mb-soft"> {t(`policies:absence.${absence}`)}</span>
              )}
            </span>
            <span>{light !== null && <LightMark light={light} words />}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function IndicatorItem({ indicator, status }: { indicator: Indicator; status: Status }) {
  const { t } = useTranslation();
  const say = useSay();
  const names = useNames();
  const quantity = useQuantity();
  const { id, value, unit, absence, filters, source, report, reportedBy, every } = indicator;
  const region = status.region.code;
  return (
    <li>
      <p className="mb-drawer-item-head">
        <strong>{say(indicator.title)}</strong>
        <span className="mb-number">
          {value === null ? (
            <span className="mb-soft">{t(`policies:absence.${absence ?? 'nobodyAsked'}`)}</span>
          ) : (
            quantity(value, unit)
          )}
        </span>
      </p>
      <p className="mb-soft">
        {source === 'register'
          ? t('policies:indicator.fromRegister')
          : t('policies:clause.reportedBy', { names: names(reportedBy) })}
        {every !== null && ` · ${t(`policies:every.${every}`)}`}
      </p>
      {report !== null && (
        <p className="mb-soft">
          {t('policies:clause.reported', { period: report.period, evidence: report.evidence })}
        </p>
      )}
      <p className="mb-drawer-links">
        <ScreenLink to={indicatorAt(status.pack.id, id, region)}>
          {t('policies:clause.behind')}
        </ScreenLink>
        {filters !== null && (
          <ScreenLink to={householdsAt(region, filters)}>
            {t('policies:indicator.openList')}
          </ScreenLink>
        )}
      </p>
    </li>
  );
}

/** Who owes what to whom, and when next. */
export function Duties({ clause, status }: Properties) {
  const { t } = useTranslation();
  const found = ofClause(status.obligations, 'obligations', clause);
  if (found.length === 0) return null;
  return (
    <Block title={t('policies:kind.obligations')}>
      <ul className="mb-drawer-items">
        {found.map((obligation) => (
          <DutyItem key={obligation.id} obligation={obligation} on={status.on} />
        ))}
      </ul>
    </Block>
  );
}

function DutyItem({ obligation, on }: { obligation: Obligation; on: string }) {
  const { t } = useTranslation();
  const say = useSay();
  const names = useNames();
  const { title, who, toWhom, ifMissed, nextDue: day, after } = obligation;
  return (
    <li>
      <p className="mb-drawer-item-head">
        <strong>{say(title)}</strong>
        {day !== null && (
          <span className="mb-number">
            {t(day < on ? 'policies:page.wasDue' : 'policies:page.nextDue', { day })}
          </span>
        )}
        {after !== null && (
          <span>
            {t(`policies:after.${after.unit}`, {
              count: after.within,
              event: t(`policies:event.${after.of}`),
            })}
          </span>
        )}
      </p>
      <p className="mb-soft">
        {t('policies:clause.owedBy', { names: names(who) })}
        {toWhom.length > 0 && ` · ${t('policies:clause.owedTo', { names: names(toWhom) })}`}
      </p>
      {ifMissed !== null && (
        <p className="mb-soft">
          {t('policies:clause.ifMissed')} · {say(ifMissed)}
        </p>
      )}
    </li>
  );
}

/** Which part of the register carries the clause. */
export function Registers({ found }: { found: ClauseInWords }) {
  const { t } = useTranslation();
  const say = useSay();
  const registers = found.items.filter(({ kind }) => kind === 'registers');
  if (registers.length === 0) return null;
  return (
    <Block title={t('policies:kind.registers')}>
      <ul className="mb-drawer-items">
        {registers.map((item) => {
          const screen = recordIn(item.content)['screen'];
          const fields = textsIn(listIn(item.content, 'fields'));
          return (
            <li key={item.id}>
              <p className="mb-drawer-item-head">
                <strong>{say(item.title)}</strong>
                {typeof screen === 'string' && (
                  <ScreenLink to={screen}>{t('policies:clause.screen')}</ScreenLink>
                )}
              </p>
              {fields.length > 0 && (
                <p className="mb-soft">
                  {t('policies:clause.fields')} ·{' '}
                  {fields
                    .map((field) =>
                      t(`fields:${field}`, { defaultValue: t(`rules:name.${field}`) }),
                    )
                    .join(t('policies:separator'))}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </Block>
  );
}
