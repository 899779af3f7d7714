// Units that stand after a number, and which spellings mean the same one.
import type { TimeUnit } from '../../../build/wasm/riskset.js';

import { hasAny, inLanguages, wordsOf } from '../guess/words.ts';

export const unitWords: readonly [TimeUnit, readonly string[]][] = [
  [
    'months',
    inLanguages({
      en: 'months, month, mos, mo, m',
      de: 'monate, monat',
      es: 'meses, mes, mois, mesi',
      zh: '月, 个月, 月数',
    }),
  ],
  [
    'days',
    inLanguages({
      en: 'days, day, d',
      de: 'tage, tag, tagen',
      es: 'días, dias, día, jours, giorni',
      zh: '天, 日, 天数',
    }),
  ],
  [
    'weeks',
    inLanguages({ en: 'weeks, week, wk, wks, w', de: 'wochen', es: 'semanas, semaines', zh: '周' }),
  ],
  [
    'years',
    inLanguages({
      en: 'years, year, yrs, yr, y',
      de: 'jahre, jahr, j',
      es: 'años, anos, ans, anni',
      zh: '年',
    }),
  ],
];

/** The unit that a name says its times are in; null where it says none. */
export function unitNamed(words: readonly string[]): TimeUnit | null {
  return unitWords.find(([, names]) => hasAny(words, names))?.[0] ?? null;
}

const ages = /^(岁|y\/?o|jahre alt|years old)$/;

/** The unit of time that a text after a number is: "mo.", "个月", "岁". */
export function timeUnitOf(unit: string): TimeUnit | null {
  const plain = unit.toLowerCase().replace(/\.$/, '');
  if (ages.test(plain)) return 'years';
  return /^\p{L}+$/u.test(plain) ? unitNamed(wordsOf(plain)) : null;
}

/** Two texts with the same key are one unit. */
export function unitKey(unit: string): string {
  const plain = unit.normalize('NFKC').toLowerCase().replace(/\s+/g, '').replace(/\.$/, '');
  return timeUnitOf(unit) ?? plain.replace(/(?<=[a-z]{4})s$/, '');
}

const daysOf: Readonly<Record<TimeUnit, number>> = {
  days: 1,
  weeks: 7,
  months: 30.4375,
  years: 365.25,
};

/** How many of one unit of time another is; null where one of them is none. */
export function timesUnit(other: string, unit: string): number | null {
  const [from, to] = [timeUnitOf(other), timeUnitOf(unit)];
  return from === null || to === null ? null : daysOf[from] / daysOf[to];
}

const measure =
  '(?:[npμumkdc]?(?:g|l|mol|m|u|iu|eq|gy|bq|si|v)|dl|ml|hr?|min|sec|s)(?:\\^?[23²³])?';
const countable =
  'cycles?|doses?|lines?|times?|courses?|fractions?|pack[- ]?years?|py|cells?|copies|mutations?|muts?|mb|points?|pts?|nodes?|bpm|mmhg|次|个|枚|周期|厘米|公斤|分';
const knownUnit = new RegExp(
  `^(?:[%‰]|(?:[x×*]? ?10\\^?\\d{1,2})?(?:(?:${measure}|${countable})?(?:[/·](?:${measure}|mb|hpf|field|day|d|week|cycle|1\\.73 ?m[2²]))*))$`,
  'iu',
);

/** Whether a text is a unit and not the letter of an identifier or of a stage: "3b", "101A". */
export function isUnit(text: string): boolean {
  return timeUnitOf(text) !== null || knownUnit.test(text.normalize('NFKC').replace('µ', 'μ'));
}
