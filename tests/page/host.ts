import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { serve } from '../../scripts/serve.mjs';
import { serviceWorker } from '../../web/bundle/offline-files.ts';

const built = resolve(import.meta.dirname, '../../dist');
const under = '/department/riskset/';

/** A host of its own for one test: its files change, and it can go away and come back. */
export interface Host {
  readonly address: string;
  /** Every path with its query that it was asked for. */
  readonly asked: string[];
  /** Puts files in place of those that it has. */
  publish(files: Record<string, string | Uint8Array>): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** For good. */
  end(): Promise<void>;
}

export async function startHost(): Promise<Host> {
  const folder = await mkdtemp(join(tmpdir(), 'host-'));
  const publish: Host['publish'] = async (files) => {
    for (const [file, content] of Object.entries(files)) {
      await writeFile(join(folder, file), content);
    }
  };
  await publish(await builtFiles());
  const asked: string[] = [];
  const open = (port: number) =>
    serve(folder, { port, under, asked: (address: string) => asked.push(address) });
  let server = await open(0);
  const { address } = server;
  let runs = true;
  const stop = async () => {
    if (runs) await server.close();
    runs = false;
  };
  return {
    address,
    asked,
    publish,
    stop,
    async start() {
      server = await open(Number(new URL(address).port));
      runs = true;
    },
    async end() {
      await stop();
      await rm(folder, { recursive: true });
    },
  };
}

export async function builtFiles(): Promise<Record<string, Uint8Array>> {
  const files = await readdir(built);
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [file, await readFile(join(built, file))] as const),
    ),
  );
}

/** A later release: the same page under another title. */
export async function laterRelease(title: string): Promise<Record<string, string | Uint8Array>> {
  const { 'service-worker.js': _, ...kept } = await builtFiles();
  const page = new TextDecoder().decode(kept['index.html']);
  // The script holds one too, and comes before.
  const at = page.lastIndexOf('<title>Riskset<');
  const renamed = page.slice(0, at) + page.slice(at).replace('Riskset', title);
  const later = { ...kept, 'index.html': renamed };
  return { ...later, 'service-worker.js': await serviceWorker(later) };
}
