import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { isOutcomeUnknown } from '../../../../platform/web/api.ts';
import { useRequestId } from '../../../../platform/web/kit/use-act.ts';
import type { UploadAnswer } from '../../model/contract.ts';
import { sendFiles } from './send-files.ts';

export type UploadState = {
  send: (files: readonly File[]) => void;
  /** Ends an upload that is under way; nothing of it stays on the server. */
  stop: () => void;
  isSending: boolean;
  /** How much is under way, 0 to 1; at 1 the server still looks at the files. */
  share: number;
  /** What is being sent. */
  files: readonly File[];
  problem: unknown;
};

/**
 * Uploads files, to a new import or to one that waits for more. An upload goes on while the officer
 * looks at other pages; `onDone` is called only if this one is still open then.
 */
export function useUpload(options: {
  run?: string | undefined;
  onDone: (run: string) => void;
}): UploadState {
  const [share, setShare] = useState(0);
  const stopping = useRef<AbortController>(undefined);
  const { requestIdFor, settle } = useRequestId();
  const queries = useQueryClient();
  const isOpen = useIsOpen();
  const upload = useMutation<UploadAnswer, unknown, readonly File[]>({
    mutationFn: async (files) => {
      setShare(0);
      stopping.current = new AbortController();
      return await sendFiles({
        files,
        run: options.run,
        requestId: requestIdFor(
          files.map(({ name, size, lastModified }) => [name, size, lastModified]),
        ),
        onProgress: setShare,
        signal: stopping.current.signal,
      });
    },
    onError: (thrown) => {
      if (isStop(thrown) || !isOutcomeUnknown(thrown)) settle();
    },
    onSuccess: async ({ id }) => {
      settle();
      await queries.invalidateQueries({ queryKey: ['intake'] });
      if (isOpen.current) options.onDone(id);
    },
  });
  useStayUntilDone(upload.isPending);
  return {
    send: upload.mutate,
    stop: () => stopping.current?.abort(),
    isSending: upload.isPending,
    share,
    files: upload.variables ?? [],
    problem: upload.error === null || isStop(upload.error) ? undefined : upload.error,
  };
}

function useIsOpen(): RefObject<boolean> {
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  return isOpen;
}

/** The browser asks once more before it closes the page that sends the files. */
function useStayUntilDone(isSending: boolean): void {
  useEffect(() => {
    if (!isSending) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isSending]);
}

function isStop(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError';
}
