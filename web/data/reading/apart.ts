import { unpacking } from './packed.ts';
import type { CohortRead, Source } from './read-cohort.ts';
import type { Tell } from './step.ts';
import type { Reply } from './worker.ts';
import ReadingWorker from './worker.ts?worker&inline';

/**
 * Reads a table in a worker of its own. Bytes are handed over: they are gone afterwards. Rejects with
 * the signal's reason as soon as it is aborted, and with an Error when the worker breaks off.
 */
export function readApart(source: Source, signal: AbortSignal, tell: Tell): Promise<CohortRead> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new ReadingWorker({ name: 'reading' });
    const end = () => {
      worker.terminate();
      worker.onmessage = null;
    };
    signal.addEventListener('abort', () => {
      end();
      reject(signal.reason);
    });
    const unpack = unpacking();
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if ('step' in data) {
        tell(data.step);
        return;
      }
      if ('problem' in data) {
        end();
        resolve({ ok: false, problem: data.problem });
        return;
      }
      const cohort = unpack(data.piece);
      if (cohort === null) return;
      end();
      resolve({ ok: true, cohort });
    };
    worker.onerror = ({ message }) => {
      end();
      reject(new Error(message));
    };
    // As an object, not as a File: opened from a disk, WebKit lets no worker read one.
    const { content } = source;
    worker.postMessage(source, typeof content === 'string' ? [] : [content.buffer]);
  });
}
