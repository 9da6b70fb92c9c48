/** Today in China, `2026-03-01`. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

export function thisYear(): number {
  return Number(today().slice(0, 4));
}
