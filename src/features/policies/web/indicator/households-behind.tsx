import { Pagination, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../../platform/web/format.ts';
import { ScreenLink } from '../../../../platform/web/kit/links.tsx';
import { Section } from '../../../../platform/web/kit/page-header.tsx';
import { EmptyState } from '../../../../platform/web/kit/states.tsx';
import { useUrlState } from '../../../../platform/web/kit/use-url-state.ts';
import type { Behind } from '../policy-queries.ts';

type Households = NonNullable<Behind['households']>;

/** The households behind a number that the filters of the list cannot say. */
export function HouseholdsBehind({ households, page }: { households: Households; page: number }) {
  const { t } = useTranslation();
  const [, change] = useUrlState();
  const { total, size, rows } = households;
  return (
    <Section title={t('policies:indicator.households')}>
      {total === 0 ? (
        <EmptyState title={t('policies:indicator.noneBehind')} />
      ) : (
        <>
          <p className="mb-soft">
            {t('policies:indicator.householdsText', { count: total, amount: formatNumber(total) })}
          </p>
          <Table<Households['rows'][number]>
            size="small"
            rowKey="id"
            dataSource={[...rows]}
            pagination={false}
            scroll={{ x: 'max-content' }}
            columns={[
              {
                title: t('policies:indicator.number'),
                key: 'number',
                render: (_, { county, id, number }) => (
                  <ScreenLink to={`/households/${county}/${id}`}>
                    {number === '' ? id : number}
                  </ScreenLink>
                ),
              },
              { title: t('policies:indicator.head'), dataIndex: 'headName', key: 'head' },
              {
                title: t('policies:indicator.village'),
                key: 'village',
                render: (_, { village }) => village.name,
              },
            ]}
          />
          {total > size && (
            <Pagination
              className="mb-policy-pages"
              size="small"
              current={page}
              pageSize={size}
              total={total}
              showSizeChanger={false}
              onChange={(next) => change({ page: next === 1 ? undefined : String(next) })}
            />
          )}
        </>
      )}
    </Section>
  );
}
