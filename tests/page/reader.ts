import { setTimeout as pause } from 'node:timers/promises';

import type { Page, Place } from './drivers/driver.ts';

/** A person at the page: what they press, choose, open and read. Names are those on the screen. */
export class Reader {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async openExample(): Promise<void> {
    await this.press('Open the example cohort');
    await this.untilComputed();
  }

  /** Presses the button of this name, in one section or anywhere. */
  async press(name: string, section = 'main'): Promise<void> {
    const found = await this.page.evaluate(
      (scope, wanted) => {
        const button = [...document.querySelectorAll(`${scope} button`)].find(
          (candidate) =>
            candidate.textContent?.trim() === wanted ||
            candidate.getAttribute('aria-label') === wanted,
        );
        (button as HTMLElement | undefined)?.click();
        return button !== undefined;
      },
      section,
      name,
    );
    if (!found) throw new Error(`There is no button “${name}” in ${section}`);
  }

  /** Light or dark; the page remembers the choice, so it may be made already. */
  async useColours(scheme: string): Promise<void> {
    const now = await this.page.evaluate(() => document.documentElement.dataset['theme'] ?? '');
    if (now !== scheme) await this.press(`Use ${scheme} colours`, 'header');
  }

  /** Chooses one of the named answers of a section, for example an endpoint. */
  async choose(answer: string, section: string): Promise<void> {
    const found = await this.page.evaluate(
      (scope, wanted) => {
        const label = [...document.querySelectorAll(`${scope} [role=radiogroup] label`)].find(
          (candidate) => candidate.textContent?.trim() === wanted,
        );
        (label as HTMLElement | undefined)?.click();
        return label !== undefined;
      },
      section,
      answer,
    );
    if (!found) throw new Error(`There is no answer “${answer}” in ${section}`);
    await this.untilComputed();
  }

  /** Chooses an entry of a list by the name of both. */
  async select(name: string, entry: string): Promise<void> {
    const found = await this.page.evaluate(
      (wanted, chosen) => {
        const list = [...document.querySelectorAll('select')].find(
          (one) =>
            one.getAttribute('aria-label') === wanted ||
            [...one.labels].some(
              (label) => label.textContent?.replace(' (guessed)', '').trim() === wanted,
            ),
        );
        const option = [...(list?.options ?? [])].find(({ label }) => label === chosen);
        if (list === undefined || option === undefined) {
          return [...(list?.options ?? [])].map(({ label }) => label).join(', ') || 'no list';
        }
        list.value = option.value;
        list.dispatchEvent(new Event('change', { bubbles: true }));
        return 'chosen';
      },
      name,
      entry,
    );
    if (found !== 'chosen') throw new Error(`“${name}” does not offer “${entry}”: ${found}`);
  }

  /** Writes into the field of this name, in place of what stands there, and finishes by Enter. */
  async enter(name: string, text: string): Promise<void> {
    const found = await this.page.evaluate((wanted) => {
      const field = [...document.querySelectorAll<HTMLInputElement>('main input')].find((one) =>
        [...(one.labels ?? [])].some((label) => label.textContent?.trim() === wanted),
      );
      field?.focus();
      field?.select();
      return field !== undefined;
    }, name);
    if (!found) throw new Error(`There is no field “${name}”`);
    await this.page.type(text);
    await this.page.press('Enter');
  }

  /** Presses what has this name with the mouse: a button, a link, an answer or a disclosure. */
  async click(name: string, section = 'main'): Promise<void> {
    // What is still being drawn above it would move it away from under the mouse.
    let place = await this.placeOf(name, section);
    for (let look = 0; look < 20; look += 1) {
      const before = place;
      await pause(20);
      place = await this.placeOf(name, section);
      if (place.x === before.x && place.y === before.y) break;
    }
    await this.page.click(place.x, place.y);
  }

  /** Opens the dialog of sharing from the bar. */
  async openSharing(): Promise<void> {
    await this.click('Save or share', 'header');
    await this.textOnce('header', /Share this analysis/);
    await this.click('Share this analysis', 'header');
  }

  /** Takes one thing with the mouse and lets it go over another. */
  async drag(name: string, onto: string, section = 'main'): Promise<void> {
    const to = await this.placeOf(onto, section);
    const from = await this.placeOf(name, section, 'nearest');
    await this.page.drag(from, to);
    await this.untilComputed();
  }

