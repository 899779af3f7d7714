import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from 'vite';

import config from '../../../web/vite.config.ts';

const out = resolve(import.meta.dirname, '../../../build/round-trips');

/** As the page itself is built: one file under its policy. */
export async function buildPage(): Promise<string> {
  await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    build: {
      ...config.build,
      outDir: out,
      rolldownOptions: {
        ...config.build?.rolldownOptions,
        input: resolve(import.meta.dirname, 'page.ts'),
      },
    },
  });
  return pathToFileURL(resolve(out, 'index.html')).href;
}
