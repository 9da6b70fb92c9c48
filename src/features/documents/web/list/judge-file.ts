/** What a browser sees of a file before it is sent. */
export type OfferedFile = { readonly name: string; readonly size: number };

export type FileRefusal = 'fileEmpty' | 'fileTooLarge' | 'fileOldWord' | 'fileOfOtherKind';

/** As much as the server takes. */
export const MOST_BYTES = 32 * 1024 ** 2;

/**
 * Refuses what need not be sent at all, by its name and size. Whether a file is what its name says
 * only the server finds out.
 */
export function refusalOfFile({ name, size }: OfferedFile): FileRefusal | undefined {
  if (/\.(doc|wps|rtf)$/i.test(name)) return 'fileOldWord';
  if (!/\.(txt|docx|pdf)$/i.test(name)) return 'fileOfOtherKind';
  if (size === 0) return 'fileEmpty';
  return size > MOST_BYTES ? 'fileTooLarge' : undefined;
}