  /** Where something stands in the window, after it was scrolled into sight. */
  private async placeOf(
    name: string,
    section: string,
    block: ScrollLogicalPosition = 'center',
  ): Promise<Place> {
    const place = await this.page.evaluate(
      (scope, wanted, scrolled) => {
        const kinds = ['button', 'label', 'summary', 'a'].map((kind) => `${scope} ${kind}`);
        const words = (element: Element) =>
          (element.getAttribute('aria-label') ?? element.textContent ?? '')
            .replaceAll('\u00a0', ' ')
            .trim();
        const found = [...document.querySelectorAll(kinds.join(', '))].find(
          (element) => words(element) === wanted && element.getClientRects().length > 0,
        );
        found?.scrollIntoView({ block: scrolled, behavior: 'instant' });
        const box = found?.getBoundingClientRect();
        if (box === undefined) return null;
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      },
      section,
      name,
      block,
    );
    if (place === null) throw new Error(`There is nothing called “${name}” in ${section}`);
    return place;
  }

  /** Presses Tab until the focus is on the element of this name. */
  async tabTo(name: string | RegExp): Promise<void> {
    const passed = new Set<string>();
    for (let stop = 0; stop < 300; ++stop) {
      await this.page.press('Tab');
      const here = await this.focused();
      if (typeof name === 'string' ? here === name : name.test(here)) return;
      passed.add(here);
    }
    throw new Error(`Tab does not reach ${name}; it passes ${[...passed].join(', ')}`);
  }

  /** What the focused element is called. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      const field = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
      const label = field ? element.labels?.[0]?.textContent : null;
      const name = element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
      return name.replaceAll('\u00a0', ' ').trim().slice(0, 80);
    });
  }

  /** Lets go of a file over the page, or one place of it. */
  async drop(name: string, content: Uint8Array, place = 'main'): Promise<void> {
    await this.dropAll({ [name]: content }, place);
  }

  /** The same of several files at once. */
  async dropAll(files: Record<string, Uint8Array>, place = 'main'): Promise<void> {
    await this.page.evaluate(followReads);
    await this.page.evaluate(
      (contents, selector) => {
        const given = new DataTransfer();
        for (const [name, bytes] of contents) {
          given.items.add(new File([Uint8Array.from(bytes)], name));
        }
        const at = document.querySelector(selector) ?? document.body;
        for (const kind of ['dragenter', 'dragover', 'drop']) {
          const init = { bubbles: true, cancelable: true, dataTransfer: given };
          at.dispatchEvent(new DragEvent(kind, init));
        }
      },
      Object.entries(files).map(([name, content]): [string, number[]] => [name, [...content]]),
      place,
    );
    await this.page.evaluate(untilRead);
    await this.untilComputed();
  }

