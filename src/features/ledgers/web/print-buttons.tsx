import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PurposeDialog } from '../../../platform/web/kit/purpose-dialog.tsx';
import { ProblemView } from '../../../platform/web/kit/states.tsx';
import { useMay } from '../../../platform/web/session/officer.tsx';
import type { PrintAnswer } from '../model/contract.ts';
import {
  fileAddress,
  type Printed,
  type PrintFormat,
  useOrder,
  usePrints,
} from './ledger-queries.ts';
import { PrintProgress } from './print-progress.tsx';

/** Orders a print of a ledger, and shows how far it is until its file is there. */
export function PrintButtons({ printed }: { printed: Printed | undefined }) {
  const { t } = useTranslation();
  const may = useMay();
  const [ordered, setOrdered] = useState<PrintAnswer>();
  const [clearFormat, askFor] = useState<PrintFormat>();
  const order = useOrder(setOrdered);
  const isCard = printed?.kind === 'card';
  const isDisabled = printed === undefined;
  const print = (format: PrintFormat): void => {
    if (printed !== undefined) order.mutate({ ...printed, format });
  };
  const clear: PrintFormat[] = [
    ...(isCard && may('household.unmask') ? (['pdf'] as const) : []),
    ...(isCard && may('household.unmask') && may('household.export') ? (['xlsx'] as const) : []),
  ];
  return (
    <div className="mb-ledger-print">
      <div className="mb-page-header-actions">
        <Button
          type="primary"
          icon={<PrinterOutlined />}
          disabled={isDisabled}
          loading={order.isPending}
          onClick={() => print('pdf')}
        >
          {t('ledgers:print.pdf')}
        </Button>
        <Button icon={<DownloadOutlined />} disabled={isDisabled} onClick={() => print('xlsx')}>
          {t('ledgers:print.xlsx')}
        </Button>
        {clear.length > 0 && (
          <Dropdown
            disabled={isDisabled}
            trigger={['click']}
            menu={{
              items: clear.map((format) => ({
                key: format,
                label: t(`ledgers:print.clear.${format}`),
              })),
              onClick: ({ key }) => askFor(clear.find((format) => format === key)),
            }}
          >
            <Button>{t('ledgers:print.clear.open')}</Button>
          </Dropdown>
        )}
      </div>
      <PurposeDialog
        open={clearFormat !== undefined}
        subject={t('ledgers:print.clear.subject')}
        onCancel={() => askFor(undefined)}
        onSubmit={async ({ text }) => {
          if (printed === undefined || clearFormat === undefined) return;
          await order.mutateAsync({ ...printed, format: clearFormat, purpose: text });
        }}
      />
      {order.error !== null && clearFormat === undefined && <ProblemView problem={order.error} />}
      {ordered !== undefined && <Ordered id={ordered.id} first={ordered} />}
    </div>
  );
}

function Ordered({ id, first }: { id: string; first: PrintAnswer }) {
  const { t } = useTranslation();
  const found = usePrints().data?.find((print) => print.id === id) ?? first;
  return (
    <div className="mb-ledger-ordered" role="status">
      <PrintProgress print={found} />
      {found.state === 'done' && (
        <Button
          size="small"
          href={fileAddress(found)}
          download={found.fileName}
          icon={<DownloadOutlined />}
        >
          {t('shell:do.download')}
        </Button>
      )}
    </div>
  );
}
