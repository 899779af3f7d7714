import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { constants, deflateRaw } from 'node:zlib';

import type { Plugin } from 'vite';

const name = 'virtual:engine-binary';
const wasm = resolve(import.meta.dirname, '../../build/wasm/riskset.wasm');

/**
 * `import engineBinary from 'virtual:engine-binary'` is the compiled engine as text: raw deflate in
 * base64. It stands inside the page's script, so the hash in the policy covers it.
 */
export function engineBinary(): Plugin {
  return {
    name: 'riskset-engine-binary',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      this.addWatchFile(wasm);
      const bytes = await promisify(deflateRaw)(await readFile(wasm), {
        level: constants.Z_BEST_COMPRESSION,
      });
      return `export default ${JSON.stringify(bytes.toString('base64'))};`;
    },
  };
}
