import { expect, it } from 'vitest';

import { modelAbstract } from './model-abstract.ts';
import { Reader } from './reader.ts';
import { type Scene, standsForAll } from './scene.ts';

/** Printed results without a file: pasted, added, corrected, saved. */
export function specifyClaims(scene: Scene): void {
  const once = standsForAll(scene);
  const open = async () => new Reader(await scene.open());
  const close = async ({ page }: Reader) => {
    expect(await page.faults()).toEqual([]);
    await page.close();
  };
  const section = '#claims';
  const paste = (reader: Reader, text: string) =>
    reader.page.evaluate((pasted) => {
      const field = document.querySelector<HTMLTextAreaElement>('#claims textarea')!;
      field.focus();
      field.value = pasted;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, text);
  const verdicts = async (reader: Reader) => {
    await reader.textOnce(`${section} .lede`, /checked\.|agree/);
    const said = await reader.page.evaluate(() =>
      [...document.querySelectorAll('#claims .claim-said')].map((one) => one.textContent ?? ''),
    );
    return said.map((one) => one.replaceAll('\u00a0', ' '));
  };

  it('checks the abstract of the model study', async () => {
    const reader = await open();
    await paste(reader, modelAbstract);
    expect(await verdicts(reader)).toEqual([
      '30.6% of 49: agrees.',
      '6.0% of 34: not possible.',
      '83.7% of 49: agrees.',
      '38.3% of 34: not possible.',
      'median 5.8 vs 2.9: cannot be checked.',
      'median 12.4 vs 6.8, p < 0.01: cannot be checked.',
      '26.5% of 49: agrees.',
      '35.3% of 34: agrees.',
      '26.5% of 49 vs 35.3% of 34, p = 0.049: does not follow, and lies across 0.05.',
    ]);
    expect(await reader.text(`${section} .lede`)).toMatch(/^3 of 9 printed results do not follow/);
    expect(await reader.text(section)).toMatch(/Pearson 0\.39, Yates 0\.54, Fisher 0\.47/);
    expect(await reader.text('.rail')).toMatch(/Check a paper\s*3/);
    expect(await reader.text(`${section} [role=status]`)).toMatch(/9 printed results; 3 do not/);
    const marks = await reader.page.evaluate(() =>
      [...document.querySelectorAll('#claims mark.claim-flagged')].map((mark) => mark.textContent),
    );
    expect(marks.map((mark) => mark!.split(' (')[0])).toEqual(['6.0%', '38.3%', 'p = 0.049']);
    await close(reader);
  });

  it('by the keyboard alone: paste, correct, add, remove, undo', async () => {
    const reader = await open();
    await reader.tabTo(/^Paste an abstract/);
    await reader.page.type('The response rate was 6.0%.');
    await reader.textOnce(section, /Of how many patients/);
    await reader.tabTo('Correct 6.0%');
    await reader.page.press('Enter');
    await reader.tabTo('Of n');
    await reader.page.type('50');
    await reader.page.press('Enter');
    await reader.textOnce(section, /6\.0% of 50: agrees/);
    await reader.page.press('Home', 'Shift'); // takes what stands there
    await reader.page.type('34');
    await reader.page.press('Enter');
    expect(await reader.textOnce(section, /not possible/)).toContain('6.0% of 34: not possible.');

    await reader.tabTo(/^Add a printed result by hand/);
    await reader.page.press('Enter');
    await reader.textOnce(section, /Percentage of n/);
    await reader.tabTo('Count');
    await reader.page.type('2');
    await reader.tabTo('Of n');
    await reader.page.type('34');
    await reader.tabTo('%');
    await reader.page.type('5.9');
    await reader.page.press('Enter');
    await reader.textOnce(section, /2 of 34 \(5\.9%\): agrees/);
    await reader.tabTo('Add it');
    await reader.page.press('Enter');
    expect(await reader.textOnce(section, /1 of 2 printed/)).toContain('added by hand');

    for (let back = 0; back < 12 && !(await reader.focused()).startsWith('Remove'); back += 1) {
      await reader.page.press('Tab', 'Shift');
    }
    expect(await reader.focused()).toBe('Remove 2 of 34 (5.9%)');
    await reader.page.press('Enter');
    expect(await reader.textOnce(`${section} .lede`, /1 printed/)).toContain('1 of 1 printed');
    expect(await reader.focused()).toBe('Printed results');
    await reader.press('Undo: removed a printed result', 'header');
    expect(await reader.textOnce(`${section} .lede`, /of 2/)).toContain('1 of 2 printed results');
    await close(reader);
  });

  it.runIf(once)(
    'answers one line on Start at once, and takes it along to more of the paper',
    async () => {
      const reader = await open();
      const line = '.printed-line';
      expect(await reader.textOnce(line, /Pearson/)).toMatch(/p = 0\.049: does not follow/);
      await reader.tabTo('Printed result');
      await reader.page.type('15/49 vs 2/34, p = 0.006');
      expect(await reader.textOnce(line, /p = 0\.006: agrees/)).toMatch(/Pearson 0\.006/);
      for (let times = 0; times < 2; times += 1) {
        await reader.tabTo('Check more of a paper');
        await reader.page.press('Enter');
        expect(await reader.textOnce(`${section} .lede`, /1 printed/)).toMatch(/^1 of 1 printed/);
        await expect.poll(() => reader.focused()).toBe('Check a paper');
        expect(await reader.text(`${section} .claims-list`)).toMatch(/15 of 49 vs.*added by hand/s);
        await reader.page.evaluate(() => document.querySelector<HTMLElement>('.brand')?.focus());
      }
      await close(reader);
    },
  );

  it.runIf(once)('leads from the example on Start to an empty list', async () => {
    const reader = await open();
    expect(await reader.textOnce('.printed-line', /Pearson/)).toMatch(/Check a whole abstract/);
    await reader.click('Check a whole abstract', '.printed-line');
    expect(await reader.text('header')).not.toContain('Save or share');
    await close(reader);
  });

  const dialog = 'dialog[open]';

  /** The file that the open dialog offers. */
  const packedIn = async (reader: Reader) => {
    await reader.textOnce(dialog, /The file has|The link has/);
    await reader.catchSaved();
    await reader.press('Save as a file', dialog);
    const [saved] = await reader.untilSaved(1);
    return saved!;
  };

  const openTable = async (reader: Reader) => {
    await reader.openAll(section);
    await reader.textOnce(section, /Save as CSV/);
  };

  it.runIf(once)(
    'is shared without a table: as a file, and as a link that another page opens',
    async () => {
      const reader = await open();
      await paste(reader, modelAbstract);
      const before = await verdicts(reader);
      await reader.click('Save or share', 'header');
      await reader.click('Share the checked paper', 'header');
      expect(await reader.textOnce(dialog, /What stays here/)).toMatch(
        /The pasted text, [\d,]+\scharacters[^]*9\sprinted results with their figures[^]*not published yet may be confidential/,
      );
      expect(await reader.text(dialog)).not.toContain('What to share');
      const file = await packedIn(reader);
      expect(file.name).toBe('Checked paper shared.riskset.json');
      const { kind, text } = JSON.parse(file.text) as { kind: string; text: string };
      expect(kind).toBe('paper');
      await reader.page.press('Escape');
      expect(await reader.focused()).toMatch(/^(Save or share|Share)/);
      await close(reader);

      const second = new Reader(await scene.open(`#p=${text}`));
      expect(await verdicts(second)).toEqual(before);
      expect(await second.text(section)).toContain('The shared paper is opened.');
      expect(await second.focused()).toBe('Check a paper');
      expect(await second.page.evaluate(() => location.hash)).toBe('');
      const marks = await second.page.evaluate(
        () => document.querySelectorAll('#claims mark.claim-flagged').length,
      );
      expect(marks).toBe(3);
      await second.press('Remove 6.0% of 34', section);
      expect(await second.textOnce(`${section} .lede`, /of 8/)).toMatch(/^2 of 8/);
      expect(await second.text(section)).not.toContain('The shared paper is opened.');
      await second.press('Undo: removed a printed result', 'header');
      await second.press('Undo: opening The shared paper', 'header');
      expect(await second.text(section)).not.toContain('printed results do not');
      await second.drop(file.name, new TextEncoder().encode(file.text));
      expect(await verdicts(second)).toEqual(before);
      expect(await second.text(section)).toContain(`${file.name} is opened.`);
      await close(second);
    },
  );

  it.runIf(once)(
    'is shared beside a table, from its own table of results, and leaves an open one as it is',
    async () => {
      const reader = await open();
      await paste(reader, 'The ORR was 30.6% of 49 and 6.0% of 34.');
      await reader.openExample();
      await reader.openSharing();
      expect(await reader.textOnce(dialog, /What stays here/)).toContain(
        'What was checked of a paper, which is shared by itself',
      );
      await reader.page.press('Escape');
      await openTable(reader);
      await reader.click('Share the checked paper', section);
      expect(await reader.textOnce(dialog, /What stays here/)).toContain(
        'The open table, and all that you decided about it',
      );
      const file = await packedIn(reader);
      await reader.page.press('Escape');
      expect(await reader.focused()).toBe('Share the checked paper');
      await reader.press('Start anew', section);
      await reader.drop(file.name, new TextEncoder().encode(file.text));
      expect(await verdicts(reader)).toEqual(['30.6% of 49: agrees.', '6.0% of 34: not possible.']);
      expect(await reader.text('header')).toContain('Example cohort');
      await close(reader);
    },
  );

  it.runIf(once)('offers a file where a link would be too long', async () => {
    const reader = await open();
    const words = Array.from({ length: 9000 }, (_, at) => (at * 7919 + 104729).toString(36));
    await paste(reader, `The ORR was 30.6% of 49 and 6.0% of 34. ${words.join(' ')}`);
    await verdicts(reader);
    await reader.click('Save or share', 'header');
    await reader.click('Share the checked paper', 'header');
    expect(await reader.textOnce(dialog, /send the file/)).toMatch(/Beyond 8,?000/);
    await close(reader);
  });

  it.runIf(once)('refuses a broken link in a sentence, and keeps what is there', async () => {
    const reader = new Reader(await scene.open('#p=AQAAAA_not_ours_at_all'));
    expect(await reader.textOnce('main', /The link is/)).toMatch(/The link is (damaged|cut off)/);
    await close(reader);
  });

  it.runIf(once)('saves its table as CSV', async () => {
    const reader = await open();
    await paste(reader, modelAbstract);
    await verdicts(reader);
    await openTable(reader);
    await reader.catchSaved();
    await reader.press('Save as CSV', section);
    const [saved] = await reader.untilSaved(1);
    expect(saved!.name).toBe('Printed results.csv');
    const lines = saved!.text.replace(/^\uFEFF/, '').split('\r\n');
    expect(lines[0]).toBe('Printed,Verdict,What the numbers give');
    expect(lines).toHaveLength(9 + 2);
    expect(lines[2]).toMatch(/^2\. 6\.0% of 34,not possible,/);
    expect(lines.at(-1)).toBe('');
    await close(reader);
  });

  it.runIf(once)('saves what was checked without a table, and opens it again', async () => {
    const reader = await open();
    await paste(reader, modelAbstract);
    const before = await verdicts(reader);
    await reader.catchSaved();
    await reader.press('Save or share', 'header');
    await reader.press('Save the analysis', 'header');
    const [saved] = await reader.untilSaved(1);
    expect(saved!.name).toBe('Checked paper.riskset.json');
    await close(reader);

    const second = await open();
    await second.load(saved!.name, new TextEncoder().encode(saved!.text), 'input[accept=".json"]');
    expect(await verdicts(second)).toEqual(before);
    await second.openExample();
    expect(await verdicts(second)).toEqual(before);
    await close(second);
  });

  it('reads 1 MB of text, and digits without end', async () => {
    const reader = await open();
    await paste(reader, `${modelAbstract} `.repeat(Math.ceil(1_000_000 / modelAbstract.length)));
    await expect
      .poll(() => reader.text(section), { timeout: 20_000 })
      .toContain('The first 400 printed results');
    await paste(reader, `${'7'.repeat(40)} of ${'9'.repeat(40)} (77.8%)`);
    expect(await reader.textOnce(`${section} .claims-list`, /7{40}/)).toMatch(/7{40}/);
    await close(reader);
  });
}
