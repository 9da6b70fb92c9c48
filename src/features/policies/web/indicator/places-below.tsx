import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../../../../platform/web/kit/links.tsx';
import { Section } from '../../../../platform/web/kit/page-header.tsx';
import { Absent } from '../../../../platform/web/kit/values.tsx';
import { type Behind, householdsAt, indicatorAt } from '../policy-queries.ts';
import { useQuantity } from '../words.ts';

const ROWS_AT_ONCE = 20;
type Place = Behind['places'][number];

/** The value in each division below; the name goes down, the value to its households. */
export function PlacesBelow({ behind }: { behind: Behind }) {
  const { t } = useTranslation();
  const quantity = useQuantity();
  const { indicator, pack, places } = behind;
  return (
    <Section title={t('policies:indicator.places')}>
      <Table<Place>
        size="small"
        rowKey="code"
        dataSource={[...places]}
        scroll={{ x: 'max-content' }}
        pagination={
          places.length > ROWS_AT_ONCE && {
            pageSize: ROWS_AT_ONCE,
            showSizeChanger: false,
            size: 'small',
          }
        }
        columns={[
          {
            title: t('policies:indicator.place'),
            key: 'name',
            sorter: (one, other) => (one.code < other.code ? -1 : 1),
            render: (_, { code, name }) => (
              <ScreenLink to={indicatorAt(pack.id, indicator.id, code)}>{name}</ScreenLink>
            ),
          },
          {
            title: t('policies:indicator.amount'),
            key: 'value',
            align: 'right',
            sorter: (one, other) => (one.value ?? -1) - (other.value ?? -1),
            render: (_, { code, value, filters }) => {
              if (value === null) return <Absent />;
              const written = <span className="mb-number">{quantity(value, indicator.unit)}</span>;
              return filters === null || value === 0 ? (
                written
              ) : (
                <ScreenLink to={householdsAt(code, filters)}>{written}</ScreenLink>
              );
            },
          },
        ]}
      />
    </Section>
  );
}
