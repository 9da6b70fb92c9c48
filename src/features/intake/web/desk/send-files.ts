import { type Sending, sendForm } from '../../../../platform/web/send-form.ts';
import type { UploadAnswer } from '../../model/contract.ts';

export type Upload = Sending & {
  readonly files: readonly File[];
  /** The import that the files are added to; a new one if left out. */
  readonly run?: string | undefined;
  readonly requestId: string;
};

/** Sends files as one request. */
export async function sendFiles({
  files,
  run,
  requestId,
  onProgress,
  signal,
}: Upload): Promise<UploadAnswer> {
  const form = new FormData();
  form.append('requestId', requestId);
  if (run !== undefined) form.append('run', run);
  for (const file of files) form.append('file', file, file.name);
  return await sendForm('/api/intake/files', form, { onProgress, signal });
}
