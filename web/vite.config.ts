import { defineConfig } from 'vite';

import { engineBinary } from './bundle/engine-binary.ts';
import { pageTemplate } from './bundle/page-template.ts';
import { referenceResults } from './bundle/reference-results.ts';
import { singlePage } from './bundle/single-page.ts';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [engineBinary(), pageTemplate(), referenceResults(), singlePage()],
  // A classic worker: from a blob on file:// Chromium does not start a module worker.
  worker: { format: 'iife' },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: Infinity,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
