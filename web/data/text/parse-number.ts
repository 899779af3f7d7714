// One cell as a number. Strict on purpose: "12abc" is no 12. What may stand beside a number, a unit,
// a sign between thousands or a limit, is read only where the column says so.
import { unitKey } from './units.ts';

export type Decimal = '.' | ',';

const numberWithPoint = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const numberWithComma = /^[+-]?(\d+,?\d*|,\d+)(e[+-]?\d+)?$/i;

/** The number that the whole text is, or null. Word processors write the true minus sign (U+2212). */
export function parseNumber(text: string, decimal: Decimal = '.'): number | null {
  const plain = text.replace('\u2212', '-');
  if (!(decimal === ',' ? numberWithComma : numberWithPoint).test(plain)) return null;
  const number = Number(plain.replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}

export interface WrittenNumber {
  value: number;
  /** Empty where none stands there. */
  unit: string;
  /** The sign between groups of three digits. */
  thousands: string | null;
  /** The true value lies above or below: ">=10" and "12.5+", or "<1". */
  limit: 'lower' | 'upper' | null;
}

const relation = '(?<relation><=|>=|=<|=>|[<>≤≥=]|大于|小于)?';
const unit = '(?<unit>[\\p{L}%‰°×*/][^<>=+]{0,24})?';
const spaces = " '’\\u00a0\\u202f";

function written(decimal: Decimal): RegExp {
  const [point, group] = decimal === ',' ? [',', `.${spaces}`] : ['\\.', `,${spaces}`];
  const digits = `\\d{1,3}(?<thousands>[${group}])\\d{3}(?:\\k<thousands>\\d{3})*(?!\\d)`;
  const core = `[+-]?(?:(?:${digits}|\\d+)(?:${point}\\d*)?|${point}\\d+)(?:e[+-]?\\d+)?`;
  return new RegExp(
    `^${relation}\\s*(?<core>${core})\\s*(?<plus>\\+)?\\s*${unit}(?<end>\\+)?$`,
    'iu',
  );
}

const withPoint = written('.');
const withComma = written(',');

/** Signs of the width of Chinese ones are the same signs. */
export function halfWidth(text: string): string {
  return /[\uff00-\uffef\u3000]/.test(text) ? text.normalize('NFKC').trim() : text;
}

/** A text as a number with what stands beside it; null where it holds no number, or two. */
export function writtenNumber(text: string, decimal: Decimal = '.'): WrittenNumber | null {
  const plain = halfWidth(text).replace('\u2212', '-');
  const found = (decimal === ',' ? withComma : withPoint).exec(plain)?.groups;
  if (found === undefined) return null;
  const { relation: sign = '', core = '', plus, end, unit: after = '' } = found;
  const thousands = found['thousands'] ?? null;
  const digits = thousands === null ? core : core.replaceAll(thousands, '');
  const value = parseNumber(digits, decimal);
  const isAbove = plus !== undefined || end !== undefined || /[>≥大]/.test(sign);
  if (value === null || (isAbove && /[<≤小]/.test(sign))) return null;
  return {
    value,
    unit: after.trim(),
    thousands: thousands !== null && /\s/.test(thousands) ? ' ' : thousands,
    limit: isAbove ? 'lower' : /[<≤小]/.test(sign) ? 'upper' : null,
  };
}

export interface NumberSigns {
  /** May stand after a number of the column. */
  unit: string | null;
  /** Other units of the column, by their keys, each with what one of it is in `unit`. */
  otherUnits: Readonly<Record<string, number>> | null;
  thousands: string | null;
  /** What limits, and dates without a day, count as; null: they cannot be read. */
  inexact: 'missing' | 'approximate' | null;
}

/** How the cells of a column become numbers: NaN where one counts as missing, null where it is none. */
export function numberReader(
  signs: NumberSigns,
  decimal: Decimal,
): (text: string) => number | null {
  const key = signs.unit === null ? null : unitKey(signs.unit);
  const others = new Map(
    Object.entries(signs.otherUnits ?? {}).map(([other, factor]) => [unitKey(other), factor]),
  );
  return (text) => {
    const plain = parseNumber(text, decimal);
    if (plain !== null) return plain;
    const found = writtenNumber(text, decimal);
    if (found === null) return null;
    const own = found.unit === '' ? key : unitKey(found.unit);
    const factor = own === key ? 1 : others.get(own!);
    if (factor === undefined) return null;
    if (found.thousands !== null && found.thousands !== signs.thousands) return null;
    const value = found.value * factor;
    if (found.limit === null) return value;
    return signs.inexact === null ? null : signs.inexact === 'missing' ? NaN : value;
  };
}
