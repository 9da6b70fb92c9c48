import { CloudUploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type DragEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

const ACCEPTED = '.xlsx,.csv';

type FileOfferProperties = { onFiles: (files: readonly File[]) => void };

/** The place where files are dropped or chosen: several at once, with mouse, finger or keyboard. */
export function FileOffer({ onFiles }: FileOfferProperties) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { isOver, handlers } = useDrop(onFiles);
  useNoStrayDrops();
  return (
    <div className={isOver ? 'mb-intake-drop mb-intake-drop-over' : 'mb-intake-drop'} {...handlers}>
      <CloudUploadOutlined className="mb-intake-drop-picture" aria-hidden />
      <p className="mb-intake-drop-title">
        {t(isOver ? 'intake-desk:upload.letGo' : 'intake-desk:upload.title')}
      </p>
      <Button type="primary" size="large" onClick={() => input.current?.click()}>
        {t('intake-desk:upload.choose')}
      </Button>
      <p className="mb-soft">{t('intake-desk:upload.kinds')}</p>
      <HiddenInput input={input} onFiles={onFiles} />
    </div>
  );
}

/** A button that opens the same choice of files, for adding to an import. */
export function FileButton({ onFiles, children }: FileOfferProperties & { children: string }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>{children}</Button>
      <HiddenInput input={input} onFiles={onFiles} />
    </>
  );
}

type HiddenInputProperties = FileOfferProperties & { input: RefObject<HTMLInputElement | null> };

function HiddenInput({ input, onFiles }: HiddenInputProperties) {
  const { t } = useTranslation();
  return (
    <input
      ref={input}
      type="file"
      hidden
      multiple
      accept={ACCEPTED}
      aria-label={t('intake-desk:upload.choose')}
      onChange={({ target }) => {
        const files = [...(target.files ?? [])];
        // The same file may be chosen again after it was corrected.
        target.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}

function useDrop(onFiles: (files: readonly File[]) => void) {
  const [depth, setDepth] = useState(0);
  const handlers = {
    onDragEnter: (event: DragEvent) => {
      event.preventDefault();
      setDepth((before) => before + 1);
    },
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDragLeave: () => setDepth((before) => Math.max(0, before - 1)),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setDepth(0);
      const files = [...event.dataTransfer.files];
      if (files.length > 0) onFiles(files);
    },
  };
  return { isOver: depth > 0, handlers };
}

/** A file that misses the place must not make the browser leave the page and open it. */
function useNoStrayDrops(): void {
  useEffect(() => {
    const refuse = (event: Event): void => event.preventDefault();
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
}
