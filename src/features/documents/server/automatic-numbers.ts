import { formatNumber } from './number-formats.ts';
import type { OfficeZip } from './office-zip.ts';

/** One level of a list (w:lvl, ECMA-376-1, 17.9.6). */
type Level = {
  start: number;
  format: string;
  /** The text with %1 to %9 for the numbers of the levels. */
  text: string;
  /** What follows the number: a tab, a space or nothing. */
  suffix: string;
  restarts: boolean;
  inDigits: boolean;
};

type Levels = Map<number, Level>;
type Instance = { list: string; starts: Map<number, number>; levels: Levels };

export type NumberedStyle = { readonly numId: string; readonly level: number };

const MOST_LEVELS = 9;

/** Counts the paragraphs of a .docx that are numbered by their style or list, not by their text. */
export class AutomaticNumbers {
  readonly #lists = new Map<string, Levels>();
  readonly #instances = new Map<string, Instance>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /** Reads word/numbering.xml. */
  static async read(zip: OfficeZip, part: string | undefined): Promise<AutomaticNumbers> {
    const numbers = new AutomaticNumbers();
    if (part !== undefined) await numbers.#read(zip, part);
    return numbers;
  }

  async #read(zip: OfficeZip, part: string): Promise<void> {
    let levels: Levels | undefined;
    let instance: Instance | undefined;
    let level: Level | undefined;
    let overridden = 0;
    await zip.read(part, {
      open: (name, attributes) => {
        const value = attributes('val') ?? '';
        const number = Number(value) || 0;
        if (name === 'abstractNum') {
          levels = new Map();
          this.#lists.set(attributes('abstractNumId') ?? '', levels);
        } else if (name === 'num') {
          instance = { list: '', starts: new Map(), levels: new Map() };
          levels = instance.levels;
          this.#instances.set(attributes('numId') ?? '', instance);
        } else if (name === 'abstractNumId' && instance !== undefined) instance.list = value;
        else if (name === 'lvlOverride') overridden = Number(attributes('ilvl')) || 0;
        else if (name === 'startOverride') instance?.starts.set(overridden, number);
        else if (name === 'lvl') {
          level = {
            start: 1,
            format: 'decimal',
            text: '',
            suffix: 'tab',
            restarts: true,
            inDigits: false,
          };
          levels?.set(Number(attributes('ilvl')) || 0, level);
        } else if (level !== undefined) setLevel(level, name, value);
      },
      close: (name) => {
        if (name === 'lvl') level = undefined;
        if (name === 'num') instance = undefined;
      },
    });
  }

  /** The number printed before the next paragraph of a list at a level; empty where there is none. */
  next(numId: string, at: number): string {
    const instance = this.#instances.get(numId);
    if (instance === undefined || at < 0 || at >= MOST_LEVELS) return '';
    const levelOf = (index: number): Level | undefined =>
      instance.levels.get(index) ?? this.#lists.get(instance.list)?.get(index);
    const level = levelOf(at);
    if (level === undefined) return '';
    const counts = this.#counts.get(instance.list) ?? [];
    this.#counts.set(instance.list, counts);
    this.#begin(numId, instance, counts);
    counts[at] = (counts[at] ?? level.start - 1) + 1;
    for (let deeper = at + 1; deeper < MOST_LEVELS; deeper += 1) {
      if (levelOf(deeper)?.restarts !== false) counts[deeper] = undefined;
    }
    const text = level.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const shown = levelOf(index);
      const value = counts[index] ?? shown?.start ?? 1;
      return formatNumber(value, level.inDigits ? 'decimal' : (shown?.format ?? 'decimal'));
    });
    if (level.format === 'bullet' || level.format === 'none' || text === '') return '';
    return level.suffix === 'nothing' ? text : `${text} `;
  }

  /** A list that begins with a number of its own does so at its first paragraph. */
  #begin(numId: string, instance: Instance, counts: (number | undefined)[]): void {
    if (this.#begun.has(numId)) return;
    this.#begun.add(numId);
    for (const [index, start] of instance.starts) counts[index] = start - 1;
  }
}

function setLevel(level: Level, name: string, value: string): void {
  switch (name) {
    case 'start':
      level.start = Number(value) || 0;
      return;
    case 'numFmt':
      level.format = value;
      return;
    case 'lvlText':
      level.text = value;
      return;
    case 'suff':
      level.suffix = value;
      return;
    case 'lvlRestart':
      level.restarts = value !== '0';
      return;
    case 'isLgl':
      level.inDigits = value !== '0' && value !== 'false';
      return;
    default:
  }
}

/** Reads word/styles.xml: which styles number their paragraphs, also through the style they are based on. */
export async function readNumberedStyles(
  zip: OfficeZip,
  part: string | undefined,
): Promise<ReadonlyMap<string, NumberedStyle>> {
  type Style = { basedOn?: string; numId?: string; level?: number };
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  if (part !== undefined) {
    await zip.read(part, {
      open: (name, attributes) => {
        const value = attributes('val') ?? '';
        if (name === 'style') {
          style = {};
          styles.set(attributes('styleId') ?? '', style);
        } else if (style === undefined) return;
        else if (name === 'basedOn') style.basedOn = value;
        else if (name === 'numId') style.numId = value;
        else if (name === 'ilvl') style.level = Number(value) || 0;
      },
      close: (name) => {
        if (name === 'style') style = undefined;
      },
    });
  }
  const numbered = new Map<string, NumberedStyle>();
  for (const id of styles.keys()) {
    const found = inherited(styles, id);
    if (found !== undefined) numbered.set(id, found);
  }
  return numbered;
}

const LONGEST_CHAIN = 20;

function inherited(
  styles: ReadonlyMap<string, { basedOn?: string; numId?: string; level?: number }>,
  id: string,
): NumberedStyle | undefined {
  let [here, level]: [string | undefined, number | undefined] = [id, undefined];
  for (let step = 0; step < LONGEST_CHAIN && here !== undefined; step += 1) {
    const style = styles.get(here);
    level ??= style?.level;
    if (style?.numId !== undefined) return { numId: style.numId, level: level ?? 0 };
    here = style?.basedOn;
  }
  return undefined;
}
