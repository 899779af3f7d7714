// Problems and warnings of the engine as messages of a panel, their rows one press away.
import type { Method, Problem, Warning } from '../../build/wasm/riskset.js';
import { CohortRows } from '../data/section/cohort-rows.tsx';
import { isWithoutRows } from '../data/without-rows.ts';
import { problemText, warningText } from '../engine/problem-text.ts';
import { text } from '../text/text.ts';
import type { Message } from '../ui/messages.tsx';
import { refused, type Outcome } from './outcomes.ts';
import { shownCohort } from './shown.ts';

/** `missing` names the answer that the problem prevents: "No log-rank test." */
export function problemMessage(missing: string, problem: Problem): Message {
  return { claim: missing, text: problemText(problem), ...rowsOf(problem) };
}

/** One message for each refused analysis, the same reason once. */
export function problemMessages(
  outcomes: readonly { missing: string; outcome: Outcome<Method> }[],
): Message[] {
  const seen = new Set<string>();
  return outcomes.flatMap(({ missing, outcome }) => {
    const problem = refused(outcome)?.problem;
    if (problem === undefined) return [];
    const sentence = problemText(problem);
    if (seen.has(sentence)) return [];
    seen.add(sentence);
    return [problemMessage(missing, problem)];
  });
}

/** Each warning once, though several analyses of a panel may give it. */
export function warningMessages(warnings: readonly Warning[]): Message[] {
  const seen = new Set<string>();
  return warnings.flatMap((warning) => {
    const sentence = warningText(warning);
    if (seen.has(sentence)) return [];
    seen.add(sentence);
    return [{ ...claimAndText(sentence), ...rowsOf(warning) }];
  });
}

function claimAndText(sentence: string): Pick<Message, 'claim' | 'text'> {
  const [claim = sentence, ...rest] = sentence.split(/(?<=[.:]) (?=\p{Lu})/u);
  return rest.length === 0 ? { claim } : { claim, text: rest.join(' ') };
}

/** As many columns as a row may have beside the one that is spoken of. */
const mostColumns = 7;

function rowsOf({ column, rows }: { column: string; rows: ArrayLike<number> }): Partial<Message> {
  return rowsAbout([column], rows);
}

/** Rows of the file, with the columns that are spoken of among the first. */
export function rowsAbout(spokenOf: readonly string[], rows: ArrayLike<number>): Partial<Message> {
  const loaded = shownCohort.value;
  if (loaded === null || rows.length === 0 || isWithoutRows(loaded)) return {};
  const { header } = loaded.table;
  const columns = header.filter((name, at) => at < mostColumns || spokenOf.includes(name));
  return {
    rows: {
      count: rows.length,
      content: () => (
        <CohortRows
          cohort={loaded}
          label={text.panels.rowsAbout(spokenOf)}
          rows={Array.from(rows)}
          columns={columns}
          emphasised={spokenOf}
        />
      ),
    },
  };
}
