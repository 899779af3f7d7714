import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import { end, freePort, startDisplay } from './display.ts';
import { desk, type Browser, type Key, type Page } from './driver.ts';
import { WebDriverSession } from './webdriver-session.ts';

/** Code points that the WebDriver protocol gives to keys without a character. */
const keys: Record<Key, string> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Space: ' ',
  ArrowRight: '\uE014',
};

/** WebKitGTK's MiniBrowser on a display of its own, by WebDriver. */
export async function launchWebKit(): Promise<Browser> {
  const display = await startDisplay();
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    env: { ...process.env, DISPLAY: display.name },
    stdio: 'ignore',
  });
  const server = `http://127.0.0.1:${port}`;
  await untilItAnswers(server);
  const session = await WebDriverSession.start(server, {
    'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
  });
  await session.post('/window/rect', desk);
  await session.post('/timeouts', { script: 60_000, pageLoad: 60_000 });
  return {
    name: 'webkit',
    async open(address) {
      await session.post('/url', { url: address });
      return openPage(session);
    },
    async close() {
      await session.end();
      await end(driver);
      await end(display.process);
    },
  };
}

function miniBrowser(): string {
  const candidates = readdirSync('/usr/lib').flatMap((folder) =>
    ['4.1', '4.0'].map((version) => `/usr/lib/${folder}/webkit2gtk-${version}/MiniBrowser`),
  );
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new Error('MiniBrowser of libwebkit2gtk is not installed');
  return found;
}

async function untilItAnswers(server: string): Promise<void> {
  for (let tries = 0; tries < 100; ++tries) {
    if (await fetch(`${server}/status`).catch(() => null)) return;
    await pause(100);
  }
  throw new Error('WebKitWebDriver does not answer');
}

async function openPage(session: WebDriverSession): Promise<Page> {
  const evaluate: Page['evaluate'] = async (inPage, ...args) => {
    const script = `const done = arguments[arguments.length - 1];
      (async () => (${inPage.toString()})(...arguments[0]))().then(
        (answer) => done({ answer }),
        (fault) => done({ fault: String(fault) }))`;
    const { answer, fault } = await session.post<{ answer?: unknown; fault?: string }>(
      '/execute/async',
      { script, args: [args] },
    );
    if (fault !== undefined) throw new Error(fault);
    return answer as never;
  };
  await evaluate(recordFaults);
  return {
    evaluate,
    async press(key) {
      const strokes = ['keyDown', 'keyUp'].map((type) => ({ type, value: keys[key] }));
      await session.post('/actions', {
        actions: [{ type: 'key', id: 'keyboard', actions: strokes }],
      });
    },
    faults: () => evaluate(recordedFaults),
    requests: () => evaluate(requestedAddresses),
    async resize(window) {
      await session.post('/window/rect', window);
    },
    close: () => Promise.resolve(),
  };
}

/** The protocol has no log: the page's console is listened to from the moment it has loaded. */
function recordFaults(): void {
  const faults: string[] = [];
  const record = (...parts: unknown[]) => void faults.push(parts.map(String).join(' '));
  Object.assign(globalThis, { recordedFaults: faults });
  console.error = record;
  console.warn = record;
  addEventListener('error', (event) => record(event.message));
  addEventListener('unhandledrejection', (event) => record(event.reason));
  addEventListener('securitypolicyviolation', (event) => record(event.blockedURI));
}

function recordedFaults(): string[] {
  return (globalThis as unknown as { recordedFaults: string[] }).recordedFaults;
}

function requestedAddresses(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((address) => !/^(?:data|blob):/.test(address));
}
