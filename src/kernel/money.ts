/** Money is a whole number of fen (分); 100 fen make one yuan. Never a fraction. */
export type Fen = number & { readonly __fen: never };

/** Reads yuan as written in forms (`1234.5`, `1,234.50`); undefined unless exact to the fen. */
export function parseYuan(text: string): Fen | undefined {
  const match = /^(-?)(\d{1,13}|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2})0*)?$/.exec(text.trim());
  if (match === null) return undefined;
  const yuan = Number((match[2] ?? '').replaceAll(',', ''));
  const fraction = Number((match[3] ?? '').padEnd(2, '0'));
  const fen = yuan * 100 + fraction;
  if (!Number.isSafeInteger(fen)) return undefined;
  return (match[1] === '-' ? -fen : fen) as Fen;
}

/** A number of fen known to be whole, as in code and tests; throws otherwise. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new Error(`Not a whole number of fen: ${amount}`);
  return amount as Fen;
}

/** Yuan with two decimals, as printed in ledgers: `1234.50`. */
export function formatYuan(amount: Fen): string {
  const sign = amount < 0 ? '-' : '';
  const whole = Math.abs(amount);
  return `${sign}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
}

/** Rounds half away from zero to the whole fen, as 四舍五入 does (domain reference 1.8). */
export function divideFen(amount: Fen, divisor: number): Fen {
  const quotient = Math.abs(amount) / divisor;
  return fen(Math.sign(amount) * Math.floor(quotient + 0.5));
}
