/** The lines of a year that an income per head is held against, in fen; absent where none is known. */
export type IncomeLines = {
  readonly povertyLineFen?: number | undefined;
  readonly monitoringLineFen?: number | undefined;
};

/**
 * The lines in force at a place in a year. Whoever knows them is another feature, so it is handed
 * in where the product is put together.
 */
export type LinesOf = (region: string, year: number) => Promise<IncomeLines>;
