// What was decided about a table of adverse events, or would be if the guesses are right. It holds no
// row: the table itself is opened beside it (opened.ts).
import { type ReadOptions, readOptionsOf } from '../read-options.ts';
import { readSpec } from '../read-spec.ts';
import { columnNamed, type Cohort } from '../cohort.ts';
import { hasAny, wordsOf } from '../guess/words.ts';
import {
  eventGrade,
  type EventRole,
  eventRoles,
  eventWords,
  saysNoEvent,
  saysYes,
} from './event-words.ts';
import { textCounts } from '../text/text-table.ts';
import { isIdentifier } from './join.ts';

/** Which file the table came from. */
export interface FileStamp {
  name: string;
  rows: number;
  sha256: string | null;
}

/** Columns whose texts are known beside their names. */
export type TextRole = Exclude<EventRole, 'patient'>;
export const textRoles: readonly TextRole[] = ['term', 'grade', 'related', 'immune'];

/** A column that says of an event whether it is of a kind. */
export type KindRole = 'related' | 'immune';
export const kindRoles: readonly KindRole[] = ['related', 'immune'];

export interface EventSetup {
  file: FileStamp;
  read: ReadOptions;
  columns: Record<EventRole, string | null>;
  /** The cohort's column of patient identifiers. */
  cohortPatient: string | null;
  /** The different texts of these columns, in the order of the file. */
  texts: Record<TextRole, string[]>;
  /** Those that mean that an event is of the kind. */
  yes: Record<KindRole, string[]>;
  /** Terms that are none: their rows say that a patient had no event. */
  noEvent: string[];
  /** What a person has chosen; all others are guesses. */
  chosen: (EventRole | 'cohortPatient')[];
  /** The events that count. */
  count: 'all' | KindRole;
  /** Terms that are listed; null: all. */
  listed: string[] | null;
}

/** The table of adverse events as it is guessed. */
export function guessedEventSetup(
  cohort: Cohort,
  identifiers: readonly string[],
  table: Cohort,
  file: FileStamp,
): EventSetup {
  const { patient, cohortPatient } = guessedLink(cohort, identifiers, table);
  const taken = new Set(patient === null ? [] : [patient]);
  const columns: Record<EventRole, string | null> = {
    patient,
    term: null,
    grade: null,
    related: null,
    immune: null,
  };
  // "Immune-related" is no "related", and "AE grade" no "AE": the more special is looked for first.
  for (const role of ['immune', 'related', 'grade', 'term'] as const) {
    const name = guessedColumn(table, role, taken);
    columns[role] = name;
    if (name !== null) taken.add(name);
  }
  const bare: EventSetup = {
    file,
    read: readOptionsOf(readSpec(table)),
    columns,
    cohortPatient,
    texts: { term: [], grade: [], related: [], immune: [] },
    yes: { related: [], immune: [] },
    noEvent: [],
    chosen: [],
    count: 'all',
    listed: null,
  };
  return textRoles.reduce((setup, role) => withTextsOf(setup, table, role), bare);
}

/** The setup with other texts in place of those that it names, by the role of their column. */
export function withOtherTexts(
  setup: EventSetup,
  others: (role: TextRole, texts: readonly string[]) => string[],
): EventSetup {
  const { texts, yes, noEvent, listed } = setup;
  return {
    ...setup,
    texts: {
      term: others('term', texts.term),
      grade: others('grade', texts.grade),
      related: others('related', texts.related),
      immune: others('immune', texts.immune),
    },
    yes: { related: others('related', yes.related), immune: others('immune', yes.immune) },
    noEvent: others('term', noEvent),
    listed: listed === null ? null : others('term', listed),
  };
}

/** The setup with what the column of this role holds. */
export function withTextsOf(setup: EventSetup, table: Cohort, role: TextRole): EventSetup {
  const name = setup.columns[role];
  const column = name === null ? undefined : columnNamed(table, name);
  const texts = (column?.texts ?? []).filter(isIdentifier);
  const next = { ...setup, texts: { ...setup.texts, [role]: texts } };
  if (role === 'term') return { ...next, noEvent: texts.filter(saysNoEvent), listed: null };
  if (role === 'grade') return next;
  return {
    ...next,
    yes: { ...setup.yes, [role]: yesAmong(texts) },
    count: setup.count === role && name === null ? 'all' : setup.count,
  };
}

/** "1" says yes beside "0"; among several codes of causality it says what nobody can guess. */
function yesAmong(texts: readonly string[]): string[] {
  return texts.filter((text) => saysYes(text) && (texts.length <= 2 || text !== '1'));
}

