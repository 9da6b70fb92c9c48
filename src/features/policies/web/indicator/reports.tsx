import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { ToneTag } from '../../../../platform/web/kit/codes.tsx';
import { ConfirmAct } from '../../../../platform/web/kit/confirm-act.tsx';
import { Section } from '../../../../platform/web/kit/page-header.tsx';
import { EmptyState } from '../../../../platform/web/kit/states.tsx';
import { useAct } from '../../../../platform/web/kit/use-act.ts';
import { Instant } from '../../../../platform/web/kit/values.tsx';
import type { Behind, Report } from '../policy-queries.ts';
import { useQuantity } from '../words.ts';
import { ReportDialog } from './report-dialog.tsx';

const tones = { inForce: 'good', replaced: 'plain', withdrawn: 'warn' } as const;
const stateKeys = {
  inForce: 'policies:indicator.stateInForce',
  replaced: 'policies:indicator.stateReplaced',
  withdrawn: 'policies:indicator.stateWithdrawn',
} as const;

/** What was reported for this region, corrected and withdrawn reports included. */
export function Reports({ behind }: { behind: Behind }) {
  const { t } = useTranslation();
  const quantity = useQuantity();
  const { reports, indicator, mayReport } = behind;
  if (reports.length === 0) {
    return (
      <Section title={t('policies:indicator.reports')}>
        <EmptyState
          title={t('policies:indicator.noReports')}
          description={t('policies:indicator.noReportsText')}
        />
      </Section>
    );
  }
  return (
    <Section title={t('policies:indicator.reports')}>
      <Table<Report>
        size="small"
        rowKey="id"
        dataSource={[...reports]}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('policies:indicator.period'), dataIndex: 'period', key: 'period' },
          {
            title: t('policies:indicator.amount'),
            key: 'value',
            align: 'right',
            render: (_, { value }) => (
              <span className="mb-number">{quantity(value, indicator.unit)}</span>
            ),
          },
          { title: t('policies:indicator.evidence'), dataIndex: 'evidence', key: 'evidence' },
          { title: t('policies:indicator.by'), dataIndex: 'reportedBy', key: 'by' },
          {
            title: t('policies:indicator.at'),
            key: 'at',
            render: (_, { reportedAt }) => <Instant value={reportedAt} />,
          },
          {
            title: t('policies:indicator.state'),
            key: 'state',
            render: (_, { state, endedBecause }) => (
              <>
                <ToneTag tone={tones[state]}>{t(stateKeys[state])}</ToneTag>
                {endedBecause !== null && <span className="mb-soft"> {endedBecause}</span>}
              </>
            ),
          },
          {
            title: t('policies:indicator.acts'),
            key: 'acts',
            render: (_, report) =>
              mayReport &&
              report.state === 'inForce' && <ReportActs behind={behind} report={report} />,
          },
        ]}
      />
    </Section>
  );
}

function ReportActs({ behind, report }: { behind: Behind; report: Report }) {
  const { t } = useTranslation();
  const [isCorrecting, setCorrecting] = useState(false);
  const withdraw = useAct({
    send: (reason: string) =>
      answer(
        api.POST('/api/indicator-reports/{id}/withdrawal', {
          params: { path: { id: report.id } },
          body: { reason },
        }),
      ),
    refresh: [['policies']],
    done: t('policies:indicator.withdrawn'),
  });
  return (
    <span className="mb-policy-acts">
      <Button size="small" onClick={() => setCorrecting(true)}>
        {t('policies:indicator.correct')}
      </Button>
      <ConfirmAct
        trigger={
          <Button size="small" danger>
            {t('policies:indicator.withdraw')}
          </Button>
        }
        title={t('policies:indicator.withdraw')}
        explanation={t('policies:indicator.withdrawText')}
        confirm={t('policies:indicator.withdraw')}
        reason="required"
        isDangerous
        onConfirm={async (reason) => await withdraw.mutateAsync(reason)}
      />
      {isCorrecting && (
        <ReportDialog behind={behind} before={report} onClose={() => setCorrecting(false)} />
      )}
    </span>
  );
}
