// Checks of values that cannot be: ages, ECOG, grades.
import { text } from '../../text/text.ts';
import { type Cohort, textColumn } from '../cohort.ts';
import { gradeWords, tissueWords, toxicityWords } from '../guess/role-words.ts';
import { hasAny, inLanguages, wordsOf } from '../guess/words.ts';
import { soundsLikeEvent, soundsLikeTime } from '../guess/outcome-words.ts';
import type { Setup } from '../setup.ts';
import { parseNumber } from '../text/parse-cell.ts';
import { rowsOfTexts, textCounts } from '../text/text-table.ts';
import type { Check, Finding } from './finding.ts';
import { codesAskedAbout } from './missing-codes.ts';

const says = text.data.checks;

const ageWords = inLanguages({ en: 'age', de: 'alter', es: 'edad, âge, età, idade', zh: '年龄' });
const ecogWords = inLanguages({ en: 'ecog, ps, performance', zh: '体力评分, 体能状态' });
const highestAge = 120;
const adult = 18;

interface Scale {
  id: string;
  kind: Check['kind'];
  columns: string[];
  wrong: (value: number) => boolean;
  words: {
    claim: (column: string, rows: readonly number[], shown: string[]) => string;
    text: string;
  };
}

export function impossibleValues(cohort: Cohort, setup: Setup): Finding {
  const named = (words: readonly string[]) =>
    setup.covariates.filter((name) => hasAny(wordsOf(name), words));
  const ages = named(ageWords).filter((name) => setup.types.get(name)?.type === 'number');
  const outsideFive = (value: number) => value < 0 || value > 5 || !Number.isInteger(value);
  const grades = gradeColumns(cohort, setup);
  const scales: Scale[] = [
    {
      id: 'age',
      kind: 'problem',
      columns: ages,
      wrong: (value) => value < 0 || value > highestAge,
      words: says.ages,
    },
    {
      id: 'minor',
      kind: 'warning',
      columns: ages,
      wrong: (value) => value >= 0 && value < adult,
      words: says.minors,
    },
    {
      id: 'ecog',
      kind: 'problem',
      columns: named(ecogWords).filter((name) => mostlyUpToFive(cohort, name)),
      wrong: outsideFive,
      words: says.ecog,
    },
    { id: 'grade', kind: 'problem', columns: grades, wrong: outsideFive, words: says.grades },
  ];
  const found = scales.flatMap(({ id, kind, columns, wrong, words }) =>
    columns.flatMap((name): Check[] => {
      const { numbers, column } = numbersIn(cohort, name);
      const asked = codesAskedAbout(cohort, setup, name);
      const isWrong = (written: string, code: number) => {
        const number = numbers[code] ?? null;
        return number !== null && wrong(number) && !asked.includes(written);
      };
      const rows = rowsOfTexts(column, isWrong);
      if (rows.length === 0) return [];
      const shown = column.texts.filter(isWrong);
      return [
        {
          id: `${id}:${name}`,
          kind,
          claim: words.claim(name, rows, shown.slice(0, 3)),
          text: words.text,
          rows,
          columns: [name],
        },
      ];
    }),
  );
  if (found.length > 0) return found;
  return scales.some(({ columns }) => columns.length > 0) ? { passed: says.ages.passed } : null;
}

function numbersIn(cohort: Cohort, name: string) {
  const column = textColumn(cohort, name);
  return { column, numbers: column.texts.map((written) => parseNumber(written, cohort.decimal)) };
}

/** Grades by role, or by a name of adverse events whose values are nearly all grades. */
function gradeColumns(cohort: Cohort, setup: Setup): string[] {
  const sounds = cohort.columns
    .map(({ name }) => name)
    .filter((name) => {
      const words = wordsOf(name);
      if (hasAny(words, tissueWords) || setup.identifiers.includes(name)) return false;
      if (soundsLikeTime(words) || soundsLikeEvent(words)) return false;
      return hasAny(words, toxicityWords) || hasAny(words, gradeWords);
    });
  const roles = [...(setup.grade === null ? [] : [setup.grade]), ...setup.adverseEvents];
  return [...new Set([...roles, ...sounds])].filter((name) => mostlyUpToFive(cohort, name));
}

const nearlyAll = 0.8;

/** Whole numbers from 0 to 5 but for a few: another scale has other limits. */
function mostlyUpToFive(cohort: Cohort, name: string): boolean {
  const { numbers, column } = numbersIn(cohort, name);
  const counts = textCounts(column);
  const rowsWith = (test: (number: number) => boolean) =>
    numbers.reduce<number>(
      (sum, number, code) => (number !== null && test(number) ? sum + counts[code]! : sum),
      0,
    );
  const known = rowsWith(() => true);
  const fitting = rowsWith((number) => number >= 0 && number <= 5 && Number.isInteger(number));
  return known > 0 && fitting >= nearlyAll * known;
}
