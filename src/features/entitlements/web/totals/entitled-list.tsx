import { Button, Pagination, Table, type TableColumnType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../../../../platform/web/kit/links.tsx';
import { Loaded } from '../../../../platform/web/kit/loaded.tsx';
import { Section } from '../../../../platform/web/kit/page-header.tsx';
import { PurposeDialog } from '../../../../platform/web/kit/purpose-dialog.tsx';
import { Absent, Money } from '../../../../platform/web/kit/values.tsx';
import { useMay } from '../../../../platform/web/session/officer.tsx';
import type { EntitledRow, ListAnswer, RuleTotals } from '../../model/contract.ts';
import { useBoth } from '../household/words.ts';
import { ExportButton } from './export-button.tsx';
import type { Choose } from './totals-page.tsx';
import { type ListChoice, rowsAPage, useEntitled } from './totals-queries.ts';

type ListProperties = { choice: ListChoice; rule: RuleTotals | undefined; choose: Choose };

/** The households or persons behind a number. */
export function EntitledList({ choice, rule, choose }: ListProperties) {
  const { t } = useTranslation();
  const both = useBoth();
  const [purpose, setPurpose] = useState<string>();
  const [page, setPage] = useState(1);
  if (rule === undefined) return null;
  const title = t('entitlements:list.title', {
    rule: both(rule.title),
    standing: t(`entitlements:totals.${choice.standing}`),
  });
  const isClosed = rule.isSensitive && purpose === undefined;
  return (
    <Section
      title={title}
      actions={
        <>
          <ExportButton choice={choice} isSensitive={rule.isSensitive} />
          <Button onClick={() => choose({ rule: undefined, standing: undefined })}>
            {t('entitlements:list.close')}
          </Button>
        </>
      }
    >
      {isClosed ? (
        <AskPurpose onStated={setPurpose} />
      ) : (
        <Rows choice={choice} page={page} purpose={purpose} onPage={setPage} />
      )}
    </Section>
  );
}

function AskPurpose({ onStated }: { onStated: (purpose: string) => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="mb-dues-hidden" role="note">
      <span>{t('entitlements:list.purpose')}</span>
      {may('household.unmask') && (
        <Button size="small" onClick={() => setAsking(true)}>
          {t('entitlements:list.ask')}
        </Button>
      )}
      <PurposeDialog
        open={isAsking}
        subject={t('entitlements:list.subject')}
        onCancel={() => setAsking(false)}
        onSubmit={async ({ text }) => await Promise.resolve(onStated(text))}
      />
    </div>
  );
}

type RowsProperties = {
  choice: ListChoice;
  page: number;
  purpose: string | undefined;
  onPage: (page: number) => void;
};

function Rows({ choice, page, purpose, onPage }: RowsProperties) {
  const found = useEntitled(choice, { page, purpose, isWanted: true });
  return (
    <Loaded query={found}>
      {(answer) => <RowTable answer={answer} page={page} onPage={onPage} />}
    </Loaded>
  );
}

type RowTableProperties = { answer: ListAnswer } & Pick<RowsProperties, 'page' | 'onPage'>;

function RowTable({ answer: { rows, total }, page, onPage }: RowTableProperties) {
  const { t } = useTranslation();
  const columns = useColumns();
  if (total === 0) return <p className="mb-soft">{t('entitlements:list.empty')}</p>;
  return (
    <>
      <Table<EntitledRow>
        aria-label={t('entitlements:list.caption')}
        size="small"
        rowKey={({ householdId, personId }) => `${householdId} ${personId ?? ''}`}
        columns={columns}
        dataSource={[...rows]}
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
      {total > rowsAPage && (
        <Pagination
          className="mb-totals-pages"
          size="small"
          current={page}
          pageSize={rowsAPage}
          total={total}
          showSizeChanger={false}
          onChange={onPage}
        />
      )}
    </>
  );
}

function useColumns(): TableColumnType<EntitledRow>[] {
  const { t } = useTranslation();
  return [
    {
      title: t('entitlements:list.head'),
      key: 'head',
      render: (_, { county, householdId, headName }) => (
        <ScreenLink to={`/households/${county}/${householdId}`}>{headName}</ScreenLink>
      ),
    },
    {
      title: t('entitlements:list.person'),
      key: 'person',
      render: (_, { personName }) => personName ?? <Absent />,
    },
    { title: t('entitlements:list.number'), key: 'number', dataIndex: 'number' },
    { title: t('entitlements:list.village'), key: 'village', dataIndex: 'villageName' },
    {
      title: t('entitlements:list.amount'),
      key: 'amount',
      align: 'right',
      render: (_, { amountFen }) => <Money fen={amountFen} />,
    },
  ];
}
