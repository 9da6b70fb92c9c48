import { type Sending, sendForm } from '../../../../platform/web/send-form.ts';
import type { UploadAnswer } from '../../model/contract.ts';

type FileSending = Sending & { readonly file: File; readonly requestId: string };

export async function sendFile({
  file,
  requestId,
  onProgress,
  signal,
}: FileSending): Promise<UploadAnswer> {
  const form = new FormData();
  form.append('requestId', requestId);
  form.append('file', file, file.name);
  return await sendForm('/api/documents/files', form, { onProgress, signal });
}
