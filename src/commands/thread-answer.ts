import type { Worker } from 'node:worker_threads';

/**
 * What a thread tells first; null when it ends without. The program is not kept alive for it until it is asked for.
 */
export function answerOf<Answer>(worker: Worker): () => Promise<Answer | null> {
  worker.unref();
  const answer = new Promise<Answer | null>((resolve) => {
    worker.once('message', (told: Answer) => resolve(told));
    worker.once('error', () => resolve(null));
    worker.once('exit', () => resolve(null));
  });
  return () => {
    worker.ref();
    return answer;
  };
}
