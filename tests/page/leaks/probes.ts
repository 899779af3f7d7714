import type { Page } from '../drivers/driver.ts';

type Probe = (address: string) => unknown;

/**
 * Every way by which a page or its worker can ask a server for something. Each function runs in the
 * page with the address to ask for, and sees nothing of this file.
 */
const pageProbes: Record<string, Probe> = {
  fetch: (address) => fetch(address),
  fetchNoCors: (address) => fetch(address, { mode: 'no-cors' }),
  fetchKeepalive: (address) => fetch(address, { method: 'POST', body: 'rows', keepalive: true }),
  xmlHttpRequest: (address) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.send();
  },
  webSocket: (address) => void new WebSocket(address.replace('http:', 'ws:')),
  eventSource: (address) => void new EventSource(`${address}.events`),
  sendBeacon: (address) => navigator.sendBeacon(address, 'rows'),
  image: (address) => void (new Image().src = address),
  imageElement: (address) => {
    document.body.insertAdjacentHTML('beforeend', `<img src="${address}.svg" alt="">`);
  },
  pictureSource: (address) => {
    document.body.insertAdjacentHTML('beforeend', `<img srcset="${address}.svg 1x" alt="">`);
  },
  svgImage: (address) => {
    document.body.insertAdjacentHTML(
      'beforeend',
      `<svg width="9" height="9"><image href="${address}.svg" width="9" height="9"/></svg>`,
    );
  },
  styleSheet: (address) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = `${address}.css`;
    document.head.append(link);
  },
  styleImport: (address) => {
    const style = document.createElement('style');
    style.textContent = `@import url("${address}.css");`;
    document.head.append(style);
  },
  backgroundImage: (address) => {
    document.body.style.backgroundImage = `url("${address}.svg")`;
  },
  cursorImage: (address) => {
    document.body.style.cursor = `url("${address}.svg"), auto`;
  },
  fontFace: (address) => new FontFace('Probe', `url("${address}")`).load(),
  script: (address) => {
    const script = document.createElement('script');
    script.src = `${address}.js`;
    document.head.append(script);
  },
  moduleScript: (address) => {
    const script = document.createElement('script');
    script.type = 'module';
    script.src = `${address}.js`;
    document.head.append(script);
  },
  frame: (address) => {
    const frame = document.createElement('iframe');
    frame.src = `${address}.html`;
    document.body.append(frame);
  },
  object: (address) => {
    const object = document.createElement('object');
    object.data = `${address}.html`;
    document.body.append(object);
  },
  embed: (address) => {
    const embed = document.createElement('embed');
    embed.src = `${address}.html`;
    document.body.append(embed);
  },
  video: (address) => {
    const video = document.createElement('video');
    video.src = address;
    video.load();
  },
  videoPoster: (address) => {
    const video = document.createElement('video');
    video.poster = `${address}.svg`;
    document.body.append(video);
  },
  audio: (address) => {
    const audio = new Audio(address);
    document.body.append(audio); // one that nothing holds may be gone before it loads
    audio.load();
  },
  textTrack: (address) => {
    const video = document.createElement('video');
    const track = document.createElement('track');
    track.default = true;
    track.src = `${address}.vtt`;
    video.crossOrigin = 'anonymous';
    video.append(track);
    document.body.append(video);
    track.track.mode = 'showing';
  },
  preload: (address) => {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'fetch';
    link.crossOrigin = 'anonymous';
    link.href = address;
    document.head.append(link);
  },
  preloadUnsigned: (address) => {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'fetch';
    link.crossOrigin = 'anonymous';
    link.referrerPolicy = 'no-referrer';
    link.href = address;
    document.head.append(link);
  },
  modulePreload: (address) => {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = `${address}.js`;
    document.head.append(link);
  },
  prefetch: (address) => {
    const link = document.createElement('link');
    link.rel = 'prefetch';
    link.href = address;
    document.head.append(link);
  },
  formInFrame: (address) => {
    document.body.insertAdjacentHTML(
      'beforeend',
      `<iframe name="target"></iframe>
       <form method="post" action="${address}.html" target="target"><input name="rows" value="1"></form>`,
    );
    const forms = document.querySelectorAll('form');
    forms[forms.length - 1]?.submit();
  },
  ping: (address) => {
    const link = document.createElement('a');
    link.href = '#';
    link.ping = address;
    document.body.append(link);
    link.click();
  },
  // made from text, so that no tool rewrites the import
  dynamicImport: new Function('address', "return import(address + '.js')") as Probe,
  audioWorklet: (address) => new AudioContext().audioWorklet.addModule(`${address}.js`),
};

/** The same from inside a worker made of a blob, as the engine's is: the code of each. */
const inWorker: Record<string, string> = {
  workerFetch: 'fetch(address)',
  workerXmlHttpRequest: "const it = new XMLHttpRequest(); it.open('GET', address); it.send()",
  workerWebSocket: "new WebSocket(address.replace('http:', 'ws:'))",
  workerEventSource: "new EventSource(address + '.events')",
  workerImportScripts: "importScripts(address + '.js')",
  workerDynamicImport: "import(address + '.js')",
  workerOfWorker: `new Worker(URL.createObjectURL(new Blob(['fetch("' + address + '")'])))`,
};

function inBlobWorker(address: string, code: string): void {
  const source = `const address = ${JSON.stringify(address)}; ${code}`;
  const worker = new Worker(URL.createObjectURL(new Blob([source])));
  // the page outlives the probes, its variable would not
  Object.assign(globalThis, { probeWorkers: [worker] });
}

/** Tries every probe on an open page; the name of each is the path it asks for. */
export async function probeAll(page: Page, listener: string): Promise<void> {
  const failing = () => undefined; // a probe that throws did not reach anything
  for (const [name, probe] of Object.entries(pageProbes)) {
    await page.evaluate(probe, `${listener}/${name}`).catch(failing);
  }
  for (const [name, code] of Object.entries(inWorker)) {
    await page.evaluate(inBlobWorker, `${listener}/${name}`, code).catch(failing);
  }
}

export const probeNames = [...Object.keys(pageProbes), ...Object.keys(inWorker)];
