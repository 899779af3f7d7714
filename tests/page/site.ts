import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { serve } from '../../scripts/serve.mjs';
import type { EngineName } from './drivers/driver.ts';

export type Scheme = 'file' | 'http';

/** Where the built page stands, opened from the disk and from a host under a sub-path. */
export interface Site {
  page(scheme: Scheme): string;
  /** The same page without its policy, in a folder of its own: what the policy is tested against. */
  control(scheme: Scheme): string;
  close(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../..');

/** Each browser has files of its own: two may be under test at a time. */
export async function openSite(engine: EngineName): Promise<Site> {
  const folder = resolve(root, 'build/site', engine);
  const page = await readFile(resolve(root, 'dist/index.html'), 'utf8');
  for (const part of ['riskset', 'control']) {
    await mkdir(resolve(folder, part), { recursive: true });
  }
  for (const file of await readdir(resolve(root, 'dist'))) {
    await copyFile(resolve(root, 'dist', file), resolve(folder, 'riskset', file));
  }
  await writeFile(resolve(folder, 'control/index.html'), withoutPolicy(page));
  const server = await serve(folder, { under: '/department/' });
  const address = (scheme: Scheme, file: string) =>
    scheme === 'http' ? server.address + file : pathToFileURL(resolve(folder, file)).href;
  return {
    page: (scheme) => address(scheme, 'riskset/index.html'),
    control: (scheme) => address(scheme, 'control/index.html'),
    close: server.close,
  };
}

function withoutPolicy(page: string): string {
  const control = page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  if (control === page) throw new Error('dist/index.html has no policy');
  return control;
}
