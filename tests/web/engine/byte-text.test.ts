import { expect, test } from 'vitest';

import { textOf } from '../../../web/bundle/byte-text.ts';
import { bytesOf } from '../../../web/engine/byte-text.ts';

const all = Uint8Array.from({ length: 1024 }, (_, at) => (at * at + at) % 256);

test('every byte comes back', () => {
  const every = Uint8Array.from({ length: 256 }, (_, at) => at);
  expect(bytesOf(textOf(every))).toEqual(every);
  expect(bytesOf(textOf(all))).toEqual(all);
  expect(bytesOf(textOf(new Uint8Array()))).toEqual(new Uint8Array());
});

test('nothing in the text has to be escaped in a script', () => {
  const text = textOf(all);
  expect(text).not.toMatch(/["'$<\\`\p{Cc}\u2028\u2029]/u);
  expect(JSON.stringify(text)).toBe(`"${text}"`);
});

test('what is frequent takes one byte in UTF-8', () => {
  const mostlyZero = new Uint8Array(10_000);
  mostlyZero[7] = 200;
  expect(new TextEncoder().encode(textOf(mostlyZero).slice(256))).toHaveLength(10_000);
});
