import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { transformWithOxc } from 'vite';

import { icon } from './icon.ts';

const source = resolve(import.meta.dirname, '../offline/service-worker.ts');

const icons = [192, 512].map((edge) => ({ edge, file: `icon-${edge}.png` }));

/**
 * What stands beside the page on a host so that it can be installed and works without a network: a
 * manifest, its icons, and the service worker that keeps them. The page alone needs none of it.
 */
export async function offlineFiles(page: string): Promise<Record<string, string | Uint8Array>> {
  const beside = {
    'manifest.webmanifest': manifest(),
    ...Object.fromEntries(icons.map(({ edge, file }) => [file, icon(edge)])),
  };
  return { ...beside, 'service-worker.js': await serviceWorker({ 'index.html': page, ...beside }) };
}

function manifest(): string {
  const content = {
    name: 'Riskset',
    short_name: 'Riskset',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#ffffff',
    icons: icons.flatMap(({ edge, file }) =>
      ['any', 'maskable'].map((purpose) => ({
        src: file,
        sizes: `${edge}x${edge}`,
        type: 'image/png',
        purpose,
      })),
    ),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Left readable, for those who want to see what it can do. */
export async function serviceWorker(kept: Record<string, string | Uint8Array>): Promise<string> {
  const { code } = await transformWithOxc(await readFile(source, 'utf8'), source);
  const files = Object.fromEntries(
    Object.entries(kept).map(([file, content]) => [file, `sha256-${sha256(content)}`]),
  );
  // A worker that does otherwise is another release too: it must not touch the cache of the last.
  const release = { id: sha256(JSON.stringify(files) + code), files };
  return `const release = ${JSON.stringify(release, null, 2)};\n\n${code.trim()}\n`;
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64');
}
