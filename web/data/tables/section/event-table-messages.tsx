import { problemText } from '../../../engine/problem-text.ts';
import { text } from '../../../text/text.ts';
import { type Message, ProblemBlock, Warnings } from '../../../ui/messages.tsx';
import type { Exclusion } from '../../changes/changes.ts';
import type { Cohort } from '../../cohort.ts';
import { CohortRows } from '../../section/cohort-rows.tsx';
import { lackingRoles } from '../event-analyses.ts';
import type { EventSetup } from '../event-setup.ts';
import { eventRoles } from '../event-words.ts';
import { type EventFacts, eventLink } from '../facts.ts';

const words = text.eventTable;

interface EventTableMessagesProps {
  cohort: Cohort;
  table: Cohort;
  setup: EventSetup;
  exclude: readonly Exclusion[];
}

/** How the table and the cohort fit together, with counts; what of it is not counted. */
export function EventTableMessages(props: EventTableMessagesProps) {
  const { cohort, table, setup, exclude } = props;
  const problems = linkProblems(cohort, table, setup, exclude);
  if (problems.length > 0) return <ProblemBlock items={problems} />;
  const matched = matchedSentence(cohort, table, setup, exclude);
  if (matched === null) return null;
  return (
    <>
      <p class="prose">{matched}</p>
      <Warnings items={linkWarnings(cohort, table, setup, exclude)} />
    </>
  );
}

/** How many patients have an event in the table, and how many count as free of events. */
export function matchedSentence(
  cohort: Cohort,
  table: Cohort,
  setup: EventSetup,
  exclude: readonly Exclusion[],
): string | null {
  const link = eventLink(cohort, table, setup, exclude);
  if (link?.ok !== true) return null;
  const { withEvents, without, noEventRows } = link.facts;
  const matched = words.matched(setup.file.name, withEvents, withEvents + without, without);
  return noEventRows.length === 0
    ? matched
    : `${matched} ${words.noEvent(noEventRows.length, setup.noEvent)}`;
}

/** Why nothing is counted; none where something is. */
export function linkProblems(
  cohort: Cohort,
  table: Cohort,
  setup: EventSetup,
  exclude: readonly Exclusion[],
): Message[] {
  const lacking = lackingRoles(setup);
  if (lacking.length > 0) {
    const names = lacking.map((role) => words.columns[role].toLowerCase());
    return [{ claim: words.lacking(names), text: words.lackingText(lacking.length) }];
  }
  const link = eventLink(cohort, table, setup, exclude);
  if (link === null || link.ok) return [];
  const { problem } = link;
  const rows = Array.from(problem.rows);
  return [
    {
      claim: words.refused,
      text: problemText(problem),
      ...(rows.length > 0 && {
        rows: {
          count: rows.length,
          content: () => (
            <CohortRows
              cohort={cohort}
              label={text.panels.rowsAbout([problem.column])}
              rows={rows}
              columns={columnsAbout(cohort, [problem.column])}
              emphasised={[problem.column]}
            />
          ),
        },
      }),
    },
  ];
}

/** What of the table is not counted, or not as a person may think. */
export function linkWarnings(
  cohort: Cohort,
  table: Cohort,
  setup: EventSetup,
  exclude: readonly Exclusion[],
): Message[] {
  const link = eventLink(cohort, table, setup, exclude);
  if (link?.ok !== true) return [];
  const { facts } = link;
  const { columns, count, yes } = setup;
  const kind = count === 'all' ? null : count;
  const about = (claim: string, why: string, rows: readonly number[], column: string | null) =>
    rows.length === 0 ? [] : [{ claim, text: why, ...rowsOf(table, setup, claim, rows, column) }];
  return [
    ...strangersOf(table, setup, facts),
    ...about(
      words.nobody(facts.nobodyRows.length),
      words.nobodyText,
      facts.nobodyRows,
      columns.patient,
    ),
    ...about(
      words.termless(facts.termlessRows.length),
      words.termlessText,
      facts.termlessRows,
      columns.term,
    ),
    ...about(
      words.ungraded(facts.ungradedRows.length),
      words.ungradedText,
      facts.ungradedRows,
      columns.grade,
    ),
    ...(kind === null
      ? []
      : about(
          words.unanswered(facts.unansweredRows.length, words.kinds[kind]),
          words.unansweredText,
          facts.unansweredRows,
          columns[kind],
        )),
    ...(kind !== null && yes[kind].length === 0
      ? [{ claim: words.nothingMeant(words.kinds[kind]) }]
      : []),
    ...(facts.cohortRows.length > 0
      ? [{ claim: words.withoutId(facts.cohortRows), text: words.withoutIdText }]
      : []),
  ];
}

/** As many identifiers as a sentence can name. */
const mostNamed = 5;

function strangersOf(table: Cohort, setup: EventSetup, facts: EventFacts): Message[] {
  const { strangers, strangerRows } = facts;
  if (strangers.length === 0) return [];
  const named = strangers.slice(0, mostNamed);
  const claim = words.strangers(named, strangers.length - named.length);
  return [
    {
      claim,
      text: words.strangersText(strangerRows.length),
      ...rowsOf(table, setup, claim, strangerRows, setup.columns.patient),
    },
  ];
}

function rowsOf(
  table: Cohort,
  { columns }: EventSetup,
  claim: string,
  rows: readonly number[],
  column: string | null,
): Pick<Message, 'rows'> {
  const spokenOf = column === null ? [] : [column];
  const used = eventRoles.flatMap((role) => columns[role] ?? []);
  return {
    rows: {
      count: rows.length,
      content: () => (
        <CohortRows
          cohort={table}
          label={words.rowsLabel(claim)}
          rows={rows}
          columns={[...new Set([...used, ...columnsAbout(table, spokenOf)])]}
          emphasised={spokenOf}
        />
      ),
    },
  };
}

/** As many columns as a row may have beside the one that is spoken of. */
const mostColumns = 7;

function columnsAbout({ table }: Cohort, spokenOf: readonly string[]): string[] {
  return table.header.filter((name, at) => at < mostColumns || spokenOf.includes(name));
}
