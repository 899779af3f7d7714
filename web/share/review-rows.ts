// What of the rows goes and what stays, in words.
import { isIdentifying } from '../data/analysis-file.ts';
import { text } from '../text/text.ts';
import {
  type About,
  daysIn,
  type Line,
  namedAlone,
  type Review,
  staying,
  wordsStaying,
} from './review.ts';
import { analysisOfRows, type Prepared } from './rows.ts';

const words = text.share.review;

export function reviewOfRows(about: About, prepared: Prepared): Review {
  const { cohort, setup, events, putBack } = prepared;
  const { header } = cohort.table;
  const goes = header.map((column): Line => ({ column, says: howItGoes(about, prepared, column) }));
  const further = namedAlone(about, analysisOfRows(prepared, null), goes);
  const { edits, exclude, eventTable } = about.setup;
  return {
    goes: [...goes, ...further, ...(events === null ? [] : eventLines(about, prepared))],
    also: [
      words.file(about.cohort.name),
      ...(putBack.dates ? daysIn(setup) : []),
      ...(events === null ? [] : [words.eventRows(events.setup.file.name, events.setup.file.rows)]),
    ],
    stays: staying(about, new Set([...header, ...further.map(({ column }) => column)])),
    kept: [
      ...(edits.length > 0 ? [words.editsInRows(edits.length)] : []),
      ...(exclude.length > 0 ? [words.exclusionsInRows(exclude.length)] : []),
      ...wordsStaying(eventTable, prepared.wordsKept),
      ...(eventTable === null
        ? []
        : events === null
          ? [words.eventTable]
          : eventsStaying(eventTable.file.rows - events.table.table.rows)),
    ],
    small: null,
  };
}

function howItGoes(about: About, { setup, ages, putBack }: Prepared, column: string): string {
  if (isIdentifying(about.setup, column)) {
    return putBack.identifiers.includes(column) ? words.identifierAsIs : words.numbered;
  }
  if (setup.types.get(column)?.type === 'date') return putBack.dates ? words.trueDays : words.days;
  const grouped = ages.find(({ name }) => name === column);
  return grouped === undefined ? words.asIs : words.ages(grouped.rows);
}

/** Each column of the table of adverse events, with the texts that stand in it. */
function eventLines({ setup }: About, { events, wordsKept, putBack }: Prepared): Line[] {
  const { table, setup: counted } = events!;
  const coded = new Set(wordsKept.map((role) => counted.columns[role]));
  const known = putBack.identifiers.includes(setup.eventTable?.cohortPatient ?? '');
  return table.table.header.map((column, at) => {
    const texts = table.table.columns[at]!.texts.filter((cell) => cell !== '');
    const isPatient = column === counted.columns.patient;
    const say = coded.has(column) ? words.eventCoded : words.asIsWith;
    const how = known ? words.identifierAsIs : words.numbered;
    return { column: words.eventColumn(column), says: isPatient ? how : say(texts) };
  });
}

function eventsStaying(rows: number): string[] {
  return [words.eventColumnsStay, ...(rows > 0 ? [words.eventRowsStay(rows)] : [])];
}
