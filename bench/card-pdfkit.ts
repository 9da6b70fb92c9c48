import PDFDocument from 'pdfkit';
import type { Block, Ledger } from '../src/features/ledgers/model/ledger.ts';
import { isNumeric, writeValue } from '../src/features/ledgers/model/write-value.ts';

const LEFT = 57;
const WIDTH = 504;
const LINE = 17;

type Pdf = InstanceType<typeof PDFDocument>;

/**
 * The same cards drawn by hand with pdfkit: each value of each block in its place, on one line, with
 * the lines of the tables. What does not fit is cut off, not wrapped, which spares it the measuring.
 */
export async function drawWithPdfkit(
  ledgers: readonly Ledger[],
  fonts: readonly Buffer[],
): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  pdf.registerFont('regular', fonts[0] ?? Buffer.alloc(0));
  pdf.registerFont('bold', fonts[1] ?? Buffer.alloc(0));
  for (const ledger of ledgers) drawCard(pdf, ledger);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawCard(pdf: Pdf, ledger: Ledger): void {
  pdf.addPage();
  say(pdf, ledger.title, { x: LEFT, y: 30, width: WIDTH, bold: true, size: 16 });
  say(pdf, ledger.place, { x: LEFT, y: 55, width: WIDTH });
  let y = 72;
  for (const block of ledger.blocks) y = drawBlock(pdf, block, y) + 6;
}

function drawBlock(pdf: Pdf, block: Block, top: number): number {
  let y = top;
  if (block.type === 'signatures' || block.type === 'notes') {
    for (const item of block.items) {
      say(pdf, item, { x: LEFT, y, width: WIDTH });
      y += 10;
    }
    return y;
  }
  if (block.title !== '') {
    say(pdf, block.title, { x: LEFT, y, width: WIDTH, bold: true, size: 9.6 });
    y += 14;
  }
  const { rows, widths, right } = gridOf(block);
  for (const row of rows) {
    let x = LEFT;
    row.cells.forEach((text, index) => {
      const width = widths[index] ?? 0;
      pdf.rect(x, y, width, LINE).stroke();
      say(pdf, text, {
        x: x + 3,
        y: y + 4,
        width: width - 6,
        bold: row.bold,
        right: right[index] ?? false,
      });
      x += width;
    });
    y += LINE;
  }
  return y;
}

type Grid = { rows: { cells: string[]; bold: boolean }[]; widths: number[]; right: boolean[] };

function gridOf(block: Extract<Block, { type: 'facts' | 'table' }>): Grid {
  if (block.type === 'facts') {
    const cells = block.items.map(({ label, kind, value }) => [
      label,
      writeValue(kind, value, 'zh-CN'),
    ]);
    const rows = Array.from({ length: Math.ceil(cells.length / block.across) }, (_, index) => ({
      cells: cells.slice(index * block.across, (index + 1) * block.across).flat(),
      bold: false,
    }));
    const width = WIDTH / block.across;
    return {
      rows,
      widths: cells.flatMap(() => [width * 0.4, width * 0.6]),
      right: [],
    };
  }
  const all = block.columns.reduce((sum, { width }) => sum + width, 0);
  return {
    rows: [
      { cells: block.columns.map(({ title }) => title), bold: false },
      ...block.rows.map(({ cells, role }) => ({
        cells: cells.map((cell, index) =>
          writeValue(block.columns[index]?.kind ?? 'text', cell, 'zh-CN'),
        ),
        bold: role === 'total',
      })),
    ],
    widths: block.columns.map(({ width }) => (width / all) * WIDTH * (block.half ? 0.5 : 1)),
    right: block.columns.map(({ kind }) => isNumeric(kind)),
  };
}

type Place = {
  x: number;
  y: number;
  width: number;
  bold?: boolean;
  size?: number;
  right?: boolean;
};

function say(pdf: Pdf, text: string, at: Place): void {
  pdf
    .font(at.bold === true ? 'bold' : 'regular')
    .fontSize(at.size ?? 8)
    .text(text, at.x, at.y, {
      width: at.width,
      height: 10,
      lineBreak: false,
      align: at.right === true ? 'right' : 'left',
    });
}
