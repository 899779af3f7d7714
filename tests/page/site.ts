import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { serve } from '../../scripts/serve.mjs';

export type Scheme = 'file' | 'http';

/** Where the built page stands, opened from the disk and from a host under a sub-path. */
export interface Site {
  page(scheme: Scheme): string;
  /** The same page without its policy: what the policy is tested against. */
  control(scheme: Scheme): string;
  close(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../..');
const folder = resolve(root, 'build/site');

export async function openSite(): Promise<Site> {
  const page = await readFile(resolve(root, 'dist/index.html'), 'utf8');
  await mkdir(folder, { recursive: true });
  await writeFile(resolve(folder, 'index.html'), page);
  await writeFile(resolve(folder, 'control.html'), withoutPolicy(page));
  const server = await serve(folder, { under: '/department/riskset/' });
  const address = (scheme: Scheme, file: string) =>
    scheme === 'http' ? server.address + file : pathToFileURL(resolve(folder, file)).href;
  return {
    page: (scheme) => address(scheme, 'index.html'),
    control: (scheme) => address(scheme, 'control.html'),
    close: server.close,
  };
}

function withoutPolicy(page: string): string {
  const control = page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  if (control === page) throw new Error('dist/index.html has no policy');
  return control;
}
