/** Money is a whole number of fen (分); 100 fen make one yuan. Never a fraction. */
export type Fen = number & { readonly __fen: never };

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
