// Values that may stand for "not known" and are used as values: a person has to say.
import { text } from '../../text/text.ts';
import type { Cohort } from '../cohort.ts';
import { missingCandidates } from '../guess/missing-candidates.ts';
import { levelColumn } from '../row-values.ts';
import { contentOf, type Setup } from '../setup.ts';
import { rowsOfTexts } from '../text/text-table.ts';
import type { Check, Finding } from './finding.ts';

const says = text.data.checks.codes;

/** The texts of a column that are asked about; an impossible value that is one is told here alone. */
export function codesAskedAbout(cohort: Cohort, setup: Setup, name: string): string[] {
  const content = contentOf(cohort, setup, name);
  if (content === null || !columnsAsked(setup).includes(name)) return [];
  return missingCandidates(content, cohort.decimal).map(({ code }) => code);
}

function columnsAsked({ arm, response, grade, adverseEvents, covariates }: Setup): string[] {
  const ofOne = [arm, response?.column ?? null, grade].filter((name) => name !== null);
  return [...new Set([...ofOne, ...adverseEvents, ...covariates])];
}

export function missingCodes(cohort: Cohort, setup: Setup): Finding {
  const columns = columnsAsked(setup);
  const isGrade = (name: string) => name === setup.grade || setup.adverseEvents.includes(name);
  const found = columns.flatMap((name): Check[] => {
    const codes = codesAskedAbout(cohort, setup, name);
    if (codes.length === 0) return [];
    const rows = rowsOfTexts(levelColumn(cohort, setup, name), (one) => codes.includes(one));
    if (rows.length === 0) return [];
    return [
      {
        id: `code:${name}`,
        kind: 'warning',
        claim: says.claim(name, codes, rows.length),
        text: isGrade(name) ? says.ofGrades : says.text,
        rows,
        columns: [name],
        uncountable: codes,
      },
    ];
  });
  if (found.length > 0) return found;
  return columns.length > 0 ? { passed: says.passed } : null;
}
