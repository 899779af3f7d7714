// A browser with a profile of its own that nothing was ever opened in.
import type { Browser, EngineName, Page } from '../drivers/driver.ts';
import { launchBrowser } from '../drivers/launch.ts';
import type { Given, RoundTripPage, Sent } from './page.ts';

/** WebKit lets a page change its address a hundred times in half a minute, and no oftener. */
const mostOnOnePage = 40;

export class Profile {
  private readonly faults: string[] = [];
  private readonly browser: Browser;
  private readonly address: string;
  private page: Page | null = null;
  private asked = 0;
  private last: Promise<unknown> = Promise.resolve();

  private constructor(browser: Browser, address: string) {
    this.browser = browser;
    this.address = address;
  }

  static async open(engine: EngineName, address: string): Promise<Profile> {
    return new Profile(await launchBrowser(engine), address);
  }

  send(
    table: Given,
    events: Given | null,
    saved: string | null,
    passphrase: string,
  ): Promise<Sent> {
    return this.ask('send', table, events, saved, passphrase);
  }

  openSettings(link: string, table: Given, events: Given | null): Promise<string> {
    return this.ask('openSettings', link, table, events);
  }

  openRows(link: string, passphrase: string): Promise<string> {
    return this.ask('openRows', link, passphrase);
  }

  /** Rejects where a page said on its console that something was wrong. */
  async close(): Promise<void> {
    await this.leavePage();
    await this.browser.close();
    if (this.faults.length > 0) throw new Error(this.faults.join('\n'));
  }

  /** One page does one thing after another. */
  private ask<Name extends keyof RoundTripPage>(
    name: Name,
    ...given: Parameters<RoundTripPage[Name]>
  ): ReturnType<RoundTripPage[Name]> {
    const answer = this.last.then(async () => {
      const page = await this.openPage();
      return page.evaluate(
        (wanted, parts) => {
          const { roundTripPage } = globalThis as unknown as { roundTripPage: RoundTripPage };
          return (roundTripPage[wanted] as (...all: unknown[]) => Promise<unknown>)(...parts);
        },
        name,
        given as unknown[],
      );
    });
    this.last = answer.catch(() => undefined);
    return answer as ReturnType<RoundTripPage[Name]>;
  }

  private async openPage(): Promise<Page> {
    if (this.asked % mostOnOnePage === 0) await this.leavePage();
    this.asked += 1;
    return (this.page ??= await this.browser.open(this.address));
  }

  private async leavePage(): Promise<void> {
    if (this.page === null) return;
    this.faults.push(...(await this.page.faults()));
    await this.page.close();
    this.page = null;
  }
}
