// What is typed into the fields of the calculators that plan a trial: numbers, or one sentence.
import { shortened } from '../../panels/given-rate.ts';
import { text } from '../../text/text.ts';

const words = text.trials;

/** What a field holds: a share in percent (`upToAll`: also 100), a number above 0, or a whole one. */
export type Kind = 'share' | 'upToAll' | 'number' | 'whole';

export interface NumberField<Name extends string> {
  name: Name;
  label: string;
  kind: Kind;
}

export type Numbers<Name extends string> = Readonly<Record<Name, number>>;

export interface ReadNumbers<Name extends string> {
  numbers: Numbers<Name> | null;
  problem: string | null;
  /** The field that is wrong. */
  wrong: Name | null;
}

/** Beyond any trial; and sums of two still fit the engine's whole numbers. */
const most = 1_000_000;

/** Shares come as shares, not percent. */
export function readNumbers<Name extends string>(
  fields: readonly NumberField<Name>[],
  typed: Readonly<Record<Name, string>>,
): ReadNumbers<Name> {
  const numbers: Partial<Record<Name, number>> = {};
  for (const field of fields) {
    if (typed[field.name].trim() === '') return { numbers: null, problem: words.fill, wrong: null };
  }
  for (const { name, label, kind } of fields) {
    const read = readNumber(typed[name], label, kind);
    if (typeof read === 'string') return { numbers: null, problem: read, wrong: name };
    numbers[name] = read;
  }
  return { numbers: numbers as Numbers<Name>, problem: null, wrong: null };
}

function readNumber(typed: string, label: string, kind: Kind): number | string {
  const written = typed.trim().replace(/\s*%$/, '').replace(',', '.');
  const number = /^\d+(\.\d*)?$|^\.\d+$/.test(written) ? Number(written) : NaN;
  if (Number.isNaN(number)) return words.notANumber(label, shortened(typed.trim()));
  if (kind === 'share' || kind === 'upToAll') {
    if (number > 0 && (number < 100 || (kind === 'upToAll' && number === 100))) return number / 100;
    return kind === 'share' ? words.notAPercentage(label) : words.atMostAll(label);
  }
  if (kind === 'whole' && !Number.isInteger(number)) {
    return words.notWhole(label, shortened(typed.trim()));
  }
  if (number === 0) return words.notAboveZero(label);
  return number > most ? words.tooMany(label, most) : number;
}
