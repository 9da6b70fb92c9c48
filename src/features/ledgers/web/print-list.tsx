import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../platform/web/kit/loaded.tsx';
import { Section } from '../../../platform/web/kit/page-header.tsx';
import { EmptyState, ProblemView } from '../../../platform/web/kit/states.tsx';
import { Instant } from '../../../platform/web/kit/values.tsx';
import type { PrintAnswer } from '../model/contract.ts';
import { fileAddress, isOpen, usePrints, useRemoval } from './ledger-queries.ts';
import { PrintProgress } from './print-progress.tsx';

/** The officer's prints of the last day: how far they are, their files, and the way to stop them. */
export function PrintList() {
  const { t } = useTranslation();
  const prints = usePrints();
  const removal = useRemoval();
  return (
    <Section title={t('ledgers:list.title')}>
      {removal.error !== null && <ProblemView problem={removal.error} />}
      <Loaded query={prints}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={t('ledgers:list.empty')} description={t('ledgers:list.emptyText')} />
          ) : (
            <ul className="mb-ledger-prints">
              {found.map((print) => (
                <PrintLine key={print.id} print={print} remove={() => removal.mutate(print.id)} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function PrintLine({ print, remove }: { print: PrintAnswer; remove: () => void }) {
  const { t } = useTranslation();
  return (
    <li>
      <div className="mb-ledger-print-name">
        <strong>{print.fileName}</strong>
        <span className="mb-soft">
          <Instant value={print.orderedAt} /> · {print.number}
          {print.clear && ` · ${t('ledgers:list.clear')}`}
        </span>
      </div>
      <PrintProgress print={print} />
      <div className="mb-page-header-actions">
        {print.state === 'done' && (
          <Button
            size="small"
            type="primary"
            href={fileAddress(print)}
            download={print.fileName}
            icon={<DownloadOutlined />}
            aria-label={t('ledgers:list.download', { name: print.fileName })}
          >
            {t('shell:do.download')}
          </Button>
        )}
        <Button
          size="small"
          onClick={remove}
          aria-label={t(isOpen(print) ? 'ledgers:list.stopOne' : 'ledgers:list.removeOne', {
            name: print.fileName,
          })}
        >
          {t(isOpen(print) ? 'shell:do.cancel' : 'shell:do.remove')}
        </Button>
      </div>
    </li>
  );
}
