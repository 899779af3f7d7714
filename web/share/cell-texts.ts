// Texts of cells that are no groups of the analysis: what somebody wrote where a grade or a value was
// wanted may speak of a patient. Whoever has the table reads them there again.
import { ungraded } from '../data/analyses/rates.ts';
import { defaultMissing } from '../data/columns.ts';
import { saysMissing } from '../data/guess/unknown-words.ts';
import type { ColumnSetup, Setup } from '../data/setup.ts';
import { parseNumber } from '../data/text/parse-number.ts';

/** Whether many files have the text for "not known", or it is a number: it speaks of nobody. */
function isKnownCode(text: string): boolean {
  return (
    defaultMissing.includes(text) ||
    parseNumber(text, '.') !== null ||
    parseNumber(text, ',') !== null ||
    saysMissing(text, 'number') ||
    saysMissing(text, 'date')
  );
}

/** Columns of grades without what is no grade, which is missing whether it is named or not. */
export function withoutUngraded(setup: Setup): Setup {
  const types = new Map(setup.types);
  for (const name of [...(setup.grade === null ? [] : [setup.grade]), ...setup.adverseEvents]) {
    const own = types.get(name);
    const unknown = new Set(ungraded(setup, name));
    if (own === undefined || unknown.size === 0) continue;
    types.set(name, {
      ...own,
      levels: own.levels.filter((level) => !unknown.has(level)),
      merge: new Map([...own.merge].filter(([level]) => !unknown.has(level))),
    });
  }
  return { ...setup, types };
}

/** Of what counts as missing only numbers and what is written for "not known" everywhere. */
export function withKnownCodes(setup: Setup): Setup {
  const types = [...setup.types].map(([name, own]): [string, ColumnSetup] => [
    name,
    {
      ...own,
      missing: own.missing.filter(isKnownCode),
      notMissing: own.notMissing.filter(isKnownCode),
    },
  ]);
  return { ...setup, types: new Map(types) };
}

/** How many texts that leaves out. */
export function ownCodes({ types }: Setup): number {
  const texts = [...types.values()].flatMap(({ missing, notMissing }) => [
    ...missing,
    ...notMissing,
  ]);
  return texts.filter((text) => !isKnownCode(text)).length;
}
