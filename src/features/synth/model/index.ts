export type { SynthHousehold } from './household.ts';
export { type PopulationOrder, synthesise, synthesiseDonghu } from './population.ts';
