// Whether a JSON document has the parts that it should have. It may be anyone's.

/** What belongs at one place. Of an object: its keys, or the same for every key. */
export type Shape =
  | 'text'
  | 'number'
  | 'flag'
  | 'label'
  | 'anything'
  | { listOf: Shape }
  | { each: Shape }
  | { oneOf: readonly string[] }
  | { keys: Readonly<Record<string, Shape>> };

export type Fault = { kind: 'unknown' | 'unfitting'; path: string };

/** The first place where a value does not fit; null where all of it does. Nulls stand for nothing. */
export function faultIn(value: unknown, shape: Shape, path = ''): Fault | null {
  if (value === null || value === undefined || shape === 'anything') return null;
  const unfitting: Fault = { kind: 'unfitting', path };
  if (typeof shape === 'string') return fits(value, shape) ? null : unfitting;
  if ('oneOf' in shape) {
    return typeof value === 'string' && shape.oneOf.includes(value) ? null : unfitting;
  }
  if ('listOf' in shape) {
    return Array.isArray(value)
      ? first(value.map((item, at) => faultIn(item, shape.listOf, `${path}[${at + 1}]`)))
      : unfitting;
  }
  if (typeof value !== 'object' || Array.isArray(value)) return unfitting;
  const below = (key: string) => (path === '' ? key : `${path}.${key}`);
  return first(
    Object.entries(value).map(([key, part]): Fault | null => {
      if ('each' in shape) return faultIn(part, shape.each, below(key));
      return Object.hasOwn(shape.keys, key)
        ? faultIn(part, shape.keys[key]!, below(key))
        : { kind: 'unknown', path: below(key) };
    }),
  );
}

/** What fits, without the nulls in it: what reads it finds nothing in their place. */
export function withoutNulls(value: unknown, shape: Shape): unknown {
  if (typeof value !== 'object' || value === null || typeof shape === 'string') return value;
  if ('oneOf' in shape) return value;
  const isThere = (part: unknown) => part !== null;
  if ('listOf' in shape) {
    return (value as unknown[]).filter(isThere).map((item) => withoutNulls(item, shape.listOf));
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => isThere(part))
      .map(([key, part]: [string, unknown]) => [
        key,
        withoutNulls(part, 'each' in shape ? shape.each : shape.keys[key]!),
      ]),
  );
}

function fits(value: unknown, shape: 'text' | 'number' | 'flag' | 'label'): boolean {
  if (shape === 'label') return typeof value === 'string' || Number.isFinite(value);
  if (shape === 'text') return typeof value === 'string';
  return shape === 'number' ? Number.isFinite(value) : typeof value === 'boolean';
}

function first(faults: readonly (Fault | null)[]): Fault | null {
  return faults.find((fault) => fault !== null) ?? null;
}
