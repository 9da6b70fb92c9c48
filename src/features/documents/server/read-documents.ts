import type { CutDocument } from '../model/clause.ts';
import { cutText } from '../model/cut.ts';
import { fitPacks, type PackFit, type PackOutline } from '../model/match.ts';
import { readDocx } from './docx-text.ts';
import { readPdf } from './pdf-text.ts';
import { readPlainText, type TextEncoding } from './plain-text.ts';
import { UnreadableDocument } from './unreadable-document.ts';

export type DocumentFormat = 'txt' | 'docx' | 'pdf';
export type ReadFile = {
  readonly format: DocumentFormat;
  readonly encoding: TextEncoding | null;
  readonly documents: readonly FittedDocument[];
};

/** A document with the pack that it fits. */
export type FittedDocument = CutDocument & { readonly fit: PackFit };

/**
 * Reads a file by what its bytes say it is, whatever its name, cuts its text into clauses and holds
 * these against the packs.
 */
export async function readDocuments(
  bytes: Buffer,
  packs: readonly PackOutline[] = [],
): Promise<ReadFile> {
  const { text, ...what } = await textOf(bytes);
  // A zero character is no text, and PostgreSQL holds none.
  const cut = cutText(text.toWellFormed().replaceAll('\u0000', ''));
  if (!cut.ok) {
    const { code, ...details } = cut.problem;
    throw new UnreadableDocument(code, details);
  }
  const documents = cut.value.map((document) => ({
    ...document,
    fit: fitPacks(document.clauses, packs),
  }));
  return { ...what, documents };
}

type TextOfFile = { text: string; format: DocumentFormat; encoding: TextEncoding | null };

async function textOf(bytes: Buffer): Promise<TextOfFile> {
  if (bytes.length === 0) throw new UnreadableDocument('documentFileEmpty');
  const refusal = refusalOf(bytes);
  if (refusal !== undefined) throw new UnreadableDocument(refusal);
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004')
    return { text: await readDocx(bytes), format: 'docx', encoding: null };
  if (bytes.subarray(0, 1_024).includes('%PDF-'))
    return { text: await readPdf(bytes), format: 'pdf', encoding: null };
  return { ...readPlainText(bytes), format: 'txt' };
}

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** Files that are often sent in place of a text, each with its own cure. */
function refusalOf(
  bytes: Buffer,
): 'documentOldWord' | 'documentEncrypted' | 'documentWebPage' | 'documentOtherKind' | undefined {
  if (bytes.subarray(0, COMPOUND.length).equals(COMPOUND))
    return bytes.includes(ENCRYPTED) ? 'documentEncrypted' : 'documentOldWord';
  const start = bytes
    .subarray(0, 1_024)
    .toString('latin1')
    .replace(/^[\u00ef\u00bb\u00bf\s]+/u, '')
    .toLowerCase();
  if (start.startsWith('{\\rtf')) return 'documentOldWord';
  if (
    /^<(!doctype html|html|head|body|div|meta|!--)/.test(start) ||
    (start.startsWith('<?xml') && start.includes('<html'))
  )
    return 'documentWebPage';
  return /^(\u0089png|gif8|\u00ff\u00d8\u00ff|rar!|7z\u00bc\u00af|<\?xml)/.test(start)
    ? 'documentOtherKind'
    : undefined;
}
