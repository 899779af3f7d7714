import { describe, expect, test } from 'vitest';

import type { Results } from '../../../build/wasm/riskset.js';
import { buildAnalysisFile } from '../../../web/data/analysis-file.ts';
import { workingCohort } from '../../../web/data/changes/working-cohort.ts';
import { type Cohort, originalOf, textColumn } from '../../../web/data/cohort.ts';
import { restoredSetup } from '../../../web/data/saved/restore.ts';
import type { Setup } from '../../../web/data/setup.ts';
import { withTable } from '../../../web/data/tables/event-setup.ts';
import { eventTableName } from '../../../web/data/tables/event-analyses.ts';
import { parseNumber } from '../../../web/data/text/parse-number.ts';
import { perRow } from '../../../web/data/text/text-table.ts';
import { analysisIn } from '../../../web/share/documents.ts';
import {
  brought,
  deflated,
  fragment,
  inflated,
  sealed,
  unsealed,
} from '../../../web/share/envelope.ts';
import { documentOf, secretDocumentOf, secretTextOf, textOf } from '../../../web/share/link.ts';
import {
  type Prepared,
  preparedRows,
  rowsDocument,
  type RowsDocument,
  rowsIn,
} from '../../../web/share/rows.ts';
import { settingsDocument } from '../../../web/share/settings.ts';
import { analyzeTable } from '../../../web/runner/analyze.ts';
import { engine } from '../support/engine.ts';
import { analyses, cohortOfFile, decided } from './analyses.ts';

// What was sent comes back as the same results document, number by number and word by word, on a page
// that was never open, and through a link that mail has broken.

const host = 'https://riskset.example.org/app/';
const passphrase = 'three rivers at dawn';

const mails: readonly ((link: string) => string)[] = [
  (link) => link,
  // Quoted-printable, and what a sentence puts behind a link.
  (link) => `${link.replaceAll('=', '=3D').replace(/.{75}/g, '$&=\r\n')}).`,
  // Lines broken and quoted, in angle brackets.
  (link) => `<${link}>`.replace(/.{70}/g, '$&\n> '),
];

function arrived(kind: 'settings' | 'rows', text: string, mail: (typeof mails)[number]): string {
  const found = brought(mail(`${host}#${fragment(kind, text)}`));
  expect(found?.kind).toBe(kind);
  return found!.text;
}

/** The whole results document. */
function said(cohort: Cohort, setup: Setup, events: Cohort | null): Results {
  const file = buildAnalysisFile(cohort, setup);
  const further = new Map(events === null ? [] : [[eventTableName, events.table]]);
  return analyzeTable(engine, file, originalOf(cohort).table, further);
}

const written = (results: Results) => JSON.stringify(results, null, 1);

/**
 * Of rows two things stay: events of nobody in the cohort, and the day on which data were closed, of
 * which the times remain. Who is left out for them is the same, in other words.
 */
function withoutReasons(results: Results, { endpoints, eventTable }: Setup): Results {
  const closed = endpoints.some(({ cutoff, time }) => cutoff !== null && time === null);
  return {
    ...results,
    results: results.results.map((one) => {
      if (!one.ok) return one;
      const excluded = one.excluded
        .filter(
          ({ column }) => one.method !== 'adverseEvents' || column !== eventTable?.cohortPatient,
        )
        .map((own) => (closed ? { ...own, why: 'missing' as const, column: '' } : own));
      return { ...one, excluded };
    }),
  };
}

/** To derive a key takes its time and does not depend on the rows: so every tenth is encrypted. */
async function rowsSent(
  document: RowsDocument,
  isEncrypted: boolean,
  mail: (typeof mails)[number],
) {
  if (!isEncrypted) {
    const text = sealed(await deflated(document));
    return inflated(unsealed(arrived('rows', text, mail)));
  }
  const text = await secretTextOf(document, passphrase);
  return secretDocumentOf(arrived('rows', text, mail), passphrase);
}

/** As the page does when the table arrives that the settings wait for. */
function withEvents(setup: Setup, events: Cohort | null): Setup {
  const { eventTable } = setup;
  if (eventTable === null || events === null) return setup;
  return { ...setup, eventTable: withTable(eventTable, events, eventTable.file) };
}

/** Ages above 89 go as 90: as if the owner had written so. */
function withAges(cohort: Cohort, setup: Setup, ages: Prepared['ages']): Setup {
  if (ages.length === 0) return setup;
  const edits = ages.flatMap(({ name: column }) =>
    perRow(textColumn(cohort, column), (text) => parseNumber(text, cohort.decimal) ?? 0).flatMap(
      (age, at) => (age > 89 ? [{ row: at + 1, column, value: '90', why: '' }] : []),
    ),
  );
  return { ...setup, edits: [...setup.edits, ...edits] };
}

test('these are all analyses that the tests have', () => {
  expect(analyses.length).toBeGreaterThan(200);
});

describe.each(analyses.map((one, at) => [one.name, one, at] as const))('%s', (_, analysed, at) => {
  const mail = mails[at % mails.length]!;

  test('as settings on the same table, and as rows', async () => {
    const cohort = await cohortOfFile(analysed.table);
    const events = analysed.events && (await cohortOfFile(analysed.events));
    const setup = decided(analysed, cohort, events);
    const own = workingCohort(cohort, setup);
    const answers = said(cohort, setup, events);

    const settings = await textOf(settingsDocument(own, setup, null));
    const document = await documentOf('settings', arrived('settings', settings, mail));
    const fresh = await cohortOfFile(analysed.table);
    const restored = withEvents(restoredSetup(fresh, analysisIn(document)!), events);
    // What was done to single rows stays with its owner.
    const isOfAll = setup.edits.length + setup.exclude.length === 0;
    const ofAll = isOfAll ? answers : said(cohort, { ...setup, edits: [], exclude: [] }, events);
    expect(written(said(fresh, restored, events))).toBe(written(ofAll));

    const prepared = preparedRows(own, setup, events);
    const shared = rowsIn(await rowsSent(rowsDocument(prepared, null), at % 10 === 0, mail))!;
    const there = restoredSetup(shared.cohort, shared.analysis);
    const aged = withAges(cohort, setup, prepared.ages);
    const expected = aged === setup ? answers : said(cohort, aged, events);
    const found = said(shared.cohort, there, shared.events);
    expect(written(withoutReasons(found, setup))).toBe(written(withoutReasons(expected, setup)));
  });
});