/** The setup with another column for a role, as a person chose it. */
export function withColumn(
  setup: EventSetup,
  table: Cohort,
  role: EventRole | 'cohortPatient',
  name: string | null,
): EventSetup {
  const chosen = setup.chosen.includes(role) ? setup.chosen : [...setup.chosen, role];
  if (role === 'cohortPatient') return { ...setup, chosen, cohortPatient: name };
  const next = { ...setup, chosen, columns: { ...setup.columns, [role]: name } };
  return role === 'patient' ? next : withTextsOf(next, table, role);
}

/** The setup with another table in place of its own: what a person chose stays where it is there. */
export function withTable(setup: EventSetup, table: Cohort, file: FileStamp): EventSetup {
  const { yes, noEvent, listed } = setup;
  const next = textRoles.reduce<EventSetup>((one, role) => withTextsOf(one, table, role), {
    ...setup,
    file,
    read: readOptionsOf(readSpec(table)),
  });
  const meant = (role: TextRole, chosen: readonly string[], says: (text: string) => boolean) => {
    const before = new Set(setup.texts[role]);
    return next.texts[role].filter((text) =>
      before.has(text) ? chosen.includes(text) : says(text),
    );
  };
  return {
    ...next,
    yes: {
      related: meant('related', yes.related, saysYes),
      immune: meant('immune', yes.immune, saysYes),
    },
    noEvent: meant('term', noEvent, saysNoEvent),
    listed: listed === null ? null : listed.filter((term) => next.texts.term.includes(term)),
  };
}

/** Whether every text of the table is known: settings that were shared come without most. */
export function hasTextsOf({ columns, texts }: EventSetup, table: Cohort): boolean {
  return textRoles.every((role) => {
    const name = columns[role];
    const known = new Set(texts[role]);
    const there = name === null ? [] : (columnNamed(table, name)?.texts ?? []);
    return there.every((text) => known.has(text) || !isIdentifier(text));
  });
}

/** Whether the table has all columns that the setup names. */
export function fitsTable({ columns }: EventSetup, table: Cohort): boolean {
  const there = new Set(table.table.header);
  return eventRoles.every((role) => {
    const name = columns[role];
    return name === null || there.has(name);
  });
}

function guessedColumn(table: Cohort, role: TextRole, taken: ReadonlySet<string>): string | null {
  const wanted = eventWords[role];
  const candidates = table.columns.filter(
    ({ name, values }) => !taken.has(name) && values.length > 0,
  );
  const named = (words: readonly string[]) =>
    candidates.filter(({ name }) => hasAny(wordsOf(name), words));
  if (role === 'grade') {
    const graded = candidates.filter(({ values }) =>
      values.some(({ value }) => (eventGrade(value) ?? 0) >= 1),
    );
    const fitting = graded.filter(({ name }) => hasAny(wordsOf(name), wanted));
    return fitting[0]?.name ?? null;
  }
  if (role === 'term') {
    // The first word that a column has decides: the preferred term stands before what was reported.
    for (const word of wanted) {
      const [first] = named([word]).filter(({ type }) => type === 'category');
      if (first !== undefined) return first.name;
    }
    return null;
  }
  return named(wanted).find(({ values }) => values.length <= mostAnswers)?.name ?? null;
}

/** A column that says yes or no, or how probable it is, has few different values. */
const mostAnswers = 12;

/** By chance a grade is a row's number, too: a link shares most texts, or has the names of one. */
const leastLikeness = 1;

/** The two columns whose texts name the same patients; by their names where several do. */
function guessedLink(
  cohort: Cohort,
  identifiers: readonly string[],
  table: Cohort,
): { patient: string | null; cohortPatient: string | null } {
  const possible = cohort.table.header.filter(
    (name) => identifiers.includes(name) || isUnique(cohort, name),
  );
  let best = { patient: null as string | null, cohortPatient: null as string | null };
  let most = leastLikeness;
  for (const cohortPatient of possible) {
    const ids = new Set(columnNamed(cohort, cohortPatient)!.texts);
    for (const patient of table.table.header) {
      const texts = columnNamed(table, patient)!.texts.filter(isIdentifier);
      const shared = texts.filter((text) => ids.has(text)).length;
      if (shared === 0) continue;
      const score =
        shared / texts.length +
        (cohortPatient === patient ? 1 : 0) +
        (identifiers.includes(cohortPatient) ? 1 : 0) +
        (hasAny(wordsOf(patient), eventWords.patient) ? 1 : 0);
      if (score > most) [most, best] = [score, { patient, cohortPatient }];
    }
  }
  if (best.patient !== null) return best;
  const first = table.columns.find(({ name }) => hasAny(wordsOf(name), eventWords.patient));
  return { patient: first?.name ?? null, cohortPatient: identifiers[0] ?? null };
}

/** Whether no two rows hold the same text, where they hold one. */
function isUnique(cohort: Cohort, name: string): boolean {
  const column = columnNamed(cohort, name)!;
  const counts = textCounts(column);
  return column.texts.every((text, at) => counts[at] === 1 || !isIdentifier(text));
}
