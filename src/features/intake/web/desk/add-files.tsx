import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../../../platform/web/format.ts';
import { ProblemView } from '../../../../platform/web/kit/states.tsx';
import { FileButton } from './file-offer.tsx';
import { refusalOfFile } from './judge-files.ts';
import { RefusedFiles } from './refused-files.tsx';
import { useUpload } from './use-upload.ts';

/** Adds files to an import that has not started: the corrected one, or the third of three. */
export function AddFiles({ run }: { run: string }) {
  const { t } = useTranslation();
  const [offered, setOffered] = useState<readonly File[]>([]);
  const upload = useUpload({ run, onDone: () => setOffered([]) });
  const good = offered.filter((file) => refusalOfFile(file) === undefined);
  if (upload.isSending) {
    return (
      <span role="status" className="mb-number">
        {t('intake-desk:upload.adding', { share: formatShare(upload.share) })}
      </span>
    );
  }
  return (
    <>
      <FileButton
        onFiles={(files) => {
          setOffered(files);
          if (files.every((file) => refusalOfFile(file) === undefined)) upload.send(files);
        }}
      >
        {t('intake-desk:upload.add')}
      </FileButton>
      {upload.problem !== undefined && <ProblemView problem={upload.problem} />}
      {offered.length > good.length && (
        <RefusedFiles files={offered} onSend={() => upload.send(good)} />
      )}
    </>
  );
}
