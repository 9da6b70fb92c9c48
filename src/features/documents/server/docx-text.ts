import { cutLimits } from '../model/cut.ts';
import { AutomaticNumbers, type NumberedStyle, readNumberedStyles } from './automatic-numbers.ts';
import { type Attributes, type OfficeZip, openOfficeZip, relatedPart } from './office-zip.ts';
import { UnreadableDocument } from './unreadable-document.ts';

/**
 * The text of a .docx (ECMA-376 WordprocessingML), a line for each paragraph, with the numbers that
 * the program prints before paragraphs. Deleted text, comments, notes and headers are not part of it.
 */
export async function readDocx(bytes: Buffer): Promise<string> {
  const zip = await openOfficeZip(bytes);
  try {
    const main = await mainPart(zip);
    const numbers = await AutomaticNumbers.read(zip, await relatedPart(zip, main, '/numbering'));
    const styles = await readNumberedStyles(zip, await relatedPart(zip, main, '/styles'));
    const reader = new BodyReader(numbers, styles);
    await zip.read(main, {
      open: (name, attributes) => reader.open(name, attributes),
      text: (text) => reader.text(text),
      close: (name) => reader.close(name),
    });
    return reader.lines.join('\n');
  } finally {
    zip.close();
  }
}

async function mainPart(zip: OfficeZip): Promise<string> {
  const main = (await relatedPart(zip, '', '/officeDocument')) ?? 'word/document.xml';
  if (zip.has(main) && main.startsWith('word/')) return main;
  const office = ['xl/workbook.xml', 'ppt/presentation.xml', 'content.xml', 'mimetype'];
  throw new UnreadableDocument(
    office.some((name) => zip.has(name)) ? 'documentOtherOffice' : 'documentOtherKind',
  );
}

type Paragraph = {
  text: string;
  style: string | undefined;
  numId: string | undefined;
  level: number | undefined;
};

// Text inside these is not printed, or printed a second time (the fallback of a drawing).
const unprinted = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText']);
const outlined = new Set(['tab', 'br', 'cr']);

class BodyReader {
  readonly lines: string[] = [];
  readonly #numbers: AutomaticNumbers;
  readonly #styles: ReadonlyMap<string, NumberedStyle>;
  readonly #open: Paragraph[] = [];
  #characters = 0;
  #hidden = 0;
  #collecting = false;
  /** Within w:pPr, where w:numPr is the paragraph's and not that of a tracked change. */
  #properties = 0;
  #changes = 0;

  constructor(numbers: AutomaticNumbers, styles: ReadonlyMap<string, NumberedStyle>) {
    this.#numbers = numbers;
    this.#styles = styles;
  }

  open(name: string, attributes: Attributes): void {
    if (unprinted.has(name) && !this.#isProperty()) this.#hidden += 1;
    if (name === 'pPr') this.#properties += 1;
    if (name === 'pPrChange') this.#changes += 1;
    if (name === 'p') {
      this.#open.push({ text: '', style: undefined, numId: undefined, level: undefined });
      return;
    }
    const paragraph = this.#open.at(-1);
    if (paragraph === undefined || this.#hidden > 0) return;
    if (this.#isProperty()) this.#setProperty(paragraph, name, attributes('val') ?? '');
    else if (name === 't') this.#collecting = true;
    else if (name === 'noBreakHyphen') paragraph.text += '-';
    else if (outlined.has(name)) paragraph.text += name === 'tab' ? ' ' : '\n';
  }

  #isProperty(): boolean {
    return this.#properties > 0;
  }

  #setProperty(paragraph: Paragraph, name: string, value: string): void {
    if (this.#changes > 0) return;
    if (name === 'pStyle') paragraph.style = value;
    else if (name === 'numId') paragraph.numId = value;
    else if (name === 'ilvl') paragraph.level = Number(value) || 0;
  }

  text(text: string): void {
    const paragraph = this.#open.at(-1);
    if (!this.#collecting || paragraph === undefined) return;
    paragraph.text += text;
    this.#characters += text.length;
    if (this.#characters > cutLimits.characters)
      throw new UnreadableDocument('documentTooLong', { most: cutLimits.characters });
  }

  close(name: string): void {
    if (unprinted.has(name) && !this.#isProperty()) this.#hidden = Math.max(0, this.#hidden - 1);
    if (name === 'pPr') this.#properties -= 1;
    if (name === 'pPrChange') this.#changes -= 1;
    if (name === 't') this.#collecting = false;
    if (name !== 'p') return;
    const paragraph = this.#open.pop();
    if (paragraph !== undefined) this.lines.push(`${this.#numberOf(paragraph)}${paragraph.text}`);
  }

  /** The list of the paragraph itself, else that of its style; numId 0 takes a number away. */
  #numberOf({ text, style, numId, level }: Paragraph): string {
    const styled = style === undefined ? undefined : this.#styles.get(style);
    const list = numId ?? styled?.numId;
    // The program numbers an empty paragraph of a list too.
    if (list === undefined || list === '0' || (text === '' && numId === undefined)) return '';
    return this.#numbers.next(list, level ?? styled?.level ?? 0);
  }
}
