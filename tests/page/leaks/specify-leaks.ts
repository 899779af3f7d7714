import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, beforeEach, expect, it } from 'vitest';

import type { EngineName } from '../drivers/driver.ts';
import type { Scene } from '../scene.ts';
import type { Scheme } from '../site.ts';
import { startListener, type Listener } from './listener.ts';
import { probeAll, probeNames } from './probes.ts';

/** What an engine does not do at all, so that its control cannot leak by it. */
const unsupported: Record<EngineName, Record<Scheme, string[]>> = {
  chromium: { file: [], http: [] },
  // leaves pings off, and prefetches only for pages that came from a host
  firefox: { file: ['prefetch', 'ping'], http: ['ping'] },
  // leaves prefetching off, and starts no worker within a worker of a page from the disk
  webkit: { file: ['prefetch', 'workerOfWorker'], http: ['prefetch'] },
};

/** Long enough for the slowest request of the control to arrive. */
const settling = 3000;

export function specifyLeaks(scene: Scene): void {
  let listener: Listener;

  beforeEach(async () => {
    listener = await startListener();
  });
  afterEach(() => listener.close());

  it('reaches no server by any probe', async () => {
    const page = await scene.open();
    await probeAll(page, listener.address);
    await pause(settling);
    expect([...listener.reached]).toEqual([]);
    await page.close();
  });

  it('reaches the server by every probe without the policy', async () => {
    const page = await scene.openControl();
    await probeAll(page, listener.address);
    const cannot = unsupported[scene.engine][scene.scheme];
    const blind = () => probeNames.filter((name) => !listener.reached.has(name));
    await expect.poll(blind, { timeout: 10 * settling }).toEqual(cannot);
    await page.close();
  });
}
