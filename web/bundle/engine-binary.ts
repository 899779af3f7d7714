import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import type { Plugin } from 'vite';

import { textOf } from './byte-text.ts';

const name = 'virtual:engine-binary';
const wasm = resolve(import.meta.dirname, '../../build/wasm/riskset.wasm');

/**
 * `import engineBinary from 'virtual:engine-binary'` is the compiled engine as text
 * (byte-text.ts). It stands inside the page's script, so the hash in the policy covers it.
 */
export function engineBinary(): Plugin {
  return {
    name: 'riskset-engine-binary',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      this.addWatchFile(wasm);
      return `export default ${JSON.stringify(textOf(await readFile(wasm)))};`;
    },
  };
}
