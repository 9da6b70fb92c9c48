import type { ParameterDeclaration } from '../../../rules/model/index.ts';
import type { PackSet } from '../citation.ts';
import type { PackErrorCode } from '../error-codes.ts';
import type { EntryOf, Pack, PackError, Place } from '../pack.ts';
import type { ParameterTable } from '../parameter-values.ts';

/** What the checks of one pack need to know of it and of the others. */
export type Checking = PackSet & {
  readonly pack: Pack;
  /** The pack and those that it extends, nearest first. */
  readonly chain: readonly Pack[];
  readonly tables: ReadonlyMap<string, ParameterTable>;
  readonly declarations: ReadonlyMap<string, ParameterDeclaration>;
  /** Everybody who may lead, support, owe and decide. */
  readonly departments: ReadonlyMap<string, EntryOf<'departments'>>;
};

export function fault(
  at: Place,
  code: PackErrorCode,
  details: Readonly<Record<string, unknown>> = {},
): PackError {
  return { at, code, details };
}
