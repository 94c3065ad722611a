import { parentPort, Worker, workerData } from 'node:worker_threads';
import { type Job, type JobResult, runJob } from './jobs.ts';

export type RunJob = (job: Job) => Promise<JobResult>;

/**
 * Runs jobs in a thread, so that the backend answers its calls meanwhile. A thread and not a process: Electron's fuses
 * keep the shipped program from running as a plain Node.
 *
 * @param entry a program that calls {@link serveAsWorker} when it finds itself in a thread
 */
export function runInWorker(entry: URL): RunJob {
  return (job) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(entry, { workerData: job });
      // A job that is under way does not keep the program alive.
      worker.unref();
      worker.once('message', (result: JobResult) => resolve(result));
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`The maintenance thread ended with code ${code}.`)));
    });
}

/** The thread's side: one job, one answer. */
export async function serveAsWorker(): Promise<void> {
  parentPort?.postMessage(await runJob(workerData as Job));
}
