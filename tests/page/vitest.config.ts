import { resolve } from 'node:path';

import { defineConfig } from 'vitest/config';

/** The built page in real browsers: one file for each, one after the other. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['tests/page/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
