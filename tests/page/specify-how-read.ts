import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, it } from 'vitest';

import { plain, Reader } from './reader.ts';
import { type Scene, standsForAll } from './scene.ts';

const file = (name: string) =>
  readFileSync(resolve(import.meta.dirname, '../web/data/corpus/files', name));

/** How a file was read is said, and every guess about it can be changed and undone. */
export function specifyHowRead(scene: Scene): void {
  const once = standsForAll(scene);
  async function opened(name: string): Promise<Reader> {
    const reader = new Reader(await scene.open());
    await reader.openExample();
    await reader.load(name, file(name));
    expect(await reader.cohort()).toBe(name);
    return reader;
  }

  async function finished(reader: Reader): Promise<void> {
    expect(await reader.page.faults()).toEqual([]);
    await reader.page.close();
  }

  const undo = async (reader: Reader) => {
    await reader.page.press('z', 'Control');
    await reader.untilComputed();
  };

  it('opens a workbook at its table, and another of its sheets when asked', async () => {
    const reader = await opened('several-sheets.xlsx');
    expect(plain(await reader.text('#how-read'))).toContain('Sheet “Patients” of 4');
    expect(await reader.text('#data')).toContain('8 patients, 6 columns');
    await reader.openAll('#data');
    await reader.select('Sheet', 'Old (hidden)');
    expect(await reader.textOnce('#how-read', /Sheet “Old” of 4/)).toMatch(/Sheet “Old” of 4/);
    await reader.textOnce('#data', /2 patients, 3 columns/);
    // The field that was changed is there still, and has the focus.
    expect(await reader.focused()).toContain('Old (hidden)');
    await undo(reader);
    expect(plain(await reader.text('#how-read'))).toContain('Sheet “Patients” of 4');
    expect(await reader.text('#data')).toContain('8 patients, 6 columns');
    await undo(reader);
    expect(await reader.cohort()).toBe('Example cohort');
    await finished(reader);
  });

  it.runIf(once)(
    'reads a sheet for each arm as one table when asked, and one of them again',
    async () => {
      const reader = await opened('sheet-per-arm.xlsx');
      expect(plain(await reader.text('#data'))).toContain(
        'The sheets “Chemotherapy” and “Immunotherapy” have the same columns',
      );
      await reader.press('Read these sheets together', '#data');
      expect(plain(await reader.textOnce('#data', /8\spatients, 6/))).toContain(
        'are read as one table; the sheet’s name is the column group',
      );
      await reader.untilComputed();
      expect(await reader.textOnce('#survival', /Immunotherapy/)).toContain('Chemotherapy');
      await reader.press('Read “Chemotherapy” alone', '#data');
      expect(plain(await reader.textOnce('#data', /4\spatients, 5/))).toContain(
        'Only “Chemotherapy” is',
      );
      await undo(reader);
      expect(plain(await reader.textOnce('#data', /8\spatients, 6/))).toContain('two arms');
      await finished(reader);
    },
  );

  it('reads files that are dropped together as one table, and adds the rows of another', async () => {
    const arm = (name: string, months: number) =>
      new TextEncoder().encode(
        `id,os_months,os_event\n${Array.from({ length: 20 }, (_, at) => `${name}${at},${at + months},1`).join('\n')}`,
      );
    const reader = await opened('plain.csv');
    await reader.dropAll({ 'Standard.csv': arm('S', 11), 'Experimental.csv': arm('E', 1) });
    expect(await reader.cohort()).toBe('Experimental.csv and Standard.csv');
    expect(plain(await reader.textOnce('#data', /40\spatients, 4/))).toContain(
      'The files “Experimental.csv” and “Standard.csv” have the same columns and are read as one table; the file’s name is the column group.',
    );
    expect(await reader.textOnce('#survival', /Experimental/)).toContain('Standard');
    await reader.openAll('#data');
    await reader.select('File', 'Standard.csv');
    expect(await reader.textOnce('#how-read', /File “Standard\.csv” alone/)).toMatch(/alone/);
    await undo(reader);
    await reader.openAll('#data');
    await reader.load('Third.csv', arm('T', 5), 'input[aria-label="Add the rows of another file"]');
    expect(plain(await reader.textOnce('#data', /60\spatients, 4/))).toContain('three arms');
    await undo(reader);
    expect(plain(await reader.textOnce('#data', /40\spatients, 4/))).toContain('two arms');
    await undo(reader);
    expect(await reader.cohort()).toBe('plain.csv');
    await finished(reader);
  });

  it('guesses GB18030, and reads the file in another encoding when asked', async () => {
    const reader = await opened('gb18030.csv');
    expect(plain(await reader.text('#how-read'))).toContain(
      'GB18030, separated by commas, column names in line 1',
    );
    expect(await reader.text('#data')).toContain('治疗组');
    await reader.openAll('#data');
    await reader.select('Encoding', 'Windows-1252, Western Europe: ±àºÅ');
    expect(await reader.textOnce('#how-read', /Windows-1252, separated by commas/)).toMatch(
      /Windows-1252, separated by commas/,
    );
    expect(await reader.text('#data')).not.toContain('治疗组');
    await undo(reader);
    expect(await reader.text('#data')).toContain('治疗组');
    await finished(reader);
  });

  it.runIf(once)('keeps the table when it cannot be read as asked', async () => {
    const reader = await opened('decimal-comma-1252.csv');
    await reader.openAll('#data');
    await reader.select('Separated by', 'Comma');
    expect(
      await reader.textOnce('[role=alert]', /rows do not have the \d+ cells? of the header/),
    ).toMatch(/rows do not have the \d+ cells? of the header/);
    expect(plain(await reader.text('#how-read'))).toContain('separated by semicolons');
    const shown = await reader.page.evaluate(
      () =>
        document.querySelector<HTMLSelectElement>('[data-field=delimiter] select')!
          .selectedOptions[0]!.label,
    );
    expect(shown).toBe('Semicolon');
    await finished(reader);
  });

  it.runIf(once)(
    'shows the lines that are no patients, and takes them as rows by one press',
    async () => {
      const reader = await opened('total-and-footnotes.csv');
      const data = plain(await reader.text('#data'));
      expect(data).toContain(
        'Lines 10 and 11 (“Total” and “Mean”) sum up patients and were left out.',
      );
      expect(data).toContain('Lines 13 and 14');
      await reader.press('Use them as rows', '#data');
      expect(await reader.textOnce('#data', /Lines 10 and 11 were taken as rows by you/)).toMatch(
        /Lines 10 and 11 were taken as rows by you/,
      );
      expect(await reader.text('#data')).toContain('10 patients');
      await undo(reader);
      expect(await reader.text('#data')).toContain('8 patients');
      await finished(reader);
    },
  );

  it('refuses a workbook that unpacks to far more than a table, and keeps the cohort', async () => {
    const reader = new Reader(await scene.open());
    await reader.openExample();
    await reader.load('bomb.xlsx', file('far-more-than-it-seems.xlsx'));
    expect(await reader.text('[role=alert]')).toContain('unpacks to far more');
    expect(await reader.cohort()).toBe('Example cohort');
    await finished(reader);
  });
}
