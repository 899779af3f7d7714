import { readFileSync } from 'node:fs';

import { expect, test, vi } from 'vitest';

import { readAny } from '../../../../web/data/reading/read-any.ts';
import type { Source } from '../../../../web/data/reading/read-cohort.ts';
import { isZip } from '../../../../web/data/text/formats.ts';
import { openZip } from '../../../../web/data/workbook/zip.ts';
import { calc } from './calc.mjs';
import { zip } from './lib/zip.mjs';
import { texts } from './texts.mjs';
import { workbooks } from './workbooks.mjs';

// Files that were damaged on their way: whatever becomes of them, they are read or refused in a
// sentence, in time, and the table that is open stays. scripts/mutate-files makes many more.

vi.mock('../../../../web/engine/pool.ts', () => ({
  createPool: () => ({ width: 1, analyze: () => new Promise(() => undefined) }),
}));
// As the worker does it, without one.
vi.mock('../../../../web/data/reading/apart.ts', () => ({
  readApart: (source: Source) => readAny(source),
}));

const store = await import('../../../../web/data/store.ts');
const { checkCohort } = await import('../../../../web/data/checks/checks.ts');

const count = Number(process.env['MUTATIONS'] ?? 300);
const seed = Number(process.env['MUTATIONS_SEED'] ?? 1);
/** Of one file, in ms; on a busy machine most take a hundredth of it. */
const patience = 5000;

// The largest would take most of the time, and its kind is refused before it is read.
const files = [...texts, ...workbooks, ...calc]
  .map(({ name, table }) => {
    const bytes = new Uint8Array(readFileSync(new URL(`files/${name}`, import.meta.url)));
    return { name, bytes, whole: isZip(bytes) && table !== undefined };
  })
  .filter(({ bytes }) => bytes.length < 100_000);

/** Numbers from 0 up to below 1, the same for a seed (mulberry32). */
function random(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One to eight damages, mostly one or two: bits flipped, bytes cut out, swapped, repeated or put in, the end lost. */
function mutated(original: Uint8Array, next: () => number): Uint8Array<ArrayBuffer> {
  let bytes = Array.from(original);
  const place = () => Math.floor(next() * bytes.length);
  const special = [...'",;\t|\n\r=<>&\u0000'].map((sign) => sign.charCodeAt(0));
  const damages = 1 + Math.floor(next() * next() * 8);
  for (let damage = 0; damage < damages && bytes.length > 0; damage += 1) {
    const [at, to] = [place(), place()];
    const length = Math.floor(next() * 20);
    switch (Math.floor(next() * 7)) {
      case 0:
        bytes[at]! ^= 1 << Math.floor(next() * 8);
        break;
      case 1:
        bytes.splice(at, length);
        break;
      case 2:
        [bytes[at], bytes[to]] = [bytes[to]!, bytes[at]!];
        break;
      case 3:
        bytes.splice(at, 0, ...bytes.slice(to, to + length));
        break;
      case 4:
        bytes.splice(at, 0, special[Math.floor(next() * special.length)]!);
        break;
      case 5:
        bytes.splice(at, 0, ...Array.from({ length }, () => Math.floor(next() * 256)));
        break;
      default:
        if (next() < 0.3) bytes = bytes.slice(0, at);
    }
  }
  return Uint8Array.from(bytes);
}

/** Damages within the parts of a workbook, which its zip would hide from the reader. */
async function mutatedWithin(
  original: Uint8Array<ArrayBuffer>,
  next: () => number,
): Promise<Uint8Array<ArrayBuffer>> {
  const opened = openZip(original);
  const entries: Record<string, Uint8Array> = {};
  for (const name of opened.names) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of opened.chunks(name)) chunks.push(chunk);
    const content = Buffer.concat(chunks);
    const hit = next() < 1.5 / opened.names.length;
    entries[name] = hit ? mutated(content, next) : content;
  }
  return new Uint8Array(zip(entries));
}

const openAndLookAt = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
  const before = store.cohort.value!;
  const started = performance.now();
  const done = await store.openFile(new File([bytes], name));
  expect(performance.now() - started).toBeLessThan(patience);
  expect(store.reading.value).toBeNull();
  const after = store.cohort.value!;
  if (!done) {
    expect(after).toBe(before);
    expect(store.loadProblem.value).toMatch(/: [A-Z\d].*[.…]$/s);
    return 'refused';
  }
  const { header, rows, columns } = after.table;
  expect(after).not.toBe(before);
  expect([rows > 0, new Set(header).size]).toEqual([true, header.length]);
  for (const { codes, texts: own } of columns) {
    expect(codes.length).toBe(rows);
    expect(codes.every((code) => own[code] !== undefined)).toBe(true);
  }
  checkCohort(after, store.setup.value);
  store.undo();
  expect(store.cohort.value).toBe(before);
  return 'read';
};

test(`${count} damaged files are read or refused, and the open table stays`, async () => {
  await store.openExample();
  const next = random(seed);
  const outcomes = { read: 0, refused: 0 };
  for (let number = 0; number < count; number += 1) {
    const { name, bytes, whole } = files[Math.floor(next() * files.length)]!;
    const damaged = whole && next() < 0.7 ? await mutatedWithin(bytes, next) : mutated(bytes, next);
    try {
      outcomes[await openAndLookAt(name, damaged)] += 1;
    } catch (error) {
      const shown = Buffer.from(damaged).toString('base64');
      throw new Error(`mutation ${number} of ${name}: ${shown}`, { cause: error });
    }
  }
  // Damages that break nothing, or everything, would prove little.
  expect(outcomes.read).toBeGreaterThan(count / 5);
  expect(outcomes.refused).toBeGreaterThan(count / 20);
}, 3_600_000);
