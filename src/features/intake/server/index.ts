export {
  type ImportEnvironment,
  type ImportedFile,
  type ImportReport,
  type ImportRequest,
  importFiles,
} from './import-files.ts';
export { type IntakeRunner, startIntake } from './intake-runner.ts';
export { pruneUploads } from './prune-uploads.ts';
export { intakeRoutes } from './routes.ts';
