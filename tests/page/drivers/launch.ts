import type { Browser, EngineName } from './driver.ts';
import { launchByPuppeteer } from './puppeteer.ts';
import { launchWebKit } from './webkit.ts';

/** Its pages are there when they are open: what they listen to is attached after the first drawing. */
export async function launchBrowser(name: EngineName): Promise<Browser> {
  const browser = await (name === 'webkit' ? launchWebKit() : launchByPuppeteer(name));
  return {
    ...browser,
    async open(address) {
      const page = await browser.open(address);
      await page.evaluate(drawnTwice);
      return page;
    },
  };
}

async function drawnTwice(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) {
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
