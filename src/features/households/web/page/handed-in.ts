import type { ComponentType } from 'react';
import type { LinesOf } from './income-lines.ts';

/** What a household and its members are due; shown in a section of the page. */
export type Entitlements = ComponentType<{
  readonly county: string;
  readonly id: string;
  readonly villageCode: string;
}>;

/** What other features know of a household, handed in where the product is put together. */
export type HandedIn = { readonly linesOf: LinesOf; readonly Entitlements: Entitlements };
