import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../../../platform/web/format.ts';
import { useGo } from '../../../../platform/web/kit/links.tsx';
import { ProblemView } from '../../../../platform/web/kit/states.tsx';
import { Bar } from '../words/bar.tsx';
import { formatBytes } from '../words/sizes.ts';
import { FileOffer } from './file-offer.tsx';
import { refusalOfFile } from './judge-files.ts';
import { RefusedFiles } from './refused-files.tsx';
import { type UploadState, useUpload } from './use-upload.ts';

/** Takes files and sends them; what cannot be sent is said at once, with the cure. */
export function UploadPanel() {
  const go = useGo();
  const upload = useUpload({ onDone: (run) => go(`/intake/${run}`) });
  const [offered, setOffered] = useState<readonly File[]>([]);
  const offer = (files: readonly File[]): void => {
    setOffered(files);
    if (files.every((file) => refusalOfFile(file) === undefined)) upload.send(files);
  };
  const good = offered.filter((file) => refusalOfFile(file) === undefined);
  if (upload.isSending) return <Sending upload={upload} />;
  return (
    <>
      {upload.problem !== undefined && (
        <ProblemView problem={upload.problem} retry={() => upload.send(good)} />
      )}
      {offered.length > good.length && (
        <RefusedFiles files={offered} onSend={() => upload.send(good)} />
      )}
      <FileOffer onFiles={offer} />
    </>
  );
}

function Sending({ upload }: { upload: UploadState }) {
  const { t } = useTranslation();
  const bytes = upload.files.reduce((sum, { size }) => sum + size, 0);
  const isLooking = upload.share >= 1;
  return (
    <div className="mb-intake-drop mb-intake-drop-busy">
      <p className="mb-intake-drop-title" role="status">
        {t(isLooking ? 'intake-desk:upload.looking' : 'intake-desk:upload.sending', {
          count: upload.files.length,
        })}
      </p>
      <Bar label={t('intake-desk:upload.progress')} share={upload.share} />
      <p className="mb-soft mb-number">
        {t('intake-desk:upload.sent', {
          share: formatShare(upload.share),
          sent: formatBytes(bytes * upload.share),
          all: formatBytes(bytes),
        })}
      </p>
      <ul className="mb-intake-drop-files">
        {upload.files.map(({ name, size }) => (
          <li key={name}>
            {name} <span className="mb-soft">{formatBytes(size)}</span>
          </li>
        ))}
      </ul>
      <p className="mb-soft">{t('intake-desk:upload.mayLeave')}</p>
      <Button onClick={upload.stop}>{t('intake-desk:upload.stop')}</Button>
    </div>
  );
}
