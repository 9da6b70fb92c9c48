import { useQuery } from '@tanstack/react-query';
import { Button, Input, InputNumber, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { levelOf, parseRegionCode, regionCode } from '../../../kernel/region-code.ts';
import { answer, api } from '../../../platform/web/api.ts';
import { formatNumber } from '../../../platform/web/format.ts';
import { Loaded } from '../../../platform/web/kit/loaded.tsx';
import { PageHeader, Section } from '../../../platform/web/kit/page-header.tsx';
import { RegionPicker } from '../../../platform/web/kit/region-picker.tsx';
import { EmptyState, ProblemView } from '../../../platform/web/kit/states.tsx';
import { useAct } from '../../../platform/web/kit/use-act.ts';
import { useUrlState } from '../../../platform/web/kit/use-url-state.ts';
import { useOfficer } from '../../../platform/web/session/officer.tsx';
import './wall.css';

/** Where an office states the agricultural population of its villages, township by township. */
export function PopulationPage() {
  const { t } = useTranslation();
  const { posting } = useOfficer();
  const [state, change] = useUrlState();
  const reach = posting?.regionCode ?? '';
  const isLow = reach !== '' && ['township', 'village'].includes(levelOf(regionCode(reach)));
  const region = isLow ? reach : parseRegionCode(state['region'] ?? '');
  return (
    <>
      <PageHeader
        title={t('wall:population.title')}
        description={t('wall:population.text')}
        actions={
          !isLow && (
            <div className="mb-population-place">
              <RegionPicker
                aria-label={t('wall:population.township')}
                placeholder={t('wall:population.choose')}
                value={region === '' ? null : (region ?? null)}
                onChange={(code) => change({ region: code })}
                level="township"
              />
            </div>
          )
        }
      />
      {region === undefined || region === '' ? (
        <EmptyState title={t('wall:population.choose')} />
      ) : (
        <Villages key={region} region={region} />
      )}
    </>
  );
}

function usePopulations(region: string) {
  return useQuery({
    queryKey: ['wall', 'populations', region],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/wall/populations/{region}', { params: { path: { region } }, signal })),
  });
}

type Village = NonNullable<ReturnType<typeof usePopulations>['data']>['villages'][number];

function Villages({ region }: { region: string }) {
  const query = usePopulations(region);
  return (
    <Loaded query={query}>{(found) => <Sheet region={region} villages={found.villages} />}</Loaded>
  );
}

type Statement = { year: number; source: string; villages: { code: string; population: number }[] };

function lastYear(): number {
  return new Date().getFullYear() - 1;
}

function Sheet({ region, villages }: { region: string; villages: readonly Village[] }) {
  const { t } = useTranslation();
  const [year, setYear] = useState<number | null>(lastYear);
  const [source, setSource] = useState(
    villages.find(({ latest }) => latest !== null)?.latest?.source ?? '',
  );
  const [stated, setStated] = useState<Readonly<Record<string, number | null>>>({});
  const state = useAct({
    send: (body: Statement) =>
      answer(api.PUT('/api/wall/populations/{region}', { params: { path: { region } }, body })),
    refresh: [['wall']],
    done: t('wall:population.saved'),
  });
  const changed = Object.entries(stated).flatMap(([code, population]) =>
    population === null ? [] : [{ code, population }],
  );
  const isReady = year !== null && source.trim() !== '' && changed.length > 0;
  return (
    <Section title={t('wall:population.title')}>
      <div className="mb-population-head">
        <label>
          {t('wall:population.year')}
          <InputNumber<number>
            value={year}
            onChange={setYear}
            min={2000}
            max={2100}
            precision={0}
          />
        </label>
        <label className="mb-population-source">
          {t('wall:population.source')}
          <Input
            value={source}
            maxLength={200}
            placeholder={t('wall:population.sourceHint')}
            onChange={(event) => setSource(event.target.value)}
          />
        </label>
        <Button
          type="primary"
          disabled={!isReady}
          loading={state.isPending}
          onClick={() => {
            if (isReady) state.mutate({ year, source: source.trim(), villages: changed });
          }}
        >
          {t('wall:population.save')}
        </Button>
      </div>
      {state.error !== null && <ProblemView problem={state.error} />}
      <VillageTable
        villages={villages}
        stated={stated}
        change={(code, population) => setStated((before) => ({ ...before, [code]: population }))}
      />
    </Section>
  );
}

type TableProperties = {
  villages: readonly Village[];
  stated: Readonly<Record<string, number | null>>;
  change: (code: string, population: number | null) => void;
};

function VillageTable({ villages, stated, change }: TableProperties) {
  const { t } = useTranslation();
  return (
    <Table<Village>
      size="small"
      rowKey="code"
      dataSource={[...villages]}
      pagination={false}
      columns={[
        { title: t('wall:population.village'), dataIndex: 'name', key: 'name' },
        {
          title: t('wall:population.stated'),
          key: 'latest',
          render: (_, { latest }) =>
            latest === null ? (
              <span className="mb-soft">{t('wall:population.never')}</span>
            ) : (
              t('wall:population.statedIn', {
                year: String(latest.year),
                amount: formatNumber(latest.population),
              })
            ),
        },
        {
          title: t('wall:population.amount'),
          key: 'amount',
          width: 170,
          render: (_, { code, name }) => (
            <InputNumber<number>
              size="small"
              aria-label={`${name} ${t('wall:population.amount')}`}
              value={stated[code] ?? null}
              min={1}
              max={200_000}
              precision={0}
              onChange={(population) => change(code, population)}
            />
          ),
        },
      ]}
    />
  );
}
