export { exportAsJob } from './export-job.ts';
export { Maintenance } from './maintenance.ts';
export { safetyHandlers } from './safety-handlers.ts';
export { type RunJob, runInWorker, serveAsWorker } from './worker.ts';
