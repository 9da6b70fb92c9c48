import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newRequestId } from '../../../../platform/web/request-id.ts';
import type { UploadAnswer } from '../../model/contract.ts';
import { type FileRefusal, refusalOfFile } from './judge-file.ts';
import { sendFile } from './send-file.ts';

/** What became of one file. */
export type Outcome =
  | { readonly file: string; readonly documents: UploadAnswer['documents'] }
  | { readonly file: string; readonly refusal: FileRefusal }
  | { readonly file: string; readonly problem: unknown };

export type Uploads = {
  send: (files: readonly File[]) => void;
  stop: () => void;
  /** The file under way and how much of it, 0 to 1; at 1 the server reads it. */
  sending: { readonly file: string; readonly share: number } | undefined;
  outcomes: readonly Outcome[];
};

/** Sends files one after another; one that is refused does not keep the others back. */
export function useUploads(): Uploads {
  const [sending, setSending] = useState<Uploads['sending']>();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const stopping = useRef<AbortController>(undefined);
  const queries = useQueryClient();

  const sendOne = async (file: File, signal: AbortSignal): Promise<Outcome | undefined> => {
    const refusal = refusalOfFile(file);
    if (refusal !== undefined) return { file: file.name, refusal };
    setSending({ file: file.name, share: 0 });
    try {
      const onProgress = (share: number): void => setSending({ file: file.name, share });
      const { documents } = await sendFile({ file, requestId: newRequestId(), onProgress, signal });
      return { file: file.name, documents };
    } catch (problem) {
      return signal.aborted ? undefined : { file: file.name, problem };
    }
  };

  const sendAll = async (files: readonly File[], signal: AbortSignal): Promise<void> => {
    for (const file of files) {
      if (signal.aborted) break;
      const outcome = await sendOne(file, signal);
      if (outcome !== undefined) setOutcomes((before) => [...before, outcome]);
    }
    setSending(undefined);
    await queries.invalidateQueries({ queryKey: ['documents'] });
  };

  return {
    send: (files) => {
      stopping.current = new AbortController();
      setOutcomes([]);
      void sendAll(files, stopping.current.signal);
    },
    stop: () => stopping.current?.abort(),
    sending,
    outcomes,
  };
}
