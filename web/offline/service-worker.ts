// Keeps the page for when its host cannot be reached. The policy of the page does not hold for it, so
// it can do next to nothing: it answers for the files of one release from a cache of that release,
// asks the host for these files alone, and refuses the page everything else. What it can be told by a
// page is one thing only.

/** One release: stands before this text in the built file (web/bundle/offline-files.ts). */
declare const release: {
  /** The same for the same files, another as soon as one of them differs. */
  id: string;
  /** Each file of the folder, with the hash that its content must have. */
  files: Record<string, string>;
};

const worker = self as unknown as ServiceWorkerGlobalScope;
const folder = new URL(worker.registration.scope);

// Caches belong to the whole host: another folder of it may hold another Riskset.
const ownCaches = `riskset:${folder.pathname}:`;
const ownCache = ownCaches + release.id;

worker.addEventListener('install', (event) => event.waitUntil(keepRelease()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOthers()));
worker.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const file = method === 'GET' ? ownFile(url) : null;
  if (file !== null) event.respondWith(kept(file));
  else if (mode !== 'navigate' && event.clientId !== '') event.respondWith(foreign(event));
});

/** All files or none: a host in the middle of an update has files of two releases. */
async function keepRelease(): Promise<void> {
  const cache = await caches.open(ownCache);
  try {
    await Promise.all(
      Object.entries(release.files).map(async ([file, integrity]) => {
        const response = await fetch(addressOf(file), { integrity, cache: 'no-store' });
        if (!response.ok) throw new Error(`${file}: ${response.status}`);
        await cache.put(addressOf(file), await asOwn(response));
      }),
    );
  } catch (error) {
    await caches.delete(ownCache);
    throw error;
  }
}

async function forgetOthers(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(ownCaches) && name !== ownCache) await caches.delete(name);
  }
}

/** Of the browser's answer to a redirected request no page may be made; of its content one may. */
async function asOwn(response: Response): Promise<Response> {
  return new Response(await response.blob(), { headers: response.headers });
}

/** The name of the file of this release that has this address; null of every other. */
function ownFile(address: string): string | null {
  if (!address.startsWith(folder.href)) return null;
  const file = new URL(address).pathname.slice(folder.pathname.length) || 'index.html';
  return Object.hasOwn(release.files, file) ? file : null;
}

/**
 * WebKit lets a page with a service worker preload past its policy: here it gets nothing but the
 * files of the release. Another page of the same folder gets what it would get without us.
 */
async function foreign({ clientId, request }: FetchEvent): Promise<Response> {
  const page = await worker.clients.get(clientId);
  const isOther = page !== undefined && ownFile(page.url) === null;
  return isOther ? fetch(request) : Response.error();
}

/** The browser may have emptied the cache: then the file is the one that the host has. */
async function kept(file: string): Promise<Response> {
  const cache = await caches.open(ownCache);
  return (await cache.match(addressOf(file))) ?? asOwn(await fetch(addressOf(file)));
}

function addressOf(file: string): string {
  return new URL(file, folder).href;
}
