// A round trip: what is sent of an analysis, how mail breaks its link, and the results documents that
// must come of it on a page that was never open.
import type { Results } from '../../../build/wasm/riskset.js';
import { buildAnalysisFile } from '../../../web/data/analysis-file.ts';
import { type AskBeside, askCutPoints } from '../../../web/data/changes/follow.ts';
import { withCutPoints } from '../../../web/data/changes/setup-after.ts';
import { workingCohort } from '../../../web/data/changes/working-cohort.ts';
import { type Cohort, textColumn } from '../../../web/data/cohort.ts';
import { digest } from '../../../web/data/fingerprint.ts';
import type { Setup } from '../../../web/data/setup.ts';
import { eventTableName } from '../../../web/data/tables/event-analyses.ts';
import { parseNumber } from '../../../web/data/text/parse-number.ts';
import { perRow } from '../../../web/data/text/text-table.ts';
import type { SettingsDocument } from '../../../web/share/documents.ts';
import { fragment } from '../../../web/share/envelope.ts';
import {
  type Prepared,
  preparedRows,
  rowsDocument,
  type RowsDocument,
} from '../../../web/share/rows.ts';
import { settingsDocument } from '../../../web/share/settings.ts';
import { analyzeTable } from '../../../web/runner/analyze.ts';
import { engine } from '../support/engine.ts';
import { type Analysed, bytesOf, cohortOfFile, decided } from './analyses.ts';

export const passphrase = 'three rivers at dawn';

const host = 'https://riskset.example.org/app/';

const mails: readonly ((link: string) => string)[] = [
  (link) => link,
  // Quoted-printable, and what a sentence puts behind a link.
  (link) => `${link.replaceAll('=', '=3D').replace(/.{75}/g, '$&=\r\n')}).`,
  // Lines broken and quoted, in angle brackets.
  (link) => `<${link}>`.replace(/.{70}/g, '$&\n> '),
];

/** The link as it arrives by the mail of this turn. */
export function mailed(kind: 'settings' | 'rows', text: string, turn: number): string {
  return mails[turn % mails.length]!(`${host}#${fragment(kind, text)}`);
}

/** The whole results document; `cohort` as it was read. */
export function said(cohort: Cohort, setup: Setup, events: Cohort | null): Results {
  const file = buildAnalysisFile(workingCohort(cohort, setup), setup);
  const further = new Map(events === null ? [] : [[eventTableName, events.table]]);
  return analyzeTable(engine, file, cohort.table, further);
}

export const written = (results: Results) => JSON.stringify(results, null, 1);

/**
 * Of rows two things stay: events of nobody in the cohort, and the day on which data were closed, of
 * which the times remain. Who is left out for them is the same, in other words.
 */
export function withoutReasons(results: Results, { endpoints, eventTable }: Setup): Results {
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

/** Where quantiles lie is the engine's to say: the page asks, and its groups follow. */
async function withQuantiles(cohort: Cohort, setup: Setup): Promise<Setup> {
  const ask: AskBeside = async ({ cohort: there, setup: read }, analyses) => {
    const file = { ...buildAnalysisFile(there, read), analyses: [...analyses] };
    const { results } = analyzeTable(engine, file, cohort.table);
    return new Map(results.map((one) => [one.id, one]));
  };
  const about = { cohort: workingCohort(cohort, setup), setup };
  let after = setup;
  for (const cut of setup.cuts.filter(({ quantiles }) => quantiles !== null)) {
    const found = await askCutPoints(ask, about, cut, new AbortController().signal);
    if (found?.ok !== true || found.method !== 'cutPoints') continue;
    after = withCutPoints(after, cut.name, Array.from(found.value.at));
  }
  return after;
}

export interface Trip {
  setup: Setup;
  events: Cohort | null;
  settings: SettingsDocument;
  rows: RowsDocument;
  /** What its owner sees, and what must come of its settings and of its rows. */
  results: { own: Results; ofSettings: Results; ofRows: Results };
}

export async function tripOf(analysed: Analysed): Promise<Trip> {
  const cohort = await cohortOfFile(analysed.table);
  const events = analysed.events && (await cohortOfFile(analysed.events));
  const setup = await withQuantiles(cohort, await decided(analysed, cohort, events));
  const own = workingCohort(cohort, setup);
  const sha256 = await digest(bytesOf(analysed.table));
  const prepared = preparedRows(own, setup, events);
  const answers = said(cohort, setup, events);
  // What was done to single rows stays with its owner.
  const isOfAll = setup.edits.length + setup.exclude.length === 0;
  const aged = withAges(cohort, setup, prepared.ages);
  return {
    setup,
    events,
    settings: settingsDocument(own, setup, sha256),
    rows: rowsDocument(prepared, sha256),
    results: {
      own: answers,
      ofSettings: isOfAll ? answers : said(cohort, { ...setup, edits: [], exclude: [] }, events),
      ofRows: aged === setup ? answers : said(cohort, aged, events),
    },
  };
}
