import { Refusal, refusalOf } from '../../../../platform/web/api.ts';
import { currentLanguage } from '../../../../platform/web/language/language.ts';
import type { UploadAnswer } from '../../model/contract.ts';

type Sending = {
  file: File;
  requestId: string;
  /** Told how much is under way, 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

/** Sends one file. By XMLHttpRequest, because `fetch` does not tell how much of a body is under way. */
export function sendFile({ file, requestId, onProgress, signal }: Sending): Promise<UploadAnswer> {
  const form = new FormData();
  form.append('requestId', requestId);
  form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/documents/files');
    request.setRequestHeader('Accept-Language', currentLanguage());
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      onProgress(total === 0 ? 0 : loaded / total);
    });
    request.addEventListener('load', () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as UploadAnswer);
      else reject(refusalOf(body, request.status));
    });
    request.addEventListener('error', () => {
      reject(new Refusal({ code: 'unreachable', status: 0 }));
    });
    request.addEventListener('abort', () => {
      reject(new DOMException('The officer stopped the upload', 'AbortError'));
    });
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
