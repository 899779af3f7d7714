/** Whether two pieces of state say the same. What they share by reference costs nothing. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && sameList(a, b);
  }
  if (ArrayBuffer.isView(a) || ArrayBuffer.isView(b)) return sameNumbers(a, b);
  // A map of other order is another state: tables follow the order.
  if (a instanceof Map) return b instanceof Map && sameList([...a], [...b]);
  if (a instanceof Set) return b instanceof Set && sameList([...a].toSorted(), [...b].toSorted());
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) =>
        Object.hasOwn(b, key) &&
        same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  );
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, at) => same(item, b[at]));
}

function sameNumbers(a: object, b: object): boolean {
  if (a instanceof Float64Array && b instanceof Float64Array) return equal(a, b);
  return a instanceof Int32Array && b instanceof Int32Array && equal(a, b);
}

function equal(a: Float64Array | Int32Array, b: typeof a): boolean {
  return a.length === b.length && a.every((number, at) => Object.is(number, b[at]));
}

/**
 * `next` with the parts of `before` that say the same, so that who holds one sees what changed. Each
 * part is looked at once: a whole whose parts are all as before is as before.
 */
export function sharing<T>(before: T, next: T): T {
  if (Object.is(before, next) || typeof next !== 'object' || next === null) return next;
  if (Array.isArray(before) && Array.isArray(next)) {
    // Of a list of numbers, a curve's, nothing can be shared but the whole.
    if (typeof next[0] === 'number') return sameList(before, next) ? before : next;
    const items = next.map((item: unknown, at) => sharing<unknown>(before[at], item));
    if (sameItems(before, items)) return before;
    return sameItems(next, items) ? next : (items as T);
  }
  if (!isRecord(before) || !isRecord(next)) return same(before, next) ? before : next;
  const keys = Object.keys(next);
  let asBefore = keys.length === Object.keys(before).length;
  let asNext = true;
  const parts = keys.map((key) => {
    const part = sharing(own(before, key), next[key]);
    asBefore &&= Object.hasOwn(before, key) && Object.is(before[key], part);
    asNext &&= Object.is(next[key], part);
    return part;
  });
  if (asBefore) return before;
  return asNext ? next : (Object.fromEntries(keys.map((key, at) => [key, parts[at]])) as T);
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, at) => Object.is(item, b[at]));
}

function own(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
