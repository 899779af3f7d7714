// Results, written small: objects of one kind below one another become a table of columns, as a column
// packs better than rows, and a number is written to the digits that are needed to print it.

/** The key that marks what stands for something else; no field of the engine is called so. */
const mark = '$';

type Plain = Record<string, unknown>;

/** Every number that a page prints has fewer of the one or of the other. */
const digits = 4;
const decimals = 4;

/** What `unpacked` takes. Typed arrays without gaps stay what they are, through JSON too. */
export function packed(value: unknown): unknown {
  if (typeof value === 'number') return printable(value);
  if (value instanceof Int32Array) return { [mark]: 'i', v: [...value] };
  if (value instanceof Float64Array) return packedNumbers(value);
  if (Array.isArray(value)) return packedList(value);
  if (!isObject(value)) return value ?? null;
  if (Object.hasOwn(value, mark)) throw new TypeError();
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, packed(part)]));
}

/** Numbers of which some are missing (NaN in memory) are a list with nulls, as they always were here. */
function packedNumbers(numbers: Float64Array): unknown {
  const v = Array.from(numbers, (number) => (Number.isNaN(number) ? null : printable(number)));
  return v.includes(null) ? packedList(v) : { [mark]: 'f', v };
}

function packedList(list: readonly unknown[]): unknown {
  const [first] = list;
  if (list.length < 2) return list.map(packed);
  if (list.every((item) => item === first) && (typeof first !== 'object' || first === null)) {
    return { [mark]: 'c', n: list.length, v: packed(first) };
  }
  const there = list.filter((item) => item !== null);
  const [kind] = there;
  if (isObject(kind) && there.every((item) => isObject(item) && sameKeys(item, kind))) {
    const table = there as Plain[];
    const columns = Object.keys(kind).map((key): [string, unknown] => [
      key,
      packed(table.map((row) => row[key])),
    ]);
    const nulls = list.flatMap((item, at) => (item === null ? [at] : []));
    const o = Object.fromEntries(columns);
    return { [mark]: 'o', n: there.length, ...(nulls.length > 0 && { nulls }), o };
  }
  if (list.every((item) => Array.isArray(item)) && list.flat().some(isObject)) {
    const lengths = list.map((item) => item.length);
    return { [mark]: 'a', n: packed(lengths), v: packed(list.flat()) };
  }
  return list.map(packed);
}

function isObject(value: unknown): value is Plain {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !ArrayBuffer.isView(value)
  );
}

function sameKeys(a: Plain, b: Plain): boolean {
  const [own, other] = [Object.keys(a), Object.keys(b)];
  return own.length > 0 && own.length === other.length && own.every((key, at) => key === other[at]);
}

/**
 * The number with so few digits that whatever is printed from it, with fewer digits still, is what is
 * printed from the whole number. That fails only where the short one ends in a 5, a tie that the
 * digits behind it decide: there they are kept.
 */
export function printable(value: number): number {
  if (Number.isInteger(value) || !Number.isFinite(value)) return value;
  const whole = Math.trunc(Math.abs(value));
  const least = whole === 0 ? digits : Math.max(digits, String(whole).length + decimals);
  for (let kept = least; kept < 17; kept += 1) {
    const short = Number(value.toPrecision(kept));
    if (short === value || !/5(?:e|$)/.test(String(short))) return short;
  }
  return value;
}

/** No results have more; a list that says it is longer would only fill the memory. */
const mostItems = 2_000_000;

/** What `packed` was made of. Whoever wrote it may be anyone: what does not fit is refused by a throw. */
export function unpacked(value: unknown): unknown {
  let left = mostItems;

  const spend = (items: number): number => {
    left -= items;
    if (left < 0) throw new TypeError();
    return items;
  };
  const read = (part: unknown): unknown => {
    spend(1);
    if (typeof part === 'number') return finite(part);
    if (Array.isArray(part)) return part.map(read);
    if (!isObject(part)) return part;
    const { v, n } = part;
    switch (Object.hasOwn(part, mark) ? part[mark] : null) {
      case 'i':
        return Int32Array.from(listOf(v), finite);
      case 'f':
        return Float64Array.from(listOf(v), finite);
      case 'c':
        return Array.from({ length: spend(length(n)) }, () => read(v));
      case 'o':
        return rows(part);
      case 'a': {
        const all = listOf(read(v));
        let at = 0;
        return listOf(read(n)).map((own) => all.slice(at, (at += length(own))));
      }
      default:
        return Object.fromEntries(Object.entries(part).map(([key, own]) => [key, read(own)]));
    }
  };
  const rows = ({ n, nulls = [], o }: Plain): unknown[] => {
    if (!isObject(o)) throw new TypeError();
    const columns = Object.entries(o).map(([key, own]) => [key, listOf(read(own))] as const);
    const list: unknown[] = Array.from({ length: spend(length(n)) }, (_, row) =>
      Object.fromEntries(columns.map(([key, column]) => [key, column[row]])),
    );
    for (const at of listOf(nulls)) list.splice(length(at), 0, null);
    return list;
  };
  return read(value);
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new TypeError();
  return value;
}

function finite(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new TypeError();
  return value;
}

function length(value: unknown): number {
  if (!Number.isInteger(value) || (value as number) < 0) throw new TypeError();
  return value as number;
}
