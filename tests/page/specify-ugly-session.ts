import { expect, it } from 'vitest';

import { changed } from './cohort-files.ts';
import { Reader } from './reader.ts';
import type { Scene } from './scene.ts';

/** What people do to a page that was not meant: nothing of it may leave a dead panel behind. */
export function specifyUglySession(scene: Scene): void {
  it('survives an ugly session and thirty undos', { timeout: 180_000 }, async () => {
    const page = await scene.open();
    const reader = new Reader(page);
    const mustLive = async (after: string) => {
      await reader.untilComputed();
      expect(await deadPanels(reader), after).toEqual([]);
      expect(await page.faults(), after).toEqual([]);
    };

    await reader.openExample();
    await reader.openAll('#data');
    await reader.select('Role of age', 'OS time');
    await mustLive('age taken as survival time');
    await reader.select('Type of os_months', 'Text');
    await mustLive('a time read as text');

    await reader.load(
      'sites.csv',
      changed((patients) => patients.setAll('arm', (row) => `Site ${row % 40}`)),
    );
    await reader.openAll('#data');
    await reader.select('Role of arm', 'Treatment arm');
    await mustLive('an arm of 40 levels');
    expect(await reader.text('main')).toMatch(/arm (?:column )?has 40 different values/);

    await reader.load(
      'censored.csv',
      changed((patients) => {
        patients.setAll('os_event', () => '0');
        patients.setAll('pfs_event', () => '0');
      }),
    );
    await mustLive('nobody with an event, before the answer');
    await reader.answerQuestions(/^None/);
    await mustLive('nobody with an event');

    await reader.load(
      'again.csv',
      changed(() => undefined),
    );
    await reader.openAll('#data');
    await reader.press('Change PFS', '#data');
    await reader.select('Role of sex', 'Treatment arm');
    await reader.press('Remove PFS', '#data'); // while the change computes
    await mustLive('an endpoint removed while computing');
    await reader.press('Change OS', '#data');
    await reader.untilComputed();
    await reader.press('Remove OS', '#data');
    await mustLive('no endpoint at all');

    for (let undone = 0; undone < 30; ++undone) await page.press('z', 'Control');
    await mustLive('30 undos');
    for (let redone = 0; redone < 30; ++redone) await page.press('z', 'Control', 'Shift');
    await mustLive('30 redos');
    await page.close();
  });
}

/** Sections that show nothing, or what is no answer. */
function deadPanels(reader: Reader): Promise<string[]> {
  return reader.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main > section[id]')]
      .filter(({ innerText }) => {
        const [, ...rest] = innerText.split('\n');
        const noAnswer = /\b(?:NaN|undefined|null|Infinity)\b|\[object|could not be drawn/;
        return rest.join('').trim().length < 20 || noAnswer.test(innerText);
      })
      .map((section) => `${section.id}: ${section.innerText.slice(0, 300)}`),
  );
}
