import { Table, type TableColumnType } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../../platform/web/format.ts';
import { ToneTag } from '../../../../platform/web/kit/codes.tsx';
import { Absent, Money } from '../../../../platform/web/kit/values.tsx';
import type { ListedStanding, RuleTotals } from '../../model/contract.ts';
import { useBoth } from '../household/words.ts';
import type { Choose } from './totals-page.tsx';
import type { Choice } from './totals-queries.ts';

type TableProperties = {
  rules: readonly RuleTotals[];
  chosen: Choice['list'];
  choose: Choose;
};

/** Every rule with how many are due, get and do not get; a number opens the list behind it. */
export function RuleTable({ rules, chosen, choose }: TableProperties) {
  const { t } = useTranslation();
  const columns = useColumns({ chosen, choose });
  if (rules.length === 0) return <p className="mb-soft">{t('entitlements:totals.none')}</p>;
  return (
    <Table<RuleTotals>
      aria-label={t('entitlements:totals.caption')}
      className="mb-totals-table"
      size="small"
      rowKey="key"
      columns={columns}
      dataSource={[...rules]}
      pagination={false}
      scroll={{ x: 'max-content' }}
    />
  );
}

type Column = TableColumnType<RuleTotals>;

function useColumns({ chosen, choose }: Pick<TableProperties, 'chosen' | 'choose'>): Column[] {
  const { t } = useTranslation();
  const counted = (standing: ListedStanding): Column => ({
    title: t(`entitlements:totals.${standing}`),
    key: standing,
    align: 'right',
    sorter: (one, other) => one[standing] - other[standing],
    showSorterTooltip: false,
    render: (_, rule) => (
      <Count
        rule={rule}
        standing={standing}
        isChosen={chosen?.rule === rule.key && chosen.standing === standing}
        choose={choose}
      />
    ),
  });
  return [
    {
      title: t('entitlements:totals.rule'),
      key: 'rule',
      render: (_, rule) => <Name rule={rule} />,
    },
    counted('due'),
    counted('gotAndDue'),
    counted('dueNotGot'),
    counted('gotNotDue'),
    counted('open'),
    {
      title: t('entitlements:totals.amount'),
      key: 'amount',
      align: 'right',
      sorter: (one, other) => (one.amountFen ?? 0) - (other.amountFen ?? 0),
      showSorterTooltip: false,
      render: (_, { amountFen, per }) => (
        <>
          <Money fen={amountFen} whole />
          {amountFen !== null && per !== null && (
            <span className="mb-soft"> {t(`entitlements:per.${per}`)}</span>
          )}
        </>
      ),
    },
    {
      title: t('entitlements:totals.notGot'),
      key: 'notGot',
      align: 'right',
      render: (_, { notGotFen, isRecorded }) =>
        isRecorded ? <Money fen={notGotFen} whole /> : <Absent />,
    },
  ];
}

function Name({ rule }: { rule: RuleTotals }) {
  const { t } = useTranslation();
  const both = useBoth();
  const { title, theme, effect, subject, absence, isRecorded, isSensitive } = rule;
  return (
    <div className="mb-totals-name">
      <span>{both(title)}</span>
      <span className="mb-totals-tags">
        <ToneTag>{t(`entitlements:effect.${effect}`)}</ToneTag>
        <ToneTag>{t(`entitlements:theme.${theme}`)}</ToneTag>
        <small className="mb-soft">
          {t(`entitlements:subject.${subject}`)}
          {effect === 'entitlement' && !isRecorded && (
            <> · {t('entitlements:totals.notRecorded')}</>
          )}
          {isSensitive && <> · {t('entitlements:totals.sensitive')}</>}
          {absence !== null && <> · {t(`entitlements:totals.${absence}`)}</>}
        </small>
      </span>
    </div>
  );
}

type CountProperties = {
  rule: RuleTotals;
  standing: ListedStanding;
  isChosen: boolean;
  choose: Choose;
};

function Count({ rule, standing, isChosen, choose }: CountProperties) {
  const { t } = useTranslation();
  const both = useBoth();
  const { absence, isRecorded, [standing]: count, key } = rule;
  const asksReceipt = standing !== 'due' && standing !== 'open';
  if (absence !== null || (asksReceipt && !isRecorded)) return <Absent />;
  if (count === 0) return <span className="mb-soft">0</span>;
  const name = `${both(rule.title)} ${t(`entitlements:totals.${standing}`)}`;
  return (
    <button
      type="button"
      className="mb-totals-number"
      aria-pressed={isChosen}
      aria-label={`${name} ${formatNumber(count)}`}
      onClick={() => choose({ rule: key, standing })}
    >
      {formatNumber(count)}
    </button>
  );
}
