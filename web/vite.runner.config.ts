import { defineConfig } from 'vite';

/** The headless runner for Node: one file, everything in it but the engine's bytes. */
export default defineConfig({
  root: import.meta.dirname,
  ssr: { noExternal: true },
  build: {
    ssr: 'runner/main.ts',
    outDir: '../build/runner',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'analyze.mjs' } },
  },
});
