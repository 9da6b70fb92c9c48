import { Table, type TableColumnType } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../../platform/web/format.ts';
import { Section } from '../../../../platform/web/kit/page-header.tsx';
import { Money } from '../../../../platform/web/kit/values.tsx';
import type { SummaryAnswer } from '../../model/contract.ts';
import { useBoth } from '../household/words.ts';
import type { Choose } from './totals-page.tsx';

type Place = SummaryAnswer['places'][number];
type Column = TableColumnType<Place>;
type PlaceProperties = { totals: SummaryAnswer; rule: string | undefined; choose: Choose };

const ROWS_AT_ONCE = 20;

/** The same numbers for each division just below; the name goes a level down. */
export function PlaceTable({ totals: { places, rules, region }, rule, choose }: PlaceProperties) {
  const { t } = useTranslation();
  const both = useBoth();
  const columns = useColumns(choose);
  const chosen = rules.find(({ key }) => key === rule);
  const title =
    chosen === undefined
      ? t('entitlements:places.title')
      : t('entitlements:places.titleOf', { title: both(chosen.title) });
  return (
    <Section title={title}>
      {region.level === 'village' ? (
        <p className="mb-soft">{t('entitlements:places.none')}</p>
      ) : (
        <Table<Place>
          aria-label={t('entitlements:places.caption')}
          size="small"
          rowKey="code"
          columns={columns}
          dataSource={[...places]}
          scroll={{ x: 'max-content' }}
          pagination={
            places.length > ROWS_AT_ONCE && {
              pageSize: ROWS_AT_ONCE,
              showSizeChanger: false,
              size: 'small',
            }
          }
        />
      )}
    </Section>
  );
}

function useColumns(choose: Choose): Column[] {
  const { t } = useTranslation();
  const counted = (key: 'due' | 'gotAndDue' | 'dueNotGot' | 'gotNotDue'): Column => ({
    title: t(`entitlements:totals.${key}`),
    key,
    align: 'right',
    sorter: (one, other) => one[key] - other[key],
    showSorterTooltip: false,
    render: (_, place) => formatNumber(place[key]),
  });
  return [
    {
      title: t('entitlements:places.name'),
      key: 'name',
      render: (_, { code, name }) => (
        <button type="button" className="mb-totals-number" onClick={() => choose({ region: code })}>
          {name}
        </button>
      ),
    },
    counted('due'),
    counted('gotAndDue'),
    counted('dueNotGot'),
    counted('gotNotDue'),
    {
      title: t('entitlements:totals.amount'),
      key: 'amount',
      align: 'right',
      render: (_, { amountFen }) => <Money fen={amountFen} whole />,
    },
  ];
}
