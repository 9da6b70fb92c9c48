import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

/** Key caps, not words: the same in every language. */
const keys = [
  { caps: ['/'], does: 'search' },
  { caps: ['?'], does: 'help' },
  { caps: ['Esc'], does: 'close' },
  { caps: ['Tab'], does: 'next' },
  { caps: ['↑', '↓'], does: 'rows' },
  { caps: ['Enter'], does: 'open' },
] as const;

export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('shell:keys.title')} width={420}>
      <dl className="mb-keys">
        {keys.map(({ caps, does }) => (
          <div key={does}>
            <dt>
              {caps.map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dt>
            <dd>{t(`shell:keys.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
