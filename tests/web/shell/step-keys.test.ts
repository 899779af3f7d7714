import { expect, test, vi } from 'vitest';

vi.mock('../../../web/engine/pool.ts', () => ({ createPool: () => ({ width: 1 }) }));

const { stepOf } = await import('../../../web/shell/step-keys.ts');

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

test.each([
  ['Ctrl Z', { ctrlKey: true, key: 'z' }, 'undo'],
  ['Cmd Z', { metaKey: true, key: 'z' }, 'undo'],
  ['Ctrl Shift Z', { ctrlKey: true, shiftKey: true, key: 'Z' }, 'redo'],
  ['Cmd Shift Z', { metaKey: true, shiftKey: true, key: 'Z' }, 'redo'],
  ['Ctrl Y', { ctrlKey: true, key: 'y' }, 'redo'],
  ['Cmd Y, which shows the history of the browser', { metaKey: true, key: 'y' }, null],
  ['AltGr Z, which writes a letter', { ctrlKey: true, altKey: true, key: 'z' }, null],
  ['z alone', { key: 'z' }, null],
])('%s', (_, keys, step) => {
  expect(stepOf({ ...none, ...keys })).toBe(step);
});
