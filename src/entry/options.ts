import { isAbsolute, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export type StartOptions = { port: number; dataFolder: string; demonstration: boolean };

/** Reads what `npm start -- …` was told; undefined if it cannot be understood. */
export function readStartOptions(args: string[]): StartOptions | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '8080' },
        data: { type: 'string', default: 'data' },
        empty: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) return undefined;
    const dataFolder = isAbsolute(values.data) ? values.data : resolve(values.data);
    return { port, dataFolder, demonstration: !values.empty };
  } catch {
    return undefined;
  }
}
