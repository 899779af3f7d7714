// Reads one large table apart from the page, which goes on answering. It is ended when it has
// answered, or when nobody wants the table any more.
import { handedOver, packed, type PackedCohort } from './packed.ts';
import { readCohort, type Source } from './read-cohort.ts';
import type { ReadingStep } from './step.ts';

export type Reply =
  | { step: ReadingStep }
  | { read: { ok: true; cohort: PackedCohort } | { ok: false; problem: string } };

/** In ms: more often nobody can read it. */
const betweenSteps = 100;

addEventListener('message', ({ data }: MessageEvent<Source>) => {
  let told = 0;
  const read = readCohort(data, (step) => {
    const now = performance.now();
    if (now - told < betweenSteps) return;
    told = now;
    reply({ step });
  });
  if (!read.ok) reply({ read });
  else {
    const cohort = packed(read.cohort);
    reply({ read: { ok: true, cohort } }, handedOver(cohort));
  }
});

function reply(message: Reply, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}
