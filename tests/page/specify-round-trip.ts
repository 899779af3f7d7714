import { describe, expect, it } from 'vitest';

import { fragment } from '../../web/share/envelope.ts';
import { documentOf, inFile } from '../../web/share/link.ts';
import { answersIn } from '../../web/share/results.ts';
import { type Analysed, analyses, bytesOf, nameOf } from '../web/share/analyses.ts';
import { bytes } from './cohort-files.ts';
import { Reader } from './reader.ts';
import type { Scene } from './scene.ts';
import { dialog, encryptRows, packedIn, share, typeInto } from './share-steps.ts';

const passphrase = 'three rivers at dawn';

/** Two browsers, and keys that are derived by 600,000 rounds. */
const patience = 120_000;

/**
 * tests/web/share/round-trip.test.ts sends all analyses; here are some of each sort: a table beside the
 * cohort, a workbook, letters of another kind, dates, and cuts of more patients than a link holds.
 */
const sample = [
  'the example with its adverse events',
  'sheet-per-arm.xlsx',
  'gb18030.csv',
  'dated_endpoints.csv',
  'cut_points_where of data/lung.csv',
];

/** As it arrives from a mail in quoted-printable, at the end of a sentence. */
const mailed = (link: string) => {
  const [address = '', behind = ''] = link.split('#');
  return `${address}#${behind.replace('=', '=3D').replace(/.{70}/g, '$&=')}.`;
};

/** What was shared is opened in another browser, with a profile of its own, through a broken link. */
export function specifyRoundTrip(scene: Scene): void {
  const openElsewhere = async (link: string) => new Reader(await scene.openElsewhere(link));

  const untilOpen = (reader: Reader, { table }: Analysed) =>
    reader.textOnce('header', new RegExp(escaped(nameOf(table))));

  const dropTable = async (reader: Reader, analysed: Analysed) => {
    await reader.drop(nameOf(analysed.table), bytesOf(analysed.table));
    await untilOpen(reader, analysed);
  };

  const loadEvents = async (reader: Reader, { events }: Analysed) => {
    if (events === null) return;
    await reader.openAll('#safety');
    const chooser = '#safety input[type=file]';
    await reader.load(nameOf(events), bytesOf(events), chooser);
    await reader.textOnce('#safety', /patients have an event/);
  };

  /** To this page; the dialog has one where the page is hosted. */
  const linkTo = async (reader: Reader, kind: 'settings' | 'rows') => {
    const address = await reader.page.evaluate(() => location.href);
    return `${address}#${fragment(kind, inFile(await packedIn(reader))!.text)}`;
  };

  /** All answers of the page, as the document of results that it would send. */
  const answersOf = async (reader: Reader) => {
    await reader.untilComputed();
    await share(reader, 'Results');
    const { text } = inFile(await packedIn(reader))!;
    await reader.page.press('Escape');
    const document = (await documentOf('results', text)) as Record<string, unknown>;
    const { counts, crossed, answers, selection, engine } = document;
    const said = [...answersIn(answers)!.values()].map((one) =>
      // Rows of nobody in the cohort stay where they are.
      one.ok && one.method === 'adverseEvents' ? { ...one, excluded: [] } : one,
    );
    return { counts, crossed, said, selection, engine };
  };

  const chosen = sample.map((name) => analyses.find((one) => one.name === name)!);

  describe.each(chosen.map((one) => [one.name, one] as const))('%s', (_, analysed) => {
    it(
      'is the same document of results from settings and from rows',
      async () => {
        const first = new Reader(await scene.open());
        await dropTable(first, analysed);
        if (analysed.saved !== null) await first.drop('a.riskset.json', bytes(analysed.saved));
        await loadEvents(first, analysed);
        const before = await answersOf(first);
        await share(first, 'Settings');
        const settings = await linkTo(first, 'settings');
        await first.page.press('Escape');
        await share(first, 'Patients’ rows');
        await encryptRows(first, passphrase);
        const rows = await linkTo(first, 'rows');
        expect(await first.page.faults()).toEqual([]);
        await first.page.close();

        const second = await openElsewhere(mailed(settings));
        await second.textOnce('main', /waits for its table/);
        await dropTable(second, analysed);
        await loadEvents(second, analysed);
        expect(await answersOf(second)).toEqual(before);
        expect(await second.page.faults()).toEqual([]);
        await second.page.close();

        const third = await openElsewhere(mailed(rows));
        await third.textOnce(dialog, /These rows are encrypted/);
        await typeInto(third, 'Passphrase', passphrase);
        await third.page.press('Enter');
        await untilOpen(third, analysed);
        expect(await answersOf(third)).toEqual(before);
        expect(await third.page.faults()).toEqual([]);
        await third.page.close();
      },
      patience,
    );
  });
}

const escaped = (text: string) => text.replaceAll('.', '\\.');
