export type { PackOutline } from './match.ts';
