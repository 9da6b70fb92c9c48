export type { SynthHousehold } from './household.ts';
export { type PopulationOrder, synthesise, synthesiseDonghu } from './population.ts';
export { DONGHU_PEOPLE, peopleOfVillage } from './village-people.ts';
