import { ExportOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, given } from '../../../../platform/web/api.ts';
import { PurposeDialog } from '../../../../platform/web/kit/purpose-dialog.tsx';
import { saveFile } from '../../../../platform/web/kit/save-file.ts';
import { useMay } from '../../../../platform/web/session/officer.tsx';
import type { ListChoice } from './totals-queries.ts';

/** Takes the whole list out as a spreadsheet, for a stated purpose. */
export function ExportButton({
  choice,
  isSensitive,
}: {
  choice: ListChoice;
  isSensitive: boolean;
}) {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const [isAsking, setAsking] = useState(false);
  if (!may('household.export') || (isSensitive && !may('household.unmask'))) return null;
  return (
    <>
      <Button icon={<ExportOutlined aria-hidden />} onClick={() => setAsking(true)}>
        {t('shell:do.export')}
      </Button>
      <PurposeDialog
        open={isAsking}
        subject={t('entitlements:export.subject')}
        onCancel={() => setAsking(false)}
        onSubmit={async ({ text }) => {
          const { rule, standing } = choice;
          const body = { ...given(choice), rule, standing, purpose: text };
          await saveFile(api.POST('/api/entitlements/export', { body, parseAs: 'blob' }));
          void message.success(t('entitlements:export.done'));
        }}
      />
    </>
  );
}
