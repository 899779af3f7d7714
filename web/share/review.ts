// What goes and what stays, in words, before anything leaves: read off the very document that is sent.
import { isIdentifying } from '../data/analysis-file.ts';
import type { Cohort } from '../data/cohort.ts';
import { endpointColumns } from '../data/endpoint-dates.ts';
import type { SavedAnalysis } from '../data/saved/document.ts';
import type { SavedEventTable } from '../data/saved/event-table.ts';
import type { Setup } from '../data/setup.ts';
import type { EventSetup, TextRole } from '../data/tables/event-setup.ts';
import { count, day } from '../format/numbers.ts';
import { parseDate } from '../data/text/parse-cell.ts';
import { text } from '../text/text.ts';
import { ownCodes } from './cell-texts.ts';
import type { Counted } from './counts.ts';
import { cellsOf } from './crossed.ts';
import { boundOf, dateColumns } from './dates.ts';
import { eventsIn } from './event-table.ts';
import type { SettingsDocument } from './documents.ts';
import { answersIn, type ResultsDocument } from './results.ts';
import { columnsNamedIn } from './named-columns.ts';
import type { PutBack } from './rows.ts';

const words = text.share.review;

export interface Line {
  column: string;
  says: string;
}

export interface Review {
  /** Columns, each with how it goes. */
  goes: Line[];
  /** What goes beside columns. */
  also: string[];
  /** Columns, each with why it stays. */
  stays: Line[];
  /** What stays beside columns. */
  kept: string[];
  /** Counts below 5, where counts go. */
  small: string[] | null;
}

export interface About {
  cohort: Cohort;
  /** As it was decided, with all that is left out. */
  setup: Setup;
  /** Columns that look like free text and are left out. */
  texts: readonly string[];
  /** Of rows. */
  putBack?: PutBack;
}

export function reviewOfSettings(about: About, { analysis }: SettingsDocument): Review {
  const { cohort, setup } = about;
  const columns = Object.entries(analysis.columns ?? {});
  const pageColumns = analysis.page?.columns ?? {};
  const goes = columns.map(([column, own]): Line => {
    const levels = [...(own.levels ?? []), ...(pageColumns[column]?.levels ?? [])].map(String);
    const merged = Object.entries(own.merge ?? {}).map(([level, parts]) =>
      words.merged(level, parts.map(String)),
    );
    const says = levels.length > 0 ? words.levels([...new Set(levels)]) : words.nameOnly;
    return { column, says: [says, ...merged].join('; ') };
  });
  goes.push(...namedAlone(about, analysis, goes));
  const named = new Set(goes.map(({ column }) => column));
  const { sheet, sheets } = analysis.read ?? {};
  const sheetNames = [...(sheet ? [sheet] : []), ...(sheets ?? [])].filter((one) => one !== null);
  const eventTable = analysis.page?.eventTable ?? null;
  const codes = ownCodes(setup);
  return {
    goes,
    also: [
      words.file(cohort.name),
      ...(typeof analysis.cohort?.sha256 === 'string' ? [words.fingerprint] : []),
      ...daysIn(setup),
      ...(sheetNames.length > 0 ? [words.sheets([...new Set(sheetNames)])] : []),
      ...(eventTable === null ? [] : [words.eventFile(eventTable.file?.name ?? '')]),
      ...eventTableLines(eventTable),
    ],
    stays: staying(about, named),
    kept: [
      ...(setup.edits.length > 0 ? [words.edits(setup.edits.length)] : []),
      ...(setup.exclude.length > 0 ? [words.exclusions(setup.exclude.length)] : []),
      ...(codes > 0 ? [words.ownCodes(codes)] : []),
    ],
    small: null,
  };
}

export function reviewOfResults(about: About, document: ResultsDocument): Review {
  const { counts, crossed, selection } = document;
  const { cohort, setup } = about;
  const { arm, arms, columns, times, withheld } = counts;
  const range = setup.options.tableOne.range ? words.numbersWithRange : words.numbers;
  const known = arms.filter((label) => label !== '');
  const numbers = withheld.filter((name) => setup.types.get(name)?.type === 'number');
  const timed = new Set(setup.endpoints.flatMap(endpointColumns));
  const goes: Line[] = [
    ...(arm === null ? [] : [{ column: arm, says: words.levels(known) }]),
    ...columns.map(({ name, texts }) => ({ column: name, says: words.counts(texts) })),
    ...times.map(({ endpoint, time, arms: own }) => ({
      column: time,
      says: words.times(
        endpoint,
        differentTimes(
          own,
          times.find((one) => one.time === time)!,
        ),
      ),
    })),
    ...numbers.filter((name) => !timed.has(name)).map((name) => ({ column: name, says: range })),
  ];
  for (const { event, endpoint } of times) {
    const isListed = goes.some(({ column }) => column === event);
    if (!isListed) goes.push({ column: event, says: words.eventsOf(endpoint) });
  }
  goes.push(...namedAlone(about, document.analysis, goes));
  const named = new Set(goes.map(({ column }) => column));
  return {
    goes,
    also: [
      words.file(cohort.name),
      ...(selection === undefined
        ? []
        : [words.selection(selection.conditions, count(selection.patients), count(selection.of))]),
      ...eventTableLines(document.analysis.page?.eventTable ?? null),
    ],
    stays: staying(about, named),
    kept: [
      ...(setup.edits.length > 0 ? [words.edits(setup.edits.length)] : []),
      ...(setup.exclude.length > 0 ? [words.exclusions(setup.exclude.length)] : []),
      words.residuals,
    ],
    small: [
      ...smallCells(counts),
      ...crossed.flatMap((one) =>
        cellsOf(one)
          .filter(({ count: patients }) => isSmall(patients))
          .map(({ texts: [ofArm = '', ...levels], count: patients }) =>
            words.smallCell(one.columns.slice(1).join(', '), levels.join(', '), ofArm, patients),
          ),
      ),
      ...smallEvents(document),
    ],
  };
}

