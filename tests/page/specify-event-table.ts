import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, it } from 'vitest';

import { bytes } from './cohort-files.ts';
import { Reader } from './reader.ts';
import { type Scene, standsForAll } from './scene.ts';

const events = readFileSync(resolve(import.meta.dirname, '../reference/data/example_events.csv'));

const chooser = (label: string) => `#safety input[aria-label="${label}"]`;

/** A second file with a row for each adverse event. Numbers are those of linked_events.R. */
export function specifyEventTable(scene: Scene): void {
  const once = standsForAll(scene);
  async function withEvents(): Promise<Reader> {
    const reader = new Reader(await scene.open());
    await reader.openExample();
    await reader.openAll('#safety');
    await reader.load('events.csv', events, chooser('Add a table of adverse events'));
    await reader.openAll('#safety');
    return reader;
  }

  it.runIf(once)(
    'takes a term such as None for no event, until a person says otherwise',
    async () => {
      const reader = new Reader(await scene.open());
      await reader.openExample();
      await reader.openAll('#safety');
      const table = 'subject,term,grade\nSYN001,Rash,2\nSYN002,None,\nSYN003,Rash,3\n';
      await reader.load('ae.csv', bytes(table), chooser('Add a table of adverse events'));
      expect(await reader.textOnce('#safety', /2 of 83 patients have an event/)).toMatch(
        /1 row says that there was no event \(None\)/,
      );
      await reader.openAll('#safety');
      await reader.click('None', '#safety .event-values');
      expect(await reader.textOnce('#safety', /3 of 83 patients have an event/)).toContain(
        '1 event without a grade from 0 to 5',
      );
      expect(await reader.page.faults()).toEqual([]);
      await reader.page.close();
    },
  );

  it.runIf(once)('counts each patient of the cohort once, at the worst grade', async () => {
    const reader = await withEvents();
    const said = await reader.textOnce('#safety', /59 of 83 patients have an event in events\.csv/);
    expect(said).toContain('the other 24 count as free of events');
    expect(said).toMatch(
      /2 identifiers of the table are not in the cohort: SYN90[01], SYN90[01]\./,
    );
    expect(said).toContain('4 events without a grade from 0 to 5.');
    const rows = await reader.rows('#safety');
    expect(rows.find((row) => row.startsWith('Any grade'))).toMatch(
      /37\/49, 75\.5%.*22\/34, 64\.7%/,
    );
    expect(rows.find((row) => row.startsWith('Grade 3 or higher'))).toMatch(
      /19\/48, 39\.6%.*11\/32, 34\.4%/,
    );
    expect(rows.find((row) => row.startsWith('Rash, maculopapular'))).toMatch(
      /^Rash, maculopapular \| 20 \(40\.8%\) \| 3 \(8\.8%\).* \| 7 \(14\.3%\) \| 1 \(2\.9%\)/,
    );
    expect(rows.find((row) => row.startsWith('Fatigue'))).toMatch(
      /^Fatigue \| 18 \(36\.7%\) \| 17 \(50\.0%\).* \| 8 \(16\.3%\) \| 5\/32 \(15\.6%\)/,
    );
    expect(said).toContain('Adverse events of any grade');
    expect(await reader.page.faults()).toEqual([]);
    await reader.page.close();
  });

  it.runIf(once)('counts one kind of events alone; every step can be undone', async () => {
    const reader = await withEvents();
    await reader.choose('Treatment-related only', '#safety');
    const related = await reader.textOnce('#safety', /Only treatment-related events count/);
    expect(related).toContain('(related: yes or probable)');
    expect(related).toContain('6 events of which nobody says whether they were treatment-related.');
    const anyOf = async () =>
      (await reader.rows('#safety')).find((row) => row.startsWith('Any grade'));
    expect(await anyOf()).toMatch(/33\/49, 67\.3%.*18\/34, 52\.9%/);
    await reader.choose('Immune-related only', '#safety');
    await reader.textOnce('#safety', /Only immune-related events count/);
    expect(await anyOf()).toMatch(/22\/49, 44\.9%.*3\/34, 8\.8%/);
    for (const expected of [/18\/34/, /22\/34/, /30\/34/]) {
      await reader.press('Undo: table of adverse events', 'header');
      await reader.untilComputed();
      await reader.textOnce('#safety', expected);
      expect(await anyOf()).toMatch(expected);
    }
    await reader.page.close();
  });

  it('is let go of in its place, where it replaces no cohort', async () => {
    const reader = new Reader(await scene.open());
    await reader.openExample();
    await reader.openAll('#safety');
    await reader.drop('events.csv', events, '#safety .event-drop');
    expect(await reader.textOnce('#safety', /59 of 83 patients/)).toContain('events.csv, 128 rows');
    expect(await reader.text('header')).toContain('Example cohort');
    await reader.page.close();
  });

  it.runIf(once)('is waited for by a saved analysis', async () => {
    const reader = await withEvents();
    await reader.textOnce('#safety', /59 of 83 patients/);
    await reader.catchSaved();
    await reader.click('Save or share', 'header');
    await reader.click('Save the analysis', 'header');
    const [file] = await reader.untilSaved(1);
    expect(file?.text).not.toContain('SYN900');
    await reader.page.close();

    const other = new Reader(await scene.open());
    await other.openExample();
    await other.drop('saved.riskset.json', bytes(file!.text));
    expect(await other.textOnce('#safety', /Safety waits for/)).toContain(
      'Safety waits for events.csv (128 rows).',
    );
    await other.load('events.csv', events, chooser('Open it'));
    expect(await other.textOnce('#safety', /37\/49/)).toMatch(/37\/49, 75\.5%/);
    expect(await other.page.faults()).toEqual([]);
    await other.page.close();
  });

  it.runIf(once)('is refused with the reason where it cannot be linked', async () => {
    const reader = new Reader(await scene.open());
    await reader.openExample();
    await reader.openAll('#safety');
    const label = chooser('Add a table of adverse events');
    await reader.load('other.csv', bytes('patient_id,term,grade\nX1,Rash,1\nX2,Rash,3\n'), label);
    expect(await reader.textOnce('#safety', /not linked/)).toContain(
      'No text of events.patient_id stands among the patient identifiers of the cohort.',
    );
    // The way out stands beside it.
    await reader.load('events.csv', events, chooser('Replace the table'));
    await reader.select('Patient, in this table', 'subject');
    expect(await reader.textOnce('#safety', /37\/49/)).toMatch(/37\/49, 75\.5%/);
    expect(await reader.page.faults()).toEqual([]);
    await reader.page.close();
  });
}
