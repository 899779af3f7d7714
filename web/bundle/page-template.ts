import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { Plugin } from 'vite';

const name = 'virtual:page-template';
const source = resolve(import.meta.dirname, '../index.html');

/** index.html without the script that Vite begins with. */
export function readTemplate(): string {
  return readFileSync(source, 'utf8').replace(/\s*<script type="module"[^>]*><\/script>/, '');
}

/** `import template from 'virtual:page-template'` is what the page puts itself into when it is saved. */
export function pageTemplate(): Plugin {
  return {
    name: 'riskset-page-template',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      this.addWatchFile(source);
      return `export default ${JSON.stringify(readTemplate())};`;
    },
  };
}
