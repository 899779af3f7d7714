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
}
