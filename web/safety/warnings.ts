// Patients whose grade is not known: they are left out, which is not the same as free of events.
import type { Exclusion } from '../../build/wasm/riskset.js';
import { count } from '../format/numbers.ts';
import { inSentence, listed } from '../format/words.ts';
import { text } from '../text/text.ts';
import type { RateOutcome, TermAnswers } from './answers.ts';

const words = text.safety;

export interface Gap {
  claim: string;
  text: string;
  rows: number[];
  columns: string[];
}

export function missingWorst(result: RateOutcome, grade: string | null): Gap[] {
  if (grade === null || result?.ok !== true) return [];
  const rows = without(result.excluded, grade);
  if (rows.length === 0) return [];
  return [
    {
      claim: words.missingGrade(rows.length),
      text: words.missingGradeText(grade),
      rows,
      columns: [grade],
    },
  ];
}

/** All terms in one warning: the same patients often lack several. */
export function missingByTerm(terms: readonly TermAnswers[]): Gap[] {
  const gaps = terms.flatMap(({ column, term, excluded }) => {
    const rows = without(excluded, column);
    return rows.length === 0 ? [] : [{ column, term, rows }];
  });
  if (gaps.length === 0) return [];
  const rows = [...new Set(gaps.flatMap((gap) => gap.rows))].toSorted((a, b) => a - b);
  const named = gaps.map((gap) =>
    words.missingTerm(inSentence(gap.term, gap.column), count(gap.rows.length)),
  );
  return [
    {
      claim: words.missingTerms(rows.length),
      text: words.missingTermsText(listed(named)),
      rows,
      columns: gaps.map(({ column }) => column),
    },
  ];
}

function without(excluded: readonly Exclusion[], column: string): number[] {
  return excluded
    .filter((one) => one.why === 'missing' && one.column === column)
    .map(({ row }) => row);
}
