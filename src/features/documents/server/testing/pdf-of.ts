import { createRequire } from 'node:module';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';

const font = join(
  createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
  '../400Regular/NotoSansSC_400Regular.ttf',
);

/** A PDF with text, a list of lines for each page. */
export async function pdfOf(pages: readonly (readonly string[])[]): Promise<Buffer> {
  const document = new PDFDocument({ autoFirstPage: false, font });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => document.on('end', () => resolve()));
  for (const lines of pages) {
    document.addPage({ margin: 40 });
    for (const line of lines) document.text(line);
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}
