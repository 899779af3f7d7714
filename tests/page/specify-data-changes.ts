import { describe, expect, it } from 'vitest';

import { changed } from './cohort-files.ts';
import { Reader } from './reader.ts';
import { type Scene, standsForAll } from './scene.ts';

/** Cells corrected, rows left out, numbers cut into groups, patients chosen: all undone and saved. */
export function specifyDataChanges(scene: Scene): void {
  const once = standsForAll(scene);
  const open = async () => new Reader(await scene.open());
  const close = async ({ page }: Reader) => {
    expect(await page.faults()).toEqual([]);
    await page.close();
  };
  /** One slip: the survival of row 8 has the wrong sign. */
  const slip = changed((patients) =>
    patients.setAll('os_months', (row, months) => (row === 8 ? `-${months}` : months)),
  );
  const written = '1 patient has a negative time';
  const usedAll = /n = 83 of 83, none excluded/;

  describe('a cell that a check has found', () => {
    it('is corrected by the mouse, listed, and taken back', async () => {
      const reader = await open();
      await reader.load('slip.csv', slip);
      expect(await reader.text('#survival')).toContain(written);
      const [value] = /-\d[\d.]*/.exec(await rowOf(reader, 8)) ?? [''];
      await reader.click(`Correct os_months of row 8, ${value}`, '#data');
      await reader.enter('os_months, row 8', value.slice(1));
      await reader.untilComputed();
      expect(await reader.text('#survival')).toMatch(usedAll);
      expect(await reader.text('.data-changes')).toContain('1 cell corrected');
      expect(await reader.text('.change-list')).toMatch(/^Row 8\s+os_months/);
      expect(await reader.text('header')).toContain('1 cell corrected');

      await reader.click('Take back the correction of os_months in row 8');
      await reader.untilComputed();
      expect(await reader.text('#survival')).toContain(written);
      expect(await reader.text('.data-changes')).toBe('');
      await reader.page.press('z', 'Control');
      await reader.untilComputed();
      expect(await reader.text('#survival')).toMatch(usedAll);
      await close(reader);
    });

    it('is corrected by the keyboard, with the reason', async () => {
      const reader = await open();
      await reader.load('slip.csv', slip);
      const [value] = /-\d[\d.]*/.exec(await rowOf(reader, 8)) ?? [''];
      // One stop for the table; the arrows go from cell to cell.
      await reader.tabTo(/^Correct arm of row 8/);
      await reader.page.press('ArrowRight');
      expect(await reader.focused()).toBe(`Correct os_months of row 8, ${value}`);
      await reader.page.press('Enter');
      await reader.page.type(value.slice(1));
      await reader.page.press('Tab');
      await reader.page.type('sign');
      await reader.page.press('Enter');
      await reader.untilComputed();
      expect((await reader.text('.change-list li')).replaceAll(/\s+/g, ' ')).toBe(
        `Row 8 os_months in the file ${value} now ${value.slice(1)} sign Take back`,
      );
      expect(await reader.text('#survival')).toMatch(usedAll);
      await close(reader);
    });

    /** Opens the row under its check, and reads it. */
    async function rowOf(reader: Reader, row: number): Promise<string> {
      await reader.click('Show 1 row', '.check-problem');
      return reader.text(`.check-problem tr[data-row="${row}"]`);
    }
  });

  it.runIf(once)(
    'a row is excluded with its reason, which the method lines say, also when opened again',
    async () => {
      const reader = await open();
      await reader.openExample();
      const before = await reader.rows('#survival');
      await reader.press('View the 83 rows', '#data');
      await reader.click('Exclude row 7', '#data');
      await reader.page.press('Enter');
      expect(await reader.text('#data .row-form')).toContain('Say why');
      await reader.click('withdrew consent', '#data');
      await reader.untilComputed();
      const method = /n = 82 of 83; excluded: 1 withdrew consent/;
      expect(await reader.text('#survival')).toMatch(method);
      expect(await reader.text('#patients')).toMatch(method);
      expect(await reader.text('#data .row-note')).toContain(
        'Row 7 is excluded: withdrew consent.',
      );
      expect(await reader.rows('#survival')).not.toEqual(before);

      await reader.catchSaved();
      await reader.press('Save or share', 'header');
      await reader.press('Save the analysis', 'header');
      const [saved] = await reader.untilSaved(1);
      expect(JSON.parse(saved!.text)).toMatchObject({
        exclude: [{ row: 7, why: 'withdrew consent' }],
      });
      await reader.page.press('z', 'Control');
      await reader.untilComputed();
      expect(await reader.text('#survival')).toMatch(usedAll);
      await reader.load(saved!.name, new TextEncoder().encode(saved!.text));
      expect(await reader.text('#survival')).toMatch(method);
      await close(reader);
    },
  );

  it.runIf(once)(
    'age cut at the median is a subgroup factor, and its cut follows the data',
    async () => {
      const reader = await open();
      await reader.openExample();
      await reader.click('Cut age into groups', '#data');
      const preview = await reader.textOnce('.cut-preview', /≥/);
      const [, cut = '', under = '', over = ''] =
        /< (\d+(?:\.\d)?) \((\d+)\), ≥ \1 \((\d+)\)/.exec(preview) ?? [];
      expect(Number(under) + Number(over)).toBe(83);
      expect(await reader.text('.cut-form')).toContain('cannot be compared between studies');
      await reader.click('Add the groups', '#data');
      await reader.untilComputed();
      const forest = await reader.rows('#subgroups');
      expect(forest.some((row) => row.startsWith('Age, groups'))).toBe(true);
      expect(forest.some((row) => row.startsWith(`< ${cut} |`))).toBe(true);
      expect(forest.some((row) => row.startsWith(`≥ ${cut} |`))).toBe(true);
      expect(await reader.text('#data')).toContain('Groups of age');

      // Without row 1 (73 years) the median is another, or the groups have other sizes.
      await reader.press('View the 83 rows', '#data');
      await reader.click('Exclude row 1', '#data');
      await reader.click('entered twice', '#data');
      await reader.untilComputed();
      const sizes = (rows: string[]) => rows.filter((row) => /^(<|≥) /.test(row));
      expect(sizes(await reader.rows('#subgroups'))).not.toEqual(sizes(forest));

      // Its groups and the whole of it may have names of their own.
      await reader.click('Levels of age_group', '#data');
      await reader.enter('Name in results', 'Age at start');
      const [lower = ''] = /< \d+(\.\d)?/.exec(await reader.text('.levels-row .levels')) ?? [];
      await reader.enter(`Name of the group ${lower.replace(' ', '\u00a0')}`, 'younger');
      await reader.untilComputed();
      const named = await reader.rows('#subgroups');
      expect(named.some((row) => row.startsWith('Age at start'))).toBe(true);
      expect(named.some((row) => row.startsWith('younger |'))).toBe(true);

      await reader.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      for (const _ of ['name of a group', 'name', 'excluded', 'cut']) {
        await reader.page.press('z', 'Control');
      }
      await reader.untilComputed();
      expect(await reader.rows('#subgroups')).not.toContainEqual(
        expect.stringMatching(/^Age(, groups| at start)/),
      );
      await close(reader);
    },
  );

  it.runIf(once)('a condition holds for every analysis, and says of whom it is', async () => {
    const reader = await open();
    await reader.openExample();
    await reader.openAll('.filter');
    await reader.select('Add a condition on', 'cps_group');
    await reader.untilComputed();
    await reader.click('< 1', '.filter');
    await reader.untilComputed();
    const said = await reader.text('.filter summary');
    const [, meet = ''] = /(\d+) of 83: cps_group ≥ ?1/.exec(said) ?? [];
    expect(Number(meet)).toBeGreaterThan(20);
    expect(await reader.text('#data .lede')).toContain(`Analysing ${meet} of 83 patients`);
    expect(await reader.text('header')).toContain(`${meet} of 83 analysed`);
    const method = `n = ${meet} of ${meet}, none excluded. Only patients with cps_group ≥ 1.`;
    expect(await reader.text('#survival')).toContain(method);
    expect(await reader.text('#patients .lede')).toContain(`${meet} patients:`);
    // A factor that is the same in all of them is named, and does not stop the models.
    expect(await reader.text('#regression')).toContain(method);
    expect(await reader.text('#regression')).toMatch(/CPS group \(one value in all/i);
    await reader.click('Remove the condition cps_group ≥ 1', '.filter');
    await reader.untilComputed();
    expect(await reader.text('#survival')).toMatch(usedAll);
    await close(reader);
  });
}
