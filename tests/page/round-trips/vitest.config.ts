import { resolve } from 'node:path';

import { defineConfig } from 'vitest/config';

/** Two browsers at a time; what one of them has sent the other opens while the next is made. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../../..'),
  test: {
    include: ['tests/page/round-trips/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxConcurrency: 4,
    disableConsoleIntercept: true,
    // Only what differs is listed.
    slowTestThreshold: 120_000,
  },
});
