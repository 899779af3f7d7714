// What a host serves beside the page makes it work without a network (web/offline). The page asks for
// it by script, because a page from a disk has nothing beside it.
import { signal } from '@preact/signals';

import { isHosted } from './hosted.ts';

/** Whether a newer release of the page is kept, ready for a reload. */
export const newVersion = signal(false);

/** Whether the page is kept for when there is no network. */
export const keptOffline = signal(false);

let registration: ServiceWorkerRegistration | null = null;

export function keepOffline(): void {
  if (!isHosted() || !('serviceWorker' in navigator)) return;
  const manifest = document.createElement('link');
  manifest.rel = 'manifest';
  manifest.href = 'manifest.webmanifest';
  document.head.append(manifest);
  const { serviceWorker } = navigator;
  // Another page of this browser has begun to use the newer release.
  if (serviceWorker.controller !== null) {
    serviceWorker.addEventListener('controllerchange', () => (newVersion.value = true));
  }
  // Where the page was put on a host alone, or storage is refused, it works as long as there is a network.
  serviceWorker
    .register('service-worker.js', { updateViaCache: 'none' })
    .then(follow, () => undefined);
}

function follow(registered: ServiceWorkerRegistration): void {
  registration = registered;
  const look = () => {
    keptOffline.value = registered.active !== null;
    if (registered.active !== null && registered.waiting !== null) newVersion.value = true;
  };
  const followNew = () => registered.installing?.addEventListener('statechange', look);
  registered.addEventListener('updatefound', followNew);
  followNew();
  look();
}

/** Begins to use the newer release. The browser asks first where the page holds unsaved work. */
export function reloadToNewVersion(): void {
  const waiting = registration?.waiting ?? null;
  if (waiting === null) {
    location.reload();
    return;
  }
  waiting.addEventListener('statechange', () => {
    if (waiting.state === 'activated') location.reload();
  });
  waiting.postMessage('take-over');
}
