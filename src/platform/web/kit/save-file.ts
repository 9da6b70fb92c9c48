import { answer } from '../api.ts';

type FileCall = Promise<{ data?: unknown; error?: unknown; response: Response }>;

/**
 * Saves the file that a request answers (`parseAs: 'blob'`) under the name that the server gives it,
 * as the browser saves any download. Throws a `Refusal` like every other call.
 */
export async function saveFile(call: FileCall): Promise<void> {
  const blob = (await answer(call)) as Blob;
  const { response } = await call;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileNameOf(response.headers.get('content-disposition') ?? '');
  link.click();
  // The browser reads the address after the click was handled, Firefox noticeably later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The name in a content-disposition: the encoded one (RFC 5987) before the plain one. */
export function fileNameOf(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="([^"]*)"/i.exec(disposition)?.[1] ?? '';
}
