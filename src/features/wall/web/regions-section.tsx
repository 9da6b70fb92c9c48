import { Table, type TableColumnType, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../../../platform/web/format.ts';
import { ScreenLink } from '../../../platform/web/kit/links.tsx';
import { Loaded } from '../../../platform/web/kit/loaded.tsx';
import { Section } from '../../../platform/web/kit/page-header.tsx';
import { Absent, Money } from '../../../platform/web/kit/values.tsx';
import { householdsAt, type RegionRow, useRegions } from './wall-queries.ts';

const ROWS_AT_ONCE = 20;

/** The divisions just below, number by number; the name goes a level down, a number to its households. */
export function RegionsSection({ region, goTo }: { region: string; goTo: (code: string) => void }) {
  const { t } = useTranslation();
  const regions = useRegions(region);
  return (
    <Section title={t('wall:regions.title')}>
      <Loaded query={regions}>
        {(found) => <RegionsTable rows={found.regions} goTo={goTo} />}
      </Loaded>
    </Section>
  );
}

function RegionsTable({
  rows,
  goTo,
}: {
  rows: readonly RegionRow[];
  goTo: (code: string) => void;
}) {
  const columns = useColumns(goTo);
  return (
    <Table<RegionRow>
      className="mb-regions"
      size="small"
      rowKey="code"
      columns={columns}
      dataSource={[...rows]}
      scroll={{ x: 'max-content' }}
      pagination={
        rows.length > ROWS_AT_ONCE && {
          pageSize: ROWS_AT_ONCE,
          showSizeChanger: false,
          size: 'small',
        }
      }
    />
  );
}

type Column = TableColumnType<RegionRow>;

function useColumns(goTo: (code: string) => void): Column[] {
  const { t } = useTranslation();
  return [
    {
      title: t('wall:regions.name'),
      key: 'name',
      fixed: 'left',

      sorter: (one, other) => (one.code < other.code ? -1 : 1),
      render: (_, { code, name }) => (
        <button type="button" className="mb-wall-down" onClick={() => goTo(code)}>
          {name}
        </button>
      ),
    },
    counted(t('wall:regions.households'), 'households', 'households'),
    counted(t('wall:regions.persons'), 'households', 'persons'),
    counted(t('wall:regions.poor'), 'poor', 'persons'),
    {
      title: <Tooltip title={t('wall:regions.shareHelp')}>{t('wall:regions.share')}</Tooltip>,
      key: 'share',
      align: 'right',
      sorter: (one, other) => (one.incidence.value ?? -1) - (other.incidence.value ?? -1),
      render: (_, { incidence: { value, of } }) =>
        value === null ? <Absent /> : `${formatShare(value)}${of === 'register' ? ' *' : ''}`,
    },
    counted(t('wall:regions.exited'), 'exited', 'persons'),
    counted(t('wall:regions.monitored'), 'monitored', 'persons'),
    counted(t('wall:regions.incomplete'), 'incomplete', 'households'),
    {
      title: t('wall:regions.income'),
      key: 'income',
      align: 'right',
      sorter: (one, other) => (one.incomePerHeadFen ?? 0) - (other.incomePerHeadFen ?? 0),
      render: (_, { incomePerHeadFen }) => <Money fen={incomePerHeadFen} whole />,
    },
  ];
}

function counted(
  title: string,
  measure: keyof RegionRow['counts'],
  unit: 'households' | 'persons',
): Column {
  return {
    title,
    key: `${measure}.${unit}`,
    align: 'right',
    sorter: (one, other) => one.counts[measure][unit] - other.counts[measure][unit],
    render: (_, { code, counts }) => {
      const { [unit]: count, filters } = counts[measure];
      return count === 0 ? (
        <span className="mb-soft">0</span>
      ) : (
        <ScreenLink to={householdsAt(code, filters)}>{formatNumber(count)}</ScreenLink>
      );
    },
  };
}
