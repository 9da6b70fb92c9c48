export { checkChanges } from './check-changes.ts';
