export { type PopulationOrder, synthesise, synthesiseDonghu } from './population.ts';
