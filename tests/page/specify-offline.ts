import { afterEach, beforeEach, expect, it } from 'vitest';

import type { Page } from './drivers/driver.ts';
import { builtFiles, type Host, laterRelease, startHost } from './host.ts';
import { startListener } from './leaks/listener.ts';
import { probeAll } from './leaks/probes.ts';
import { Reader } from './reader.ts';
import type { Scene } from './scene.ts';

/** The page on a host, with what stands beside it: kept for when the host cannot be reached. */
export function specifyOffline(scene: Scene): void {
  if (scene.scheme === 'file') specifyFromDisk(scene);
  else specifyFromHost(scene);
}

function specifyFromDisk(scene: Scene): void {
  it('asks for nothing beside a page from a disk', async () => {
    const page = await scene.open();
    await new Reader(page).openExample();
    const links = await page.evaluate(() =>
      [...document.querySelectorAll('link')].map(({ rel }) => rel),
    );
    expect(links).toEqual(['icon']);
    expect(await page.requests()).toEqual([]);
    expect(await page.faults()).toEqual([]);
    await page.close();
  });
}

function specifyFromHost(scene: Scene): void {
  let host: Host;

  beforeEach(async () => {
    host = await startHost();
  });
  afterEach(() => host.end());

  async function openKept(): Promise<Page> {
    const page = await scene.openAt(host.address);
    await untilKept(page);
    return page;
  }

  it('opens and computes with the host gone', async () => {
    await (await openKept()).close();
    await host.stop();
    const page = await scene.openAt(host.address);
    const reader = new Reader(page);
    await reader.openExample();
    expect(await reader.text('#survival')).toContain('Hazard ratio');
    expect(await page.faults()).toEqual([]);
    await page.close();
  });

  it('can be installed as an application', async () => {
    const page = await openKept();
    expect(await page.installFaults()).toEqual(scene.engine === 'chromium' ? [] : null);
    await page.close();
  });

  it('tells of a new version, and begins it only when asked', async () => {
    await (await openKept()).close();
    await host.publish(await laterRelease('Later'));
    const page = await scene.openAt(host.address);
    const reader = new Reader(page);
    expect(await reader.textOnce('.new-version', /Reload/)).toContain('A new version is there.');
    expect(await titleOf(page)).toBe('Riskset');
    await reader.openExample();
    expect(await titleOf(page)).toBe('Riskset');
    expect(await cachesOf(page)).toHaveLength(2);
    await reader.press('Reload', '.new-version');
    await expect.poll(() => titleOf(page).catch(() => ''), { timeout: 10_000 }).toBe('Later');
    await expect.poll(() => cachesOf(page)).toHaveLength(1);
    await host.stop();
    await page.close();
    const again = await scene.openAt(host.address);
    expect(await titleOf(again)).toBe('Later');
    await again.close();
  });

  it('takes no release that is only half there', async () => {
    await (await openKept()).close();
    const { 'index.html': later, ...beside } = await laterRelease('Half');
    await host.publish(beside);
    const page = await scene.openAt(host.address);
    const refused = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const coming =
        registration?.installing ??
        (await new Promise<ServiceWorker | null>((resolve) => {
          const found = () => resolve(registration?.installing ?? null);
          registration?.addEventListener('updatefound', found);
          void registration?.update().then(found, found);
        }));
      for (let look = 0; look < 100; ++look) {
        if (coming?.state !== 'installing') break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return [coming?.state, registration?.waiting ?? null, registration?.active?.state];
    });
    expect(refused).toEqual(['redundant', null, 'activated']);
    expect(await cachesOf(page)).toHaveLength(1);
    await page.close();
    await host.publish({ 'index.html': later! });
    const whole = await scene.openAt(host.address);
    expect(await new Reader(whole).textOnce('.new-version', /Reload/)).toContain('new version');
    expect(await titleOf(whole)).toBe('Riskset');
    await whole.close();
  });

  it('asks its host for its own files and for nothing else, whatever the page is made to do', async () => {
    await (await openKept()).close();
    const page = await scene.openAt(host.address);
    await new Reader(page).openExample();
    const listener = await startListener();
    await probeAll(page, listener.address);
    await tellWorker(page, `${listener.address}/told`);
    const own = ['', ...Object.keys(await builtFiles())].map(
      (file) => `/department/riskset/${file}`,
    );
    expect(host.asked.filter((address) => !own.includes(address))).toEqual([]);
    expect([...listener.reached]).toEqual([]);
    await page.close();
    await listener.close();
  });

  it('would be seen to leak by its service worker, if that did what it is told', async () => {
    const { 'service-worker.js': honest } = await builtFiles();
    const leak = `${new TextDecoder().decode(honest)}
      worker.addEventListener('message', ({ data }) => void fetch(data.address ?? data));`;
    await host.publish({ 'service-worker.js': leak });
    const page = await openKept();
    const listener = await startListener();
    await tellWorker(page, `${listener.address}/told`);
    await expect.poll(() => [...listener.reached], { timeout: 10_000 }).toContain('told');
    await page.close();
    await listener.close();
  });
}

async function untilKept(page: Page): Promise<void> {
  const state = await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    for (let look = 0; look < 200; ++look) {
      if (active?.state === 'activated') break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return active?.state;
  });
  expect(state).toBe('activated');
}

function titleOf(page: Page): Promise<string> {
  return page.evaluate(() => document.title);
}

function cachesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => caches.keys());
}

/** All that a page can say to a service worker, and an answer waited for. */
async function tellWorker(page: Page, address: string): Promise<void> {
  await page.evaluate(async (told) => {
    const { active } = await navigator.serviceWorker.ready;
    for (const message of [told, { address: told }, { url: told }, { type: 'fetch', url: told }]) {
      active?.postMessage(message);
    }
    const { port1, port2 } = new MessageChannel();
    active?.postMessage({ address: told }, [port2]);
    await new Promise((resolve) => {
      port1.addEventListener('message', resolve);
      port1.start();
      setTimeout(resolve, 1000);
    });
  }, address);
}
