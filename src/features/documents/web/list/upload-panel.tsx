import { CloudUploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../../../../platform/web/kit/links.tsx';
import { Section } from '../../../../platform/web/kit/page-header.tsx';
import { useProblemSentence } from '../../../../platform/web/kit/states.tsx';
import { MOST_BYTES } from './judge-file.ts';
import { type Outcome, type Uploads, useUploads } from './use-uploads.ts';

const MEGABYTE = 1024 ** 2;

/** Takes files by drop or choice, sends them with their progress, and says what became of each. */
export function UploadPanel() {
  const { t } = useTranslation();
  const uploads = useUploads();
  return (
    <Section title={t('documents:upload.title')}>
      {uploads.sending === undefined ? (
        <FileOffer onFiles={uploads.send} />
      ) : (
        <Sending sending={uploads.sending} onStop={uploads.stop} />
      )}
      <ul className="mb-documents-outcomes" aria-live="polite">
        {uploads.outcomes.map((outcome) => (
          <OutcomeLine key={outcome.file} outcome={outcome} />
        ))}
      </ul>
    </Section>
  );
}

function FileOffer({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  useNoStrayDrops();
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className={isOver ? 'mb-documents-drop mb-documents-drop-over' : 'mb-documents-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <CloudUploadOutlined className="mb-documents-drop-picture" aria-hidden />
      <span>{t('documents:upload.drop')}</span>
      <Button type="primary" onClick={() => input.current?.click()}>
        {t('documents:upload.choose')}
      </Button>
      <span className="mb-soft">
        {t('documents:upload.kinds', { most: `${MOST_BYTES / MEGABYTE} MB` })}
      </span>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".txt,.docx,.pdf"
        aria-label={t('documents:upload.choose')}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file may be chosen again after it was corrected.
          target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </div>
  );
}

/** A file that misses the place must not make the browser leave the page and open it. */
function useNoStrayDrops(): void {
  useEffect(() => {
    const refuse = (event: Event): void => event.preventDefault();
    globalThis.addEventListener('dragover', refuse);
    globalThis.addEventListener('drop', refuse);
    return () => {
      globalThis.removeEventListener('dragover', refuse);
      globalThis.removeEventListener('drop', refuse);
    };
  }, []);
}

type SendingProperties = { sending: NonNullable<Uploads['sending']>; onStop: () => void };

function Sending({ sending: { file, share }, onStop }: SendingProperties) {
  const { t } = useTranslation();
  const percent = Math.floor(share * 100);
  return (
    <div className="mb-documents-drop">
      <span role="status">
        {t(share >= 1 ? 'documents:upload.reading' : 'documents:upload.sending', { file })}
      </span>
      <div
        className="mb-documents-bar"
        role="progressbar"
        aria-label={t('documents:upload.progress')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <span style={{ width: `${percent}%` }} />
      </div>
      <Button onClick={onStop}>{t('documents:upload.stop')}</Button>
    </div>
  );
}

function OutcomeLine({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const { file } = outcome;
  if (!('documents' in outcome)) {
    const why =
      'refusal' in outcome ? t(`documents:upload.${outcome.refusal}`) : sentence(outcome.problem);
    return (
      <li className="mb-documents-outcome mb-documents-outcome-bad">
        <strong>{t('documents:upload.refused', { file })}</strong>
        <span>{why}</span>
      </li>
    );
  }
  const { documents } = outcome;
  return (
    <li className="mb-documents-outcome">
      <strong>{t('documents:upload.found', { file, count: documents.length })}</strong>
      <ul>
        {documents.map(({ id, title, clauses }) => (
          <li key={id}>
            <ScreenLink to={`/documents/${id}`}>
              {title ?? t('documents:list.untitled', { file })}
            </ScreenLink>{' '}
            <span className="mb-soft">{t('documents:upload.clauses', { count: clauses })}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}
