import type { Browser, EngineName } from './driver.ts';
import { launchByPuppeteer } from './puppeteer.ts';
import { launchWebKit } from './webkit.ts';

export function launchBrowser(name: EngineName): Promise<Browser> {
  return name === 'webkit' ? launchWebKit() : launchByPuppeteer(name);
}
