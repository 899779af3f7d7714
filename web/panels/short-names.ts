// The names of two arms over columns that are as narrow as a median.

/** Longer names are cut. */
const fits = 9;
const cutTo = 6;

/** Each arm by what the other has not: "Immuno." and "Chemo."; the whole names stand nearby. */
export function shortNames(a: string, b: string): [string, string] {
  const short = [shortName(a, b), shortName(b, a)] as const;
  return short[0] === short[1] ? [a, b] : [...short];
}

function shortName(name: string, other: string): string {
  if (name.length <= fits) return name;
  const others = wordsOf(other);
  const words = wordsOf(name);
  const own = words.find((word) => !others.some((one) => alike(one, word))) ?? words[0] ?? name;
  if (own.length <= fits) return own;
  const [, kind] = /^(\p{L}+o)therap/iu.exec(own) ?? [];
  return `${kind ?? own.slice(0, cutTo)}.`;
}

/** Cut, they would read the same: "Chemo" and "Chemotherapy". */
function alike(a: string, b: string): boolean {
  return a.slice(0, cutTo - 1).toLowerCase() === b.slice(0, cutTo - 1).toLowerCase();
}

function wordsOf(name: string): string[] {
  return name.split(/[\s+/]+/).filter((word) => /\p{L}|\d/u.test(word) && !joining.test(word));
}

const joining = /^(plus|and|with|und|mit|con|y)$/i;
