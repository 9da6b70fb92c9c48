import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { refusalOfFile } from './judge-files.ts';

type RefusedFilesProperties = {
  /** All that were offered together. */
  files: readonly File[];
  /** Sends those that are in order. */
  onSend: () => void;
};

/** Files that were not sent, each with the cure; the others may go without them. */
export function RefusedFiles({ files, onSend }: RefusedFilesProperties) {
  const { t } = useTranslation();
  const refused = files.flatMap((file) => {
    const code = refusalOfFile(file);
    return code === undefined ? [] : [{ name: file.name, code }];
  });
  const good = files.length - refused.length;
  return (
    <div className="mb-intake-notice mb-intake-notice-bad" role="alert">
      <p className="mb-intake-notice-title">
        {t('intake-desk:upload.refused', { count: refused.length })}
      </p>
      <ul>
        {refused.map(({ name, code }) => (
          <li key={name}>
            <strong>{name}</strong> {t(`intake-desk:upload.${code}`)}
          </li>
        ))}
      </ul>
      {good > 0 && (
        <Button type="primary" onClick={onSend}>
          {t('intake-desk:upload.sendOthers', { count: good })}
        </Button>
      )}
    </div>
  );
}
