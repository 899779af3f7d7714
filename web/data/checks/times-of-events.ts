// Registries write the time to death in one column and the time to the last contact in another. With
// the first alone a curve is that of the dead. An endpoint has one column of times, so that a person
// has to make it; the sentence says of which two.
import { text } from '../../text/text.ts';
import { type Cohort, textColumn } from '../cohort.ts';
import { contentOf, type Setup } from '../setup.ts';
import { cellReader } from '../text/parse-cell.ts';
import { perRow } from '../text/text-table.ts';
import type { FollowUp } from './endpoint-checks.ts';
import { type Check, type Finding, rowsWhere } from './finding.ts';

const says = text.data.checks.timesOfEvents;

/** Fewer without a time may have been overlooked one by one. */
const fewest = 5;
const nearlyAll = 0.9;

export function timesOfEventsAlone(
  cohort: Cohort,
  setup: Setup,
  endpoints: readonly FollowUp[],
): Finding {
  const found = endpoints.flatMap(({ endpoint, times, events }): Check[] => {
    const { name, time, event } = endpoint;
    if (time === null) return [];
    const other = timesOfTheOthers(cohort, setup, time, times);
    if (event === null)
      return other === null ? [] : [eventByColumn(cohort, name, time, other, times)];
    const withTime = (happened: boolean) => {
      const rows = rowsWhere(cohort, (row) => events[row] === happened);
      const known = rows.filter((row) => (times[row - 1] ?? null) !== null);
      return { rows, known: known.length };
    };
    const had = withTime(true);
    const censored = withTime(false);
    const without = censored.rows.filter((row) => (times[row - 1] ?? null) === null);
    if (without.length < Math.max(fewest, nearlyAll * censored.rows.length)) return [];
    if (had.known === 0 || had.known < nearlyAll * had.rows.length) return [];
    return [
      {
        id: `timesOfEvents:${name}`,
        kind: 'problem',
        claim: says.claim(without.length, censored.rows.length, name),
        text: says.text(time, other),
        rows: without,
        columns: [time, event, other].filter((one) => one !== null),
      },
    ];
  });
  return found.length > 0 ? found : { passed: says.passed };
}

/** Without a status it is the column of a time that says who had the event. */
function eventByColumn(
  cohort: Cohort,
  endpoint: string,
  time: string,
  other: string,
  times: FollowUp['times'],
): Check {
  const rows = rowsWhere(cohort, (row) => (times[row] ?? null) === null);
  return {
    id: `timesOfEvents:${endpoint}`,
    kind: 'problem',
    claim: says.apart(endpoint, time, other, cohort.table.rows - rows.length, rows.length),
    text: says.apartText(time, other),
    rows,
    columns: [time, other],
  };
}

/** A column of numbers that is filled where this time is not, and nowhere else. */
function timesOfTheOthers(
  cohort: Cohort,
  setup: Setup,
  time: string,
  times: FollowUp['times'],
): string | null {
  const lacking = times.filter((own) => own === null).length;
  if (lacking < fewest || times.length - lacking < fewest) return null;
  const fits = cohort.columns.find(({ name }) => {
    const content = name === time ? null : contentOf(cohort, setup, name);
    if (content?.type !== 'number' || content.missing < times.length - lacking) return false;
    const others = perRow(textColumn(cohort, name), cellReader(content, cohort.decimal));
    const both = others.some((own, row) => own !== null && times[row] !== null);
    const filled = others.filter((own) => own !== null).length;
    return !both && filled >= nearlyAll * lacking;
  });
  return fits?.name ?? null;
}
