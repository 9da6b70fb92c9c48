import type { Sealer } from '../../../platform/server/crypto/sealer.ts';
import { openCsv } from './csv-reader.ts';
import { SealedFile, type StoredFile } from './sealed-file.ts';
import type { Format } from './sniff.ts';
import type { TableFile } from './table-source.ts';
import { openXlsx } from './xlsx-reader.ts';

/** Opens a stored file as tables, by what its bytes say it is. */
export async function openTables(
  stored: StoredFile,
  format: Format,
  from: { readonly dataFolder: string; readonly sealer: Sealer },
): Promise<TableFile> {
  const file = await SealedFile.open(from.dataFolder, stored, from.sealer);
  try {
    return format.format === 'xlsx' ? await openXlsx(file) : openCsv(file, format.encoding);
  } catch (error) {
    await file.close();
    throw error;
  }
}
