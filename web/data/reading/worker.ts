// Reads one large table apart from the page, which goes on answering. It is ended when it has
// answered, or when nobody wants the table any more.
import { packed, type Piece } from './packed.ts';
import { readAny } from './read-any.ts';
import type { Source } from './read-cohort.ts';
import type { ReadingStep } from './step.ts';

export type Reply = { step: ReadingStep } | { piece: Piece } | { problem: string };

/** In ms: more often nobody can read it. */
const betweenSteps = 100;

addEventListener('message', ({ data }: MessageEvent<Source>) => {
  // As an error of the worker, which the page hears of; a promise's it would not.
  read(data).catch(reportError);
});

async function read(source: Source): Promise<void> {
  let told = 0;
  const done = await readAny(source, (step) => {
    const now = performance.now();
    if (now - told < betweenSteps) return;
    told = now;
    reply({ step });
  });
  if (!done.ok) reply({ problem: done.problem });
  else for (const { piece, transfer } of packed(done.cohort)) reply({ piece }, transfer);
}

function reply(message: Reply, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}