/** Columns of which the analysis says the name, and nothing else goes. */
export function namedAlone(
  { cohort, setup }: About,
  analysis: SavedAnalysis,
  listed: readonly Line[],
): Line[] {
  const known = new Set(listed.map(({ column }) => column));
  return columnsNamedIn(analysis, cohort.table.header)
    .filter((column) => !known.has(column))
    .map((column) => ({
      column,
      says: isIdentifying(setup, column) ? words.identifierNamed : words.nameOnly,
    }));
}

/** Days of the calendar that stand in the analysis. */
export function daysIn({ endpoints, where }: Setup): string[] {
  const cutoffs = endpoints.flatMap(({ cutoff }) => cutoff ?? []);
  const bounds = where.map(boundOf).filter((bound) => typeof bound === 'string');
  return [
    ...(cutoffs.length > 0 ? [words.cutoff([...new Set(cutoffs)])] : []),
    ...(bounds.length > 0 ? [words.conditionDays([...new Set(bounds)].map(dayShown))] : []),
  ];
}

/** Whatever of the table's names and texts is in the document. */
function eventTableLines(table: SavedEventTable | null): string[] {
  if (table === null) return [];
  const { columns, texts, yes, noEvent, listed } = table;
  const known = (all: (string | null | undefined)[]) =>
    [...new Set(all)].filter((one): one is string => typeof one === 'string');
  const names = known(Object.values(columns ?? {}));
  const said = known([
    ...Object.values(texts ?? {}).flatMap((own) => own ?? []),
    ...Object.values(yes ?? {}).flatMap((own) => own ?? []),
    ...(noEvent ?? []),
    ...(listed ?? []),
  ]);
  return [
    ...(names.length > 0 ? [words.eventColumns(names)] : []),
    ...(said.length > 0 ? [words.eventTexts(said)] : []),
  ];
}

/** What others stand for, or nothing, where its words look like free text. */
export function wordsStaying(table: EventSetup | null, kept: readonly TextRole[]): string[] {
  return kept.map((role) => words.eventWordsStay(table?.columns[role] ?? ''));
}

const dayShown = (date: string) => day(parseDate(date) ?? 0);

export function staying({ cohort, setup, texts }: About, named: ReadonlySet<string>): Line[] {
  const dates = new Set(dateColumns(setup));
  const made = new Set(setup.cuts.map(({ name }) => name));
  return cohort.table.header
    .filter((column) => !named.has(column) && !made.has(column))
    .map((column) => ({
      column,
      says: setup.identifiers.includes(column)
        ? words.identifier
        : texts.includes(column)
          ? words.freeText
          : dates.has(column)
            ? words.date
            : words.unused,
    }));
}

function differentTimes(
  arms: Counted['times'][number]['arms'],
  { steps }: Counted['times'][number],
): number {
  const all = arms.flatMap(({ time }) => {
    let last = 0;
    return steps ? time.map((step) => (last += step)) : time;
  });
  return new Set(all).size;
}

const least = 5;

function isSmall(patients: number): boolean {
  return patients > 0 && patients < least;
}

function smallCells({ arms, columns }: Counted): string[] {
  return columns.flatMap(({ name, texts, counts }) =>
    counts.flatMap((own, arm) =>
      own.flatMap((patients, level) =>
        isSmall(patients) ? [words.smallCell(name, texts[level]!, arms[arm]!, patients)] : [],
      ),
    ),
  );
}

/** Patients with each term of a table of adverse events, and by the worst grade of all. */
function smallEvents({ answers }: ResultsDocument): string[] {
  const events = eventsIn(answersIn(answers)?.values() ?? []);
  if (events === null) return [];
  const { terms, anyTerm } = events;
  return [anyTerm, ...terms].flatMap((own) =>
    own.perArm.flatMap(({ label, any, grade3plus, grade5, worst }) =>
      [
        [words.anyGrade, any] as const,
        [words.severe, grade3plus] as const,
        [words.fatal, grade5] as const,
        ...[...worst].map((patients, grade) => [words.worst(grade), patients] as const),
      ].flatMap(([which, patients]) =>
        isSmall(patients)
          ? [words.smallCell(own === anyTerm ? words.anyEvent : own.term, which, label, patients)]
          : [],
      ),
    ),
  );
}

/** "7,812", as counts stand on the page. */
export const characters = (content: string): string => count(content.length);
