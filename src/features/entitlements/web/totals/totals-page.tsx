import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../../platform/web/format.ts';
import { Loaded } from '../../../../platform/web/kit/loaded.tsx';
import { Figure, PageHeader, Section } from '../../../../platform/web/kit/page-header.tsx';
import { RegionPicker } from '../../../../platform/web/kit/region-picker.tsx';
import { useUrlState } from '../../../../platform/web/kit/use-url-state.ts';
import { Money } from '../../../../platform/web/kit/values.tsx';
import { effects, themes } from '../../../packs/model/index.ts';
import type { SummaryAnswer } from '../../model/contract.ts';
import { useBoth } from '../household/words.ts';
import { EntitledList } from './entitled-list.tsx';
import { PlaceTable } from './place-table.tsx';
import { RuleTable } from './rule-table.tsx';
import { type Choice, choiceOf, useTotals } from './totals-queries.ts';
import '../household/entitlements.css';
import './totals.css';

export type Choose = (chosen: Readonly<Record<string, string | undefined>>) => void;

/** Who is due what in a village, a county, a province: counts, amounts, and the lists behind them. */
export function TotalsPage() {
  const { t } = useTranslation();
  const [state, change] = useUrlState();
  const choice = choiceOf(state);
  const totals = useTotals(choice.summary);
  const choose: Choose = (chosen) => change({ page: undefined, ...chosen }, { replace: false });
  return (
    <>
      <PageHeader
        title={t('entitlements:screen.title')}
        description={t('entitlements:screen.text')}
      />
      <Trail path={totals.data?.path ?? []} choose={choose} />
      <Filters choice={choice} choose={choose} />
      <Loaded query={totals}>
        {(found) => (
          <div aria-busy={totals.isPlaceholderData}>
            <Sums totals={found} />
            <Section title={t('entitlements:totals.caption')}>
              <RuleTable rules={found.rules} chosen={choice.list} choose={choose} />
            </Section>
            {choice.list !== undefined && (
              <EntitledList
                key={`${choice.list.rule} ${choice.list.standing} ${choice.summary.region ?? ''}`}
                choice={{ region: choice.summary.region, on: choice.on, ...choice.list }}
                rule={found.rules.find(({ key }) => key === choice.list?.rule)}
                choose={choose}
              />
            )}
            <PlaceTable totals={found} rule={choice.summary.rule} choose={choose} />
          </div>
        )}
      </Loaded>
    </>
  );
}

type FilterProperties = { choice: Choice; choose: Choose };

function Filters({ choice: { summary, on }, choose }: FilterProperties) {
  const { t } = useTranslation();
  const options = (names: readonly string[], of: 'theme' | 'effect') =>
    names.map((value) => ({ value, label: t(`entitlements:${of}.${value}`) }));
  return (
    <div className="mb-totals-filters">
      <RegionPicker
        aria-label={t('entitlements:filter.region')}
        placeholder={t('entitlements:filter.region')}
        value={summary.region}
        onChange={(region) => choose({ region })}
      />
      <DatePicker
        aria-label={t('entitlements:filter.on')}
        value={dayjs(on)}
        allowClear={false}
        onChange={(day) => choose({ on: day?.format('YYYY-MM-DD') })}
      />
      <Select
        aria-label={t('entitlements:filter.theme')}
        placeholder={t('entitlements:filter.theme')}
        allowClear
        value={summary.theme ?? null}
        options={options(themes, 'theme')}
        onChange={(theme) => choose({ theme: theme ?? undefined, rule: undefined })}
      />
      <Select
        aria-label={t('entitlements:filter.effect')}
        placeholder={t('entitlements:filter.effect')}
        allowClear
        value={summary.effect ?? null}
        options={options(effects, 'effect')}
        onChange={(effect) => choose({ effect: effect ?? undefined, rule: undefined })}
      />
    </div>
  );
}

/** Where the reader is, and the way back up as far as the posting reaches. */
function Trail({ path, choose }: { path: SummaryAnswer['path']; choose: Choose }) {
  const { t } = useTranslation();
  if (path.length < 2) return null;
  return (
    <nav className="mb-totals-trail" aria-label={t('entitlements:places.where')}>
      <ol>
        {path.map(({ code, name }, place) => (
          <li key={code}>
            {place === path.length - 1 ? (
              <span aria-current="location">{name}</span>
            ) : (
              <button
                type="button"
                onClick={() => choose({ region: place === 0 ? undefined : code })}
              >
                {name}
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

const periods = ['year', 'month', 'once'] as const;

function Sums({ totals: { money, asked, packs } }: { totals: SummaryAnswer }) {
  const { t } = useTranslation();
  const both = useBoth();
  return (
    <>
      <div className="mb-totals-sums">
        {periods
          .filter((per) => money[per].amountFen > 0)
          .map((per) => (
            <Figure
              key={per}
              label={t(`entitlements:totals.${per}`)}
              value={<Money fen={money[per].amountFen} whole />}
              note={t('entitlements:totals.ofThem', {
                amount: formatNumber(Math.round(money[per].notGotFen / 100)),
              })}
            />
          ))}
      </div>
      <p className="mb-soft">
        {t('entitlements:totals.asked', {
          households: formatNumber(asked.households),
          persons: formatNumber(asked.persons),
        })}
        {' · '}
        {t('entitlements:totals.packs')}
        {': '}
        {packs
          .map(({ title, regions }) =>
            packs.length === 1
              ? both(title)
              : t('entitlements:totals.packAt', {
                  title: both(title),
                  regions: regions.map(({ name }) => name).join(t('rules:sentence.listSeparator')),
                }),
          )
          .join('; ')}
      </p>
    </>
  );
}
