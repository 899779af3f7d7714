import type { EngineName, Page } from './drivers/driver.ts';
import type { Scheme } from './site.ts';

/** One browser and one way to open the page in it. */
export interface Scene {
  readonly engine: EngineName;
  readonly scheme: Scheme;
  /** `link`: what stands behind the address, from "#" on. */
  open(link?: string): Promise<Page>;
  openControl(): Promise<Page>;
  /** Any address, for what the page is not where it usually is. */
  openAt(address: string): Promise<Page>;
  /** The same in another browser with a profile of its own. */
  openElsewhere(address: string): Promise<Page>;
}

/** Whether it stands for all browsers in what the page does and says by itself, whatever shows it. */
export function standsForAll({ engine, scheme }: Scene): boolean {
  return engine === 'chromium' && scheme === 'file';
}
