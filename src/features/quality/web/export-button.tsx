import { ExportOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, given } from '../../../platform/web/api.ts';
import { PurposeDialog } from '../../../platform/web/kit/purpose-dialog.tsx';
import { saveFile } from '../../../platform/web/kit/save-file.ts';
import { useMay } from '../../../platform/web/session/officer.tsx';
import type { FindingChoice } from '../model/contract.ts';

/** Takes the chosen findings out as a spreadsheet, for a stated purpose. */
export function ExportButton({ choice }: { choice: FindingChoice }) {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const [isAsking, setAsking] = useState(false);
  if (!may('household.export')) return null;
  return (
    <>
      <Button icon={<ExportOutlined />} onClick={() => setAsking(true)}>
        {t('shell:do.export')}
      </Button>
      <PurposeDialog
        open={isAsking}
        subject={t('quality-desk:export.subject')}
        onCancel={() => setAsking(false)}
        onSubmit={async ({ text }) => {
          const body = { ...given(choice), purpose: text };
          await saveFile(api.POST('/api/quality/findings/export', { body, parseAs: 'blob' }));
          void message.success(t('quality-desk:export.done'));
        }}
      />
    </>
  );
}
