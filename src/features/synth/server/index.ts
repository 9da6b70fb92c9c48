export { type WriteOrder, type WrittenPopulation, writePopulation } from './write-population.ts';