  /** From now on what the page saves is kept for the test in place of the folder of downloads. */
  async catchSaved(): Promise<void> {
    await this.page.evaluate(() => {
      const saved: { name: string; text: string }[] = [];
      const blobs = new Map<string, Blob>();
      const create = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob: Blob) => {
        const address = create(blob);
        blobs.set(address, blob);
        return address;
      };
      HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
        const blob = blobs.get(this.href);
        void blob?.text().then((text) => saved.push({ name: this.download, text }));
      };
      Object.assign(globalThis, { saved });
    });
  }

  /** What was saved, once there are so many. */
  async untilSaved(many: number): Promise<{ name: string; text: string }[]> {
    return this.page.evaluate(async (wanted) => {
      const { saved } = globalThis as unknown as { saved: { name: string; text: string }[] };
      const end = performance.now() + 10_000;
      while (saved.length < wanted && performance.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return saved;
    }, many);
  }

  /** Answers every open question about event values with this answer. */
  async answerQuestions(answer: RegExp): Promise<void> {
    await this.page.evaluate(async (pattern) => {
      for (;;) {
        const question = document.querySelector('fieldset.question');
        const labels = [...(question?.querySelectorAll('label') ?? [])];
        const wanted = labels.find((label) => new RegExp(pattern).test(label.textContent ?? ''));
        if (question === null || wanted === undefined) return;
        wanted.click();
        await new Promise((resolve) => setTimeout(resolve, 50)); // the button repeats the answer
        question.querySelector('button')?.click();
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }, answer.source);
    await this.untilComputed();
  }

  /** Gives a file to the page as its file chooser would. */
  async load(name: string, content: Uint8Array, chooser = 'input[type=file]'): Promise<void> {
    await this.page.evaluate(followReads);
    await this.page.evaluate(
      (fileName, bytes, selector) => {
        const given = new DataTransfer();
        given.items.add(new File([Uint8Array.from(bytes)], fileName));
        const input = document.querySelector<HTMLInputElement>(selector);
        if (input === null) throw new Error('There is no file input');
        input.files = given.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      },
      name,
      [...content],
      chooser,
    );
    await this.page.evaluate(untilRead);
    await this.untilComputed();
  }

  /** Opens every disclosure of a section, and waits until nothing moves any more. */
  async openAll(section: string): Promise<void> {
    await this.page.evaluate(async (scope) => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>(`${scope} details`)) {
        details.open = true;
      }
      await new Promise((resolve) => setTimeout(resolve, 100)); // what opens is drawn first
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    }, section);
  }

  /** The rows of every table in a section, cells joined by " | ". */
  async rows(section: string): Promise<string[]> {
    const rows = await this.page.evaluate(
      (scope) =>
        [...document.querySelectorAll<HTMLTableRowElement>(`${scope} tr`)].map((row) =>
          [...row.cells].map((cell) => cell.textContent ?? '').join(' | '),
        ),
      section,
    );
    return rows.map(plain);
  }

  /** Everything that can be read in a part of the page. */
  async text(part: string): Promise<string> {
    const texts = await this.page.evaluate(
      (selector) =>
        [...document.querySelectorAll<HTMLElement>(selector)].map((element) => element.innerText),
      part,
    );
    return plain(texts.join('\n'));
  }

  /** What can be read in a part of the page once it matches; what is there after 15 s if it never does. */
  async textOnce(part: string, pattern: RegExp): Promise<string> {
    const end = performance.now() + 15_000;
    for (;;) {
      const text = await this.text(part);
      if (pattern.test(text) || performance.now() > end) return text;
      await pause(20); // to read is work for the page too
    }
  }

  /** The name of the cohort in the bar. */
  cohort(): Promise<string> {
    return this.text('header strong');
  }

  /** Waits until what was asked for is computed and shown. */
  async untilComputed(): Promise<void> {
    const patience = 20_000;
    const settled = await this.page.evaluate(async (limit) => {
      const busy = () =>
        document.querySelector('.computing, .settling, [aria-busy=true]') !== null ||
        [...document.querySelectorAll('[role=status]')].some((status) =>
          status.textContent?.startsWith('Computing'),
        );
      const end = performance.now() + limit;
      const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      let calm = 0; // for 60 ms the page shows nothing of what it computes
      while (performance.now() < end && calm < 3) {
        await after(25);
        // A figure is drawn when its width is known, which may take a frame; out of sight none comes.
        await Promise.race([new Promise(requestAnimationFrame), after(200)]);
        calm = busy() ? 0 : calm + 1;
      }
      return calm === 3;
    }, patience);
    if (!settled) throw new Error('The page is still computing');
  }
}

/** Notes what the page reads of files from now on: of a small one nothing on the screen tells. */
function followReads(): void {
  const own = globalThis as { reads?: Promise<unknown>[] };
  if (own.reads === undefined) {
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = function noted(this: Blob) {
      const bytes = arrayBuffer.call(this);
      own.reads?.push(bytes);
      return bytes;
    };
  }
  own.reads = [];
}

/** Until the page has read a file; where it takes none, for a second. */
async function untilRead(): Promise<void> {
  const { reads = [] } = globalThis as { reads?: Promise<unknown>[] };
  const end = performance.now() + 1000;
  while (reads.length === 0 && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await Promise.allSettled(reads);
}

/** As a person reads it: no-break spaces and hyphens are spaces and hyphens. */
export function plain(text: string): string {
  return text
    .replace(/[\u00A0\u202F]/g, ' ')
    .replace(/\u2011/g, '-')
    .replace(/[ \t]+/g, ' ')
    .trim();
}
