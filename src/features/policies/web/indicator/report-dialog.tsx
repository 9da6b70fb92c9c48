import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { thisYear } from '../../../../platform/web/format.ts';
import { FormDialog } from '../../../../platform/web/kit/form-dialog.tsx';
import { useAct } from '../../../../platform/web/kit/use-act.ts';
import { isUnitWritten } from '../../model/unit.ts';
import { addressed, type Behind, type Report } from '../policy-queries.ts';
import { useSay } from '../words.ts';

const YEARS_BACK = 12;

type Values = {
  period: string;
  value: number;
  department: string;
  evidence: string;
  reason?: string;
};

type DialogProperties = { behind: Behind; before?: Report | undefined; onClose: () => void };

/** A department reports a value for a period, or corrects the one before. */
export function ReportDialog({ behind, before, onClose }: DialogProperties) {
  const { t } = useTranslation();
  const say = useSay();
  const { indicator } = behind;
  const title = say(indicator.title);
  const report = useReport({ behind, before, onClose });
  const [first] = indicator.reportedBy;
  return (
    <FormDialog<Values>
      title={t(
        before === undefined ? 'policies:indicator.reportTitle' : 'policies:indicator.correctTitle',
        { title },
      )}
      confirm={t(before === undefined ? 'policies:indicator.report' : 'policies:indicator.correct')}
      isRunning={report.isPending}
      problem={report.error}
      initialValues={{
        period: before?.period,
        value: before?.value,
        department: before?.department ?? first?.id,
        evidence: before?.evidence,
      }}
      onSubmit={(values) => report.mutate(values)}
      onClose={onClose}
    >
      <Fields behind={behind} isCorrection={before !== undefined} />
    </FormDialog>
  );
}

function Fields({ behind, isCorrection }: { behind: Behind; isCorrection: boolean }) {
  const { t } = useTranslation();
  const say = useSay();
  const { indicator } = behind;
  const must = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <>
      <Form.Item
        name="period"
        label={t('policies:indicator.period')}
        rules={must(t('policies:indicator.periodMissing'))}
      >
        <Select
          showSearch
          disabled={isCorrection}
          options={periodsOf(indicator.every).map((value) => ({ value, label: value }))}
        />
      </Form.Item>
      <Form.Item
        name="value"
        label={
          isUnitWritten(indicator.unit)
            ? t('policies:indicator.reportValue', { unit: t(`policies:unit.${indicator.unit}`) })
            : t('policies:indicator.reportValuePlain')
        }
        rules={[{ required: true, message: t('policies:indicator.valueMissing') }]}
      >
        <InputNumber<number> className="mb-wide" />
      </Form.Item>
      <Form.Item name="department" label={t('policies:indicator.department')}>
        <Select
          options={indicator.reportedBy.map(({ id, title }) => ({ value: id, label: say(title) }))}
        />
      </Form.Item>
      <Form.Item
        name="evidence"
        label={t('policies:indicator.evidence')}
        rules={must(t('policies:indicator.evidenceMissing'))}
      >
        <Input.TextArea
          rows={2}
          maxLength={500}
          placeholder={t('policies:indicator.evidenceHint')}
        />
      </Form.Item>
      {isCorrection && (
        <Form.Item
          name="reason"
          label={t('policies:indicator.reason')}
          rules={must(t('policies:indicator.reasonMissing'))}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
    </>
  );
}

function useReport({ behind, before, onClose }: DialogProperties) {
  const { t } = useTranslation();
  const { pack, indicator, region } = behind;
  return useAct({
    send: ({ reason, ...values }: Values, requestId) =>
      answer(
        api.POST('/api/policies/{pack}/indicators/{indicator}/reports', {
          params: { path: { pack: pack.id, indicator: indicator.id } },
          body: {
            ...values,
            requestId,
            region: addressed(region.code),
            ...(before === undefined ? {} : { replaces: before.id }),
            ...(reason === undefined ? {} : { reason }),
          },
        }),
      ),
    refresh: [['policies']],
    done: t(before === undefined ? 'policies:indicator.done' : 'policies:indicator.corrected'),
    onDone: onClose,
  });
}

const parts: Readonly<Record<string, readonly string[]>> = {
  halfYear: ['-H2', '-H1'],
  quarter: ['-Q4', '-Q3', '-Q2', '-Q1'],
  month: Array.from({ length: 12 }, (_, index) => `-${String(12 - index).padStart(2, '0')}`),
};

/** The periods of the last years, the newest first. */
function periodsOf(every: string | null): string[] {
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(thisYear() - back));
  const within = parts[every ?? ''] ?? [''];
  return years.flatMap((year) => within.map((part) => `${year}${part}`));
}
