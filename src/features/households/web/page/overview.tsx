import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../../../platform/web/format.ts';
import { useCodeLabel } from '../../../../platform/web/kit/codes.tsx';
import { Figure } from '../../../../platform/web/kit/page-header.tsx';
import { Absent, Money } from '../../../../platform/web/kit/values.tsx';
import { presentOf, type WholeHousehold } from '../household-queries.ts';
import { assurancesOf } from './assurances.ts';
import { incomeYearsOf } from './income-years.ts';

/** The four things that everybody asks first. */
export function Overview({ whole }: { whole: WholeHousehold }) {
  return (
    <div className="mb-household-overview">
      <PeopleFigure whole={whole} />
      <IncomeFigure whole={whole} />
      <CauseFigure whole={whole} />
      <AssuranceFigure whole={whole} />
    </div>
  );
}

const workers = ['ordinary', 'skilled', 'weak'];

function PeopleFigure({ whole }: { whole: WholeHousehold }) {
  const { t } = useTranslation();
  const members = presentOf(whole);
  const labour = members.filter(({ labourSkill }) => workers.includes(labourSkill ?? ''));
  return (
    <Figure
      label={t('households:overview.people')}
      value={t('households:overview.count', { count: members.length })}
      note={t('households:overview.labour', { count: labour.length })}
    />
  );
}

function IncomeFigure({ whole }: { whole: WholeHousehold }) {
  const { t } = useTranslation();
  const [latest] = incomeYearsOf(whole.surveys);
  if (latest === undefined) {
    return (
      <Figure
        label={t('fields:survey.incomePerHeadFen')}
        value={<Absent />}
        note={t('households:income.none')}
      />
    );
  }
  const { change } = latest;
  return (
    <Figure
      label={t('households:overview.income', { year: latest.year })}
      value={<Money fen={latest.income.incomePerHeadFen} whole />}
      note={
        change === undefined
          ? t('households:income.noYearBefore')
          : t(change < 0 ? 'households:income.less' : 'households:income.more', {
              share: formatShare(Math.abs(change)),
            })
      }
    />
  );
}

function CauseFigure({ whole: { household } }: { whole: WholeHousehold }) {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const { mainCause, otherCauses } = household;
  const others = (otherCauses ?? []).map((code) => label('povertyCause', code));
  return (
    <Figure
      label={t('fields:household.mainCause')}
      value={mainCause === null ? <Absent /> : label('povertyCause', mainCause)}
      note={
        others.length === 0
          ? t('households:overview.noOtherCause')
          : t('households:overview.otherCauses', { causes: others.join(t('households:listComma')) })
      }
    />
  );
}

function AssuranceFigure({ whole }: { whole: WholeHousehold }) {
  const { t } = useTranslation();
  const assurances = assurancesOf(whole);
  const unmet = assurances.filter(({ state }) => state === 'unmet');
  const unknown = assurances.filter(({ state }) => state === 'unknown');
  const names = (list: typeof assurances): string =>
    list.map(({ name }) => t(`households:assurance.${name}`)).join(t('households:listComma'));
  return (
    <Figure
      label={t('households:overview.assurances')}
      value={
        <span className={unmet.length > 0 ? 'mb-household-bad' : ''}>
          {summaryOf({ unmet: unmet.length, unknown: unknown.length }, t)}
        </span>
      }
      note={unmet.length > 0 ? names(unmet) : names(unknown) || t('households:overview.allNamed')}
    />
  );
}

function summaryOf({ unmet, unknown }: { unmet: number; unknown: number }, t: TFunction): string {
  if (unmet > 0) return t('households:overview.unmet', { count: unmet });
  return unknown > 0
    ? t('households:overview.unknown', { count: unknown })
    : t('households:overview.allMet');
}
