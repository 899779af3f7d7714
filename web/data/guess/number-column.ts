// Whether a column holds numbers, and what stands beside them: a unit, a sign between thousands, limits.
import { noSigns, type Signs } from '../text/parse-cell.ts';
import { type Decimal, parseNumber, writtenNumber } from '../text/parse-number.ts';
import { isUnit, timesUnit, timeUnitOf, unitKey } from '../text/units.ts';
import type { GuessedType } from './column-type.ts';
import { type Counts, inRows, nearly } from './counted-texts.ts';
import { knownValues } from './missing-candidates.ts';
import { soundsLikeTime } from './outcome-words.ts';
import { soundsLikeCode } from './role-words.ts';
import { saysMissing } from './unknown-words.ts';
import { wordsOf } from './words.ts';

/** With more different values than this a column of numbers measures something. */
const mostCodes = 8;

export function numbersIn(name: string, values: Counts, decimal: Decimal): GuessedType | null {
  const words = wordsOf(name);
  const plain = values.filter(([text]) => parseNumber(text, decimal) !== null);
  const distinct = new Set(plain.map(([text]) => parseNumber(text, decimal)));
  const found = { type: 'number', order: 'ymd', signs: noSigns, missing: [] } as const;
  const odd = values.filter(([text]) => parseNumber(text, decimal) === null);
  const missing = odd.map(([text]) => text).filter((text) => saysMissing(text, 'number'));
  const signed = odd.filter(([text]) => !missing.includes(text));
  if (signed.length === 0) {
    if (plain.length === 0) return null;
    const whole = [...distinct].every(Number.isInteger);
    // "1" and "1.0" are one number but two levels: such a column stays a number.
    const codes = distinct.size === plain.length && distinct.size <= mostCodes && whole;
    if (!codes) return { ...found, missing };
    const groups = distinct.size <= 2 || soundsLikeCode(words) || areAnswers(plain);
    return groups ? null : { ...found, missing };
  }

  const guessed = numberSigns(signed, decimal);
  const signs = isOtherDecimal(plain, signed, guessed, decimal)
    ? { ...guessed, thousands: null }
    : guessed;
  const read = signed.flatMap(([text, count]) => {
    const number = fitting(text, signs, decimal);
    return number === null ? [] : [[text, count, number] as const];
  });
  const exact = read.filter(([, , { limit }]) => limit === null);
  for (const [, , { value }] of exact) distinct.add(value);
  const known = inRows(values) - inRows(odd.filter(([text]) => missing.includes(text)));
  const enough =
    inRows(plain) + inRows(read) >= nearly * known && inRows(plain) + inRows(exact) >= known / 2;
  const measures =
    distinct.size > mostCodes ||
    // "12 months", "45%": nobody names a group so. "3 mg/kg" is a dose, and may name an arm.
    (distinct.size > 2 && read.length === signed.length && isMeasured(words, signs));
  if (!enough || !measures) return null;
  const limits = read.flatMap(([, , { limit }]) => limit ?? []);
  // The time of a patient who is censored lies above the one that is written.
  const censored = soundsLikeTime(words) && limits.every((limit) => limit === 'lower');
  return {
    ...found,
    signs: censored && limits.length > 0 ? { ...signs, inexact: 'approximate' } : signs,
    missing,
  };
}

/** No, yes and not known: 0, 1 and 9. */
function areAnswers(plain: Counts): boolean {
  const known = knownValues(plain.map(([value]) => ({ value })));
  return known.length === 2 && known.every(({ value }) => /^[012]$/.test(value));
}

/** Among small numbers with decimals "6,125" is no thousand: its decimal sign is another. */
function isOtherDecimal(
  plain: Counts,
  signed: Counts,
  { thousands }: Signs,
  decimal: Decimal,
): boolean {
  if (thousands === null) return false;
  const numbers = plain.map(([text]) => parseNumber(text, decimal) ?? 0);
  const grouped = signed.map(([text]) => writtenNumber(text, decimal));
  return (
    numbers.some((number) => !Number.isInteger(number)) &&
    numbers.every((number) => Math.abs(number) < 1000) &&
    grouped.every((one) => one === null || one.thousands === null || Number.isInteger(one.value))
  );
}

function isMeasured(words: readonly string[], { unit, thousands }: Signs): boolean {
  if (soundsLikeTime(words) || thousands !== null) return true;
  return unit !== null && (unit === '%' || timeUnitOf(unit) !== null);
}

function fitting(text: string, signs: Signs, decimal: Decimal) {
  const number = writtenNumber(text, decimal);
  if (number === null) return null;
  const known =
    (number.unit === '' ||
      (signs.unit !== null && unitKey(number.unit) === unitKey(signs.unit)) ||
      Object.hasOwn(signs.otherUnits ?? {}, unitKey(number.unit))) &&
    (number.thousands === null || number.thousands === signs.thousands);
  return known ? number : null;
}

/** The unit and the sign between thousands that most of these texts have; they are no plain numbers. */
export function numberSigns(odd: Counts, decimal: Decimal): Signs {
  const units = new Map<string, Map<string, number>>();
  const groups = new Map<string, number>();
  let limited = false;
  for (const [text, count] of odd) {
    const number = writtenNumber(text, decimal);
    if (number === null) continue;
    const { unit, thousands, limit } = number;
    if (unit !== '' && isUnit(unit)) {
      const spellings = units.get(unitKey(unit)) ?? new Map<string, number>();
      units.set(unitKey(unit), added(spellings, unit, count));
    }
    if (thousands !== null) added(groups, thousands, count);
    limited ||= limit !== null;
  }
  const totals = new Map(
    [...units].map(([key, spellings]) => [key, inRows([...spellings])] as const),
  );
  const key = commonest(totals);
  const thousands = commonest(groups);
  const mixed = thousands !== null && odd.some(([text]) => hasOtherGroups(text, thousands));
  return {
    ...noSigns,
    unit: key === null ? null : commonest(units.get(key)!),
    otherUnits: key === null ? null : otherUnits(key, [...units.keys()]),
    thousands: mixed ? null : thousands,
    inexact: limited ? 'missing' : null,
  };
}

/** Times in other units can be told in the one of most; a mass in other units is one to look at. */
function otherUnits(key: string, all: readonly string[]): Record<string, number> | null {
  const others = all.flatMap((other): [string, number][] => {
    const times = other === key ? null : timesUnit(other, key);
    return times === null ? [] : [[other, times]];
  });
  return others.length === 0 ? null : Object.fromEntries(others.toSorted());
}

function added(counts: Map<string, number>, key: string, count: number): Map<string, number> {
  return counts.set(key, (counts.get(key) ?? 0) + count);
}

/** Of two in the same number of rows the first by letter: the order of the rows tells nothing. */
function commonest(counts: ReadonlyMap<string, number>): string | null {
  const [first] = [...counts].toSorted(
    ([a, many], [b, few]) => few - many || (a < b ? -1 : Number(a > b)),
  );
  return first?.[0] ?? null;
}

/** "1,5" or "0,234" beside "1,234": then the sign is none between thousands. */
function hasOtherGroups(text: string, sign: string): boolean {
  if (sign === ' ') return false;
  const groups = text.split(sign);
  return (
    groups.length > 1 &&
    (!/(^|\D)[1-9]\d{0,2}$/.test(groups[0]!) ||
      !groups.slice(1).every((one) => /^\d{3}(\D|$)/.test(one)))
  );
}
