import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import { end, freePort, startDisplay } from './display.ts';
import { desk, type Browser, type Key, type Modifier, type Page, type Place } from './driver.ts';
import { WebDriverSession } from './webdriver-session.ts';

/** Code points that the WebDriver protocol gives to keys without a character. */
const keys: Record<Key, string> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Space: ' ',
  Escape: '\uE00C',
  Home: '\uE011',
  End: '\uE010',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  z: 'z',
  '?': '?',
};

const modifiers: Record<Modifier, string> = {
  Control: '\uE009',
  Shift: '\uE008',
  Alt: '\uE00A',
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
      // What differs from the page that is open by its fragment alone would not be loaded anew.
      if (address.includes('#')) await session.post('/url', { url: 'about:blank' });
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
  const act = async (source: object) => {
    await session.post('/actions', { actions: [source] });
  };
  const keyboard = (actions: object[]) => act({ type: 'key', id: 'keyboard', actions });
  const mouse = (actions: object[]) =>
    act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  return {
    evaluate,
    async press(key, ...held) {
      const down = held.map((modifier) => ({ type: 'keyDown', value: modifiers[modifier] }));
      const up = held
        .toReversed()
        .map((modifier) => ({ type: 'keyUp', value: modifiers[modifier] }));
      await keyboard([...down, ...stroke(keys[key]), ...up]);
    },
    type: (text) => keyboard([...text].flatMap(stroke)),
    click: (x, y) => mouse([moveTo({ x, y }), pointerDown, pointerUp]),
    drag: (from, to) =>
      mouse([moveTo(from), pointerDown, moveTo(between(from, to)), moveTo(to, 200), pointerUp]),
    faults: () => evaluate(recordedFaults),
    requests: () => evaluate(requestedAddresses),
    pdf: () => Promise.resolve(null),
    stillness: () => Promise.resolve(false),
    installFaults: () => Promise.resolve(null),
    async resize(window) {
      await session.post('/window/rect', window);
    },
    close: () => Promise.resolve(),
  };
}

function stroke(value: string): object[] {
  return ['keyDown', 'keyUp'].map((type) => ({ type, value }));
}

const pointerDown = { type: 'pointerDown', button: 0 };
const pointerUp = { type: 'pointerUp', button: 0 };

function moveTo({ x, y }: Place, duration = 0): object {
  return { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration };
}

function between(from: Place, to: Place): Place {
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
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
