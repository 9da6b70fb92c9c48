import { Refusal, refusalOf } from './api.ts';
import { currentLanguage } from './language/language.ts';

export type Sending = {
  /** Told how much is under way, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
};

/**
 * Sends a form with files. By XMLHttpRequest, because `fetch` does not tell how much of a body is
 * under way; throws a `Refusal` like every other call, and an `AbortError` if it was stopped.
 */
export function sendForm<Answer>(
  path: string,
  form: FormData,
  { onProgress, signal }: Sending,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Accept-Language', currentLanguage());
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      onProgress(total === 0 ? 0 : loaded / total);
    });
    request.addEventListener('load', () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as Answer);
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
