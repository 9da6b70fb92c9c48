import { DownOutlined, ExportOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, given } from '../../../../platform/web/api.ts';
import { PurposeDialog } from '../../../../platform/web/kit/purpose-dialog.tsx';
import { saveFile } from '../../../../platform/web/kit/save-file.ts';
import { ProblemView } from '../../../../platform/web/kit/states.tsx';
import { useMay } from '../../../../platform/web/session/officer.tsx';

/** What the list shows now, as `GET /api/households` takes it. */
type ListView = {
  text: string | undefined;
  region: string | undefined;
  filters: string;
  sort: string | undefined;
};

/**
 * Takes the list as it is shown out as a spreadsheet: masked, or in clear for a stated purpose.
 * Nothing for officers who may not export.
 */
export function ExportButton({ view }: { view: ListView }) {
  const { t } = useTranslation();
  const may = useMay();
  const { message, modal } = App.useApp();
  const [isAsking, setAsking] = useState(false);
  const [isRunning, setRunning] = useState(false);
  if (!may('household.export')) return null;

  const take = async (purpose?: string): Promise<void> => {
    await exportList(view, purpose);
    void message.success(t('household-export:done'));
  };
  const takeMasked = async (): Promise<void> => {
    setRunning(true);
    try {
      await take();
    } catch (problem) {
      modal.info({
        icon: null,
        title: t('household-export:failed'),
        content: <ProblemView problem={problem} />,
      });
    } finally {
      setRunning(false);
    }
  };
  const items = [
    { key: 'masked', label: t('household-export:masked'), onClick: () => void takeMasked() },
    ...(may('household.unmask')
      ? [{ key: 'clear', label: t('household-export:clear'), onClick: () => setAsking(true) }]
      : []),
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<ExportOutlined aria-hidden />} loading={isRunning}>
          {t('shell:do.export')}
          <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
      <PurposeDialog
        open={isAsking}
        subject={t('household-export:clearSubject')}
        onCancel={() => setAsking(false)}
        onSubmit={async ({ text }) => await take(text)}
      />
    </>
  );
}

async function exportList(view: ListView, purpose: string | undefined): Promise<void> {
  const clear = purpose === undefined ? {} : { clear: { purpose } };
  const body = { text: '', filters: '', ...given(view), ...clear };
  await saveFile(api.POST('/api/households/export', { body, parseAs: 'blob' }));
}
