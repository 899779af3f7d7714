// Values that may stand for "not known" and are used as values: a person has to say.
import { text } from '../../text/text.ts';
import type { Cohort } from '../cohort.ts';
import { missingCandidates } from '../guess/missing-candidates.ts';
import { levelColumn } from '../row-values.ts';
import { contentOf, type Setup } from '../setup.ts';
import { rowsOfTexts } from '../text/text-table.ts';
import type { Check, Finding } from './finding.ts';

export function missingCodes(cohort: Cohort, setup: Setup): Finding {
  const found = setup.covariates.flatMap((name): Check[] => {
    const content = contentOf(cohort, setup, name);
    const codes =
      content === null ? [] : missingCandidates(content, cohort.decimal).map(({ code }) => code);
    if (codes.length === 0) return [];
    const rows = rowsOfTexts(levelColumn(cohort, setup, name), (one) => codes.includes(one));
    if (rows.length === 0) return [];
    return [
      {
        id: `code:${name}`,
        kind: 'warning',
        claim: text.data.checks.codes.claim(name, codes, rows.length),
        text: text.data.checks.codes.text,
        rows,
        columns: [name],
        uncountable: codes,
      },
    ];
  });
  if (found.length > 0) return found;
  return setup.covariates.length > 0 ? { passed: text.data.checks.codes.passed } : null;
}
