import { parentPort, Worker, workerData } from 'node:worker_threads';
import { type Job, type JobHooks, type JobResult, noHooks, runJob } from './jobs.ts';

export type RunJob = (job: Job, hooks?: JobHooks) => Promise<JobResult>;

/** What a job's thread says, and what it is told. */
type FromWorker =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'result'; readonly result: JobResult };
const stopMessage = 'stop';

/**
 * Runs jobs in a thread, so that the backend answers its calls meanwhile. A thread and not a process: Electron's fuses
 * keep the shipped program from running as a plain Node.
 *
 * @param entry a program that calls {@link serveAsWorker} when it finds itself in a thread
 */
export function runInWorker(entry: URL): RunJob {
  return (job, hooks = noHooks) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(entry, { workerData: job });
      // A job that is under way does not keep the program alive.
      worker.unref();
      const stop = () => worker.postMessage(stopMessage);
      hooks.signal.addEventListener('abort', stop, { once: true });
      worker.on('message', (message: FromWorker) => {
        if (message.type === 'progress') hooks.onProgress(message.done, message.total);
        else resolve(message.result);
      });
      worker.once('error', reject);
      worker.once('exit', (code) => {
        hooks.signal.removeEventListener('abort', stop);
        reject(new Error(`The maintenance thread ended with code ${code}.`));
      });
    });
}

/** The thread's side: one job, one answer. */
export async function serveAsWorker(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('This is no thread.');
  const stop = new AbortController();
  port.on('message', (message: unknown) => {
    if (message === stopMessage) stop.abort();
  });
  const tell = (message: FromWorker) => port.postMessage(message);
  const onProgress = (done: number, total: number) => tell({ type: 'progress', done, total });
  tell({ type: 'result', result: await runJob(workerData as Job, { onProgress, signal: stop.signal }) });
  // An open port would keep the thread.
  port.close();
}
