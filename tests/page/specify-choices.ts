import { describe, expect, it } from 'vitest';

import { bytes, changed } from './cohort-files.ts';
import { Reader } from './reader.ts';
import { type Scene, standsForAll } from './scene.ts';

/** What a person chooses beside the main job; the numbers follow, and go back with an undo. */
export function specifyChoices(scene: Scene): void {
  const once = standsForAll(scene);
  const open = async () => new Reader(await scene.open());
  const close = async ({ page }: Reader) => {
    expect(await page.faults()).toEqual([]);
    await page.close();
  };

  describe('two halves of an arm, merged', () => {
    const halves = changed((patients) =>
      patients.setAll('arm', (row, arm) => (arm === 'Chemotherapy' ? `Chemo ${row % 2}` : arm)),
    );
    const whole = /^Chemo 0 or Chemo 1 \| 50% \| 5\.33 \| 5\.00 \| 10\.37/;
    const rowsOfSurvival = async (reader: Reader) => {
      await reader.openAll('#survival');
      return reader.rows('#survival');
    };

    it('by the mouse, give the numbers of the arm', async () => {
      const reader = await open();
      await reader.load('halves.csv', halves);
      expect(await rowsOfSurvival(reader)).not.toContainEqual(expect.stringMatching(whole));
      await reader.click('Levels of arm', '#data');
      await reader.drag('Move Chemo 1, place 2 of 3', 'Move Chemo 0, place 1 of 3', '#data');
      expect(await reader.text('#data')).toContain('Chemo 0 and Chemo 1 are now one');
      const merged = await rowsOfSurvival(reader);
      expect(merged).toContainEqual(expect.stringMatching(whole));
      expect(merged).toContainEqual(expect.stringMatching(/^Log-rank \| 11\.242 \| 1 \| 0\.0008/));
      await close(reader);
    });

    it('by the keyboard, give the same; a level moves, and all of it is undone', async () => {
      const reader = await open();
      await reader.load('halves.csv', halves);
      await reader.tabTo('Levels of arm');
      await reader.page.press('Enter');
      await reader.tabTo('Move Chemo 1, place 2 of 3');
      await reader.tabTo('Merge with …');
      await reader.page.press('Enter');
      await reader.tabTo('Chemo 0');
      await reader.page.press('Enter');
      await reader.untilComputed();
      expect(await rowsOfSurvival(reader)).toContainEqual(expect.stringMatching(whole));
      expect(await reader.focused()).toBe('Move Chemo 0 or Chemo 1, place 1 of 2');

      await reader.page.press('ArrowDown', 'Alt');
      await reader.untilComputed();
      expect(await reader.focused()).toBe('Move Chemo 0 or Chemo 1, place 2 of 2');
      for (const _ of ['moved', 'merged']) await reader.page.press('z', 'Control');
      await reader.untilComputed();
      expect(await rowsOfSurvival(reader)).not.toContainEqual(expect.stringMatching(whole));
      await close(reader);
    });
  });

  describe('the rows of Table 1', () => {
    const heads = async (reader: Reader) => {
      const rows = await reader.rows('#patients');
      const followUp = rows.findIndex((row) => row.startsWith('Patients, n (%)'));
      return rows
        .slice(0, followUp)
        .map((row) => row.split(' | ')[0] ?? '')
        .filter((head) => /, (n \(%\)|median \[quartiles\]|mean \(SD\))$/.test(head));
    };
    const opened = async () => {
      const reader = await open();
      await reader.openExample();
      await reader.openAll('#patients');
      await reader.untilComputed(); // what still grows moves what is to be dragged
      return reader;
    };

    it('move by the mouse, and back with an undo', async () => {
      const reader = await opened();
      const before = await heads(reader);
      expect(before.slice(0, 3)).toEqual(['Age, median [quartiles]', 'Sex, n (%)', 'ECOG, n (%)']);
      const of = before.length;
      await reader.drag(`Move ECOG, place 3 of ${of}`, `Move Age, place 1 of ${of}`, '#patients');
      // On the middle of the first row it lands on either side of it.
      await expect
        .poll(async () => (await heads(reader)).indexOf('ECOG, n (%)'), { timeout: 5_000 })
        .toBeLessThan(2);
      await reader.page.press('z', 'Control');
      await reader.untilComputed();
      await expect.poll(() => heads(reader), { timeout: 5_000 }).toEqual(before);
      await close(reader);
    });

    it.runIf(once)('move, get names and go by the keyboard, which stays with them', async () => {
      const reader = await opened();
      const of = (await heads(reader)).length;
      await reader.tabTo(`Move Age, place 1 of ${of}`);
      await reader.page.press('ArrowDown', 'Alt');
      await reader.untilComputed();
      expect(await reader.focused()).toBe(`Move Age, place 2 of ${of}`);
      await expect
        .poll(async () => (await heads(reader)).slice(0, 2), { timeout: 5_000 })
        .toEqual(['Sex, n (%)', 'Age, median [quartiles]']);

      await reader.tabTo('Name of Age');
      await reader.page.press('Enter');
      await reader.enter('Name of age in tables', 'Age at start, years');
      await reader.untilComputed();
      await expect
        .poll(() => heads(reader), { timeout: 5_000 })
        .toContain('Age at start, years, median [quartiles]');

      await reader.page.press('Tab', 'Shift');
      expect(await reader.focused()).toBe('Remove Age at start, years');
      await reader.page.press('Enter');
      await reader.untilComputed();
      await expect.poll(() => heads(reader), { timeout: 5_000 }).toHaveLength(of - 1);
      expect(await reader.focused()).toBe(`Move ECOG, place 2 of ${of - 1}`);
      await reader.select('Add a row', 'Age at start, years');
      await reader.untilComputed();
      await expect.poll(() => heads(reader), { timeout: 5_000 }).toHaveLength(of);
      expect((await heads(reader)).at(-1)).toBe('Age at start, years, median [quartiles]');
      await close(reader);
    });

    it.runIf(once)('have their values merged by the keyboard', async () => {
      const reader = await opened();
      await reader.tabTo('Values of HER2');
      await reader.page.press('Enter');
      await reader.tabTo('Merge with …');
      await reader.page.press('Enter');
      await reader.tabTo('Positive');
      await reader.page.press('Enter');
      await reader.untilComputed();
      const rows = await reader.rows('#patients');
      expect(rows).toContainEqual(
        expect.stringMatching(/^Positive or Negative|^Negative or Positive/),
      );
      await close(reader);
    });

    it('are copied as a table', async () => {
      const reader = await opened();
      await reader.page.evaluate(() => {
        window.addEventListener('copy', (event) => {
          const taken = ['text/plain', 'text/html'].map((form) =>
            event.clipboardData?.getData(form),
          );
          Object.assign(globalThis, { taken });
        });
      });
      await reader.click('Copy table', '#patients');
      expect(await reader.textOnce('#patients', /Copied: paste it/)).toMatch(/Copied: paste it/);
      const [words, html] = await reader.page.evaluate(
        () => (globalThis as unknown as { taken: string[] }).taken,
      );
      expect(words).toMatch(/^Table 1\. patients by arm\n\tImmunotherapy rechallenge n\s=\s49\t/);
      expect(html).toMatch(/<table>.*Age, median \[quartiles\].*<sup>a<\/sup>.*<\/table>/s);
      await close(reader);
    });
  });

  it.runIf(once)('follows another interval of the median, and an undo', async () => {
    const reader = await open();
    await reader.openExample();
    await reader.openAll('#survival');
    expect(await reader.text('#survival')).toMatch(/12\.4.{0,40}11\.5–15\.3/);
    await reader.choose('Log–log', '#survival');
    expect(await reader.text('#survival')).toMatch(/12\.4.{0,40}11\.4–15\.1/);
    await reader.page.press('z', 'Control');
    await reader.untilComputed();
    expect(await reader.text('#survival')).toMatch(/12\.4.{0,40}11\.5–15\.3/);
    await close(reader);
  });

  it('opens a saved analysis again with the same numbers', async () => {
    const table = changed(() => undefined);
    const everything = async (reader: Reader) => {
      await reader.openAll('main');
      // What is asked while it is open is answered some time after it was opened.
      await reader.textOnce('#regression', /HR without\s/);
      await reader.untilComputed();
      // The calculators of Start, which open with the rest, are answered when they are seen.
      await reader.textOnce('#start', /Halton test, exact\s+p/);
      await reader.textOnce('#start', /Row 2\s+0 /);
      return reader.rows('main');
    };
    const first = await open();
    await first.catchSaved();
    await first.load('cohort.csv', table);
    await first.select('Reference arm', 'Immunotherapy rechallenge');
    await first.openAll('#survival');
    await first.choose('Log–log', '#survival');
    const before = await everything(first);
    await first.click('Save or share', 'header');
    await first.click('Save the analysis', 'header');
    const [saved] = await first.untilSaved(1);
    expect(saved?.name).toBe('cohort.riskset.json');
    expect(saved?.text, 'no row of a patient').not.toContain('SYN001');
    await close(first);

    const second = await open();
    await second.drop('cohort.riskset.json', bytes(saved?.text ?? ''));
    expect(await second.textOnce('main', /waits for its table/)).toContain(
      'cohort.riskset.json waits for its table',
    );
    await second.load('cohort.csv', table);
    expect(await everything(second)).toEqual(before);
    await close(second);
  });

  it.runIf(once)('says how it was checked, one link away', async () => {
    const reader = await open();
    await reader.click('How this was checked', 'nav');
    expect(await reader.textOnce('#checked', /reference case/)).toMatch(/gives the numbers of R/);
    const top = await reader.page.evaluate(
      () => document.querySelector('#checked')?.getBoundingClientRect().top ?? Infinity,
    );
    expect(top).toBeLessThan(900);
    await close(reader);
  });

  it('saves a figure as a picture of its size', async () => {
    const reader = await open();
    await reader.catchSaved();
    await reader.openExample();
    await reader.click('PNG', '#survival');
    const [picture] = await reader.untilSaved(1);
    expect(picture?.name).toMatch(/kaplan-meier.*\.png$/);
    expect(picture?.text).toMatch(/^.PNG.*IHDR.*pHYs/s);
    expect(picture?.text.length, 'bytes of what is drawn').toBeGreaterThan(20_000);
    await close(reader);
  });
}
