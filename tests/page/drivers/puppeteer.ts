import { launch, type KeyInput, type Page as PuppeteerPage } from 'puppeteer-core';

import { desk, type Browser, type EngineName, type Key, type Page } from './driver.ts';

const keys: Partial<Record<Key, KeyInput>> = { Space: ' ' };

/** Chromium without what it would itself send or ask for. */
const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium by its own protocol, Firefox by WebDriver BiDi. */
export async function launchByPuppeteer(name: 'chromium' | 'firefox'): Promise<Browser> {
  const browser = await launch({
    defaultViewport: desk,
    ...(name === 'chromium'
      ? { executablePath: '/usr/bin/chromium', args: chromiumArguments }
      : { browser: 'firefox', executablePath: '/usr/bin/firefox-esr' }),
  });
  return {
    name,
    async open(address) {
      const page = await browser.newPage();
      const watched = watch(page, address);
      await page.goto(address);
      return {
        ...actions(page),
        ...watched,
        stillness: () => stillness(name, page),
        installFaults: () => installFaults(name, page),
      };
    },
    close: () => browser.close(),
  };
}

function watch(page: PuppeteerPage, address: string): Pick<Page, 'faults' | 'requests'> {
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    const asked = request.url();
    if (asked !== address && !/^(?:data|blob):/.test(asked)) requests.push(asked);
  });
  return {
    faults: () => Promise.resolve([...faults]),
    requests: () => Promise.resolve([...requests]),
  };
}

async function stillness(name: EngineName, page: PuppeteerPage): Promise<boolean> {
  if (name !== 'chromium') return false;
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  return true;
}

async function installFaults(name: EngineName, page: PuppeteerPage): Promise<string[] | null> {
  if (name !== 'chromium') return null;
  const session = await page.createCDPSession();
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  return installabilityErrors.map(({ errorId }) => errorId);
}

function actions(
  page: PuppeteerPage,
): Omit<Page, 'faults' | 'requests' | 'stillness' | 'installFaults'> {
  return {
    evaluate: (inPage, ...args) => page.evaluate(inPage as (...args: unknown[]) => never, ...args),
    async press(key, ...held) {
      for (const modifier of held) await page.keyboard.down(modifier);
      await page.keyboard.press(keys[key] ?? (key as KeyInput));
      for (const modifier of held.toReversed()) await page.keyboard.up(modifier);
    },
    type: (text) => page.keyboard.type(text),
    click: (x, y) => page.mouse.click(x, y),
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 8 });
      await page.mouse.up();
    },
    pdf: () => page.pdf({ preferCSSPageSize: true, format: 'a4' }),
    resize: (window) => page.setViewport(window),
    close: () => page.close(),
  };
}
