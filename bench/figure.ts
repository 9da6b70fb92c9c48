import { appendFileSync } from 'node:fs';

/** A promised figure as it was measured, and the bound that it is held to. */
export type Figure = {
  readonly figure: string;
  readonly value: number;
  /** `×` for a ratio to the peer. */
  readonly unit: '×' | 'ms' | 's' | 'MiB' | '/s';
  /** What it is a ratio to. */
  readonly peer?: string;
} & ({ readonly atMost: number } | { readonly atLeast: number });

/** Prints the figure on a line, and hands it to `npm run bench` where that runs us. */
export function stateFigure(figure: Figure): void {
  console.log(figureText(figure));
  const file = process.env['MINGBAI_BENCH_FIGURES'] ?? '';
  if (file !== '') appendFileSync(file, `${JSON.stringify(figure)}\n`);
}

export function isMet(figure: Figure): boolean {
  return 'atMost' in figure ? figure.value <= figure.atMost : figure.value >= figure.atLeast;
}

export function figureText(figure: Figure): string {
  const { value, unit, peer } = figure;
  const digits = Math.abs(value) < 10 ? 2 : 1;
  const bound = 'atMost' in figure ? `≤ ${figure.atMost}` : `≥ ${figure.atLeast}`;
  return [
    figure.figure.padEnd(64),
    `${value.toFixed(digits)} ${unit}`.padStart(12),
    `(${bound}: ${isMet(figure) ? 'met' : 'MISSED'})`.padEnd(18),
    peer === undefined ? '' : `beside ${peer}`,
  ]
    .join('  ')
    .trimEnd();
}
