// Groups that are known only after follow-up has begun: who lives longer has more time to respond,
// to have an adverse event, to reach another line. Compared from the start they are biased (Anderson,
// Cain and Gelber 1983, J Clin Oncol 1:710); from a landmark on they are not.
import type { TimeUnit } from '../../../build/wasm/riskset.js';

import { text } from '../../text/text.ts';
import type { Cohort } from '../cohort.ts';
import { responseCodeOf } from '../guess/codes.ts';
import { newTherapyWords } from '../guess/outcome-words.ts';
import { responseWords, toxicityWords } from '../guess/role-words.ts';
import { hasAny, inLanguages, wordsOf } from '../guess/words.ts';
import { levelColumn } from '../row-values.ts';
import type { Setup } from '../setup.ts';
import { rowsOfTexts } from '../text/text-table.ts';
import type { Check, Finding } from './finding.ts';

const says = text.data.checks.immortal;

/** What happens under treatment, beside responses, adverse events and later lines. */
const laterWords = inLanguages({
  en: 'responder, responders, nonresponder, nonresponders, conversion surgery, surgery after, salvage surgery, post treatment surgery, second line, subsequent, discontinued, discontinuation',
  de: 'responder, konversionschirurgie, folgetherapie',
  zh: '转化手术, 后续治疗, 缓解, 应答',
});

/** What was there before the treatment, though it is named alike. */
const beforeWords = inLanguages({
  en: 'prior, previous, baseline, history',
  zh: '既往, 基线',
});

/** A quarter of a year: most first responses are seen by then, and most patients are still there. */
const landmarks: Record<TimeUnit, number> = { days: 91, weeks: 13, months: 3, years: 0.25 };

export function groupsAfterStart(cohort: Cohort, setup: Setup): Finding {
  const { arm, covariates, endpoints } = setup;
  const [endpoint] = endpoints;
  if (endpoint === undefined) return null;
  const columns = [...(arm === null ? [] : [arm]), ...covariates].filter(
    (name) => setup.types.get(name)?.type === 'category',
  );
  const found = columns.filter((name) => isLater(setup, name));
  if (found.length === 0) return columns.length > 0 ? { passed: says.passed } : null;
  return found.map((name): Check => {
    const levels = new Set(setup.types.get(name)?.levels);
    return {
      id: `immortal:${name}`,
      kind: 'warning',
      claim: name === arm ? says.arm(name) : says.claim(name),
      text: name === arm ? says.armText : says.text,
      rows: rowsOfTexts(levelColumn(cohort, setup, name), (level) => levels.has(level)),
      columns: [name],
      ...(name === arm && {
        offer: { kind: 'landmark', at: landmarks[endpoint.unit], unit: endpoint.unit },
      }),
    };
  });
}

function isLater(setup: Setup, name: string): boolean {
  const words = wordsOf(name);
  if (hasAny(words, beforeWords)) return false;
  const happening = [...responseWords, ...toxicityWords, ...newTherapyWords, ...laterWords];
  if (hasAny(words, happening)) return true;
  const levels = setup.types.get(name)?.levels ?? [];
  const responses = levels.filter((level) => responseCodeOf(level) !== null);
  return (
    levels.some((level) => hasAny(wordsOf(level), laterWords)) ||
    (levels.length > 1 && responses.length === levels.length)
  );
}
