/** What a browser sees of a file before it is sent. */
export type OfferedFile = { readonly name: string; readonly size: number };

export type FileRefusal = 'fileEmpty' | 'fileOldExcel' | 'fileOfOtherKind' | 'fileTooLarge';

/** As much as the server takes of one file. */
export const MOST_BYTES = 2 * 1024 ** 3;

/**
 * Refuses what need not be sent at all, by its name and size. Whether a file is what its name says
 * only the server finds out.
 */
export function refusalOfFile({ name, size }: OfferedFile): FileRefusal | undefined {
  if (/\.xls$/i.test(name)) return 'fileOldExcel';
  if (!/\.(xlsx|csv)$/i.test(name)) return 'fileOfOtherKind';
  if (size === 0) return 'fileEmpty';
  return size > MOST_BYTES ? 'fileTooLarge' : undefined;
}
