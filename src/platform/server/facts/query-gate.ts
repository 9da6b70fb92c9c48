/**
 * Lets only so many works run at once; the others wait their turn. Each query of DuckDB already
 * uses every core and holds one of Node's few worker threads, which passwords and files need too.
 */
export function queryGate(places: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let free = places;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
