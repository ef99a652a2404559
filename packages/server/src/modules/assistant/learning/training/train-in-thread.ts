import { Worker } from 'node:worker_threads';
import { trainings } from '@fairlead/understanding';
import type { FromTrainer, ToTrainer } from './trainer-messages.ts';

/** Steps of a training: those of the trainer, and the measuring. */
export const steps = trainings.length + 1;

export type Trained = Extract<FromTrainer, { kind: 'trained' }>;

/**
 * Trains in a thread of its own, so that chats go on. `onStep` hears of each step that is done; once the signal is aborted the thread ends, and null
 * is answered. Throws what went wrong in the thread.
 */
export function trainInThread(
  order: ToTrainer,
  onStep: () => void,
  signal: AbortSignal,
): Promise<Trained | null> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      resolve(null);
      return;
    }
    const worker = new Worker(new URL('./train-worker.ts', import.meta.url), { workerData: order });
    const end = () => void worker.terminate();
    signal.addEventListener('abort', end, { once: true });
    let trained: Trained | null = null;
    worker.on('message', (message: FromTrainer) => {
      if (message.kind === 'step') onStep();
      else trained = message;
    });
    worker.once('error', (error) => {
      signal.removeEventListener('abort', end);
      reject(error);
    });
    worker.once('exit', () => {
      signal.removeEventListener('abort', end);
      if (trained || signal.aborted) resolve(signal.aborted ? null : trained);
      else reject(new Error('the thread that trained ended without a result'));
    });
  });
}
