import { resolve } from 'node:path';

import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: [
      'tests/web/**/*.test.{ts,tsx}',
      'tests/scripts/**/*.test.ts',
      'tests/reference/*.test.ts',
    ],
    passWithNoTests: false,
  },
});
