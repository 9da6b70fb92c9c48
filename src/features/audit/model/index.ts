export {
  checkpointAnswer,
  type Event,
  event,
  eventsAnswer,
  eventsQuery,
  proofAnswer,
} from './contract.ts';
