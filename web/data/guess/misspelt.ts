// Which name is probably another one misspelt or cut short: "chemotherpy", "chemo" beside "chemotherapy".
// Names that differ in a number, a sign, a short word or how they begin are names of different things:
// "arm A" and "arm B", "PD-1" and "PD-L1", "afatinib" and "apatinib", "resectable" and "unresectable".

/** Shorter words are other words with one letter changed. */
const shortest = 5;
/** From this length on two letters may be wrong. */
const long = 9;

export function looksMisspelt(name: string, other: string): boolean {
  const [own, others] = [partsOf(name), partsOf(other)];
  if (own.signs !== others.signs || own.words.length !== others.words.length) return false;
  const differing = own.words.flatMap((word, at) =>
    word === others.words[at] ? [] : [[word, others.words[at]!] as const],
  );
  if (differing.length === 0) return false;
  const [[word, whole]] = differing as [readonly [string, string]];
  if (own.words.length === 1 && isCutShort(word, whole)) return true;
  return differing.every(([a, b]) => isMistyped(a, b));
}

/** Words, and what else tells names apart: digits and signs in their order. */
function partsOf(name: string): { words: string[]; signs: string } {
  const plain = name.normalize('NFKC').toLowerCase();
  return {
    words: plain.match(/\p{L}+/gu) ?? [],
    signs: plain.replace(/[\s\p{L}_.,;:'’"-]+/gu, ' ').trim(),
  };
}

/** A sign of Chinese or Japanese is a word, and one more or less another meaning. */
const letters = /^(?:\p{Ll}|\p{M})+$/u;

function isCutShort(word: string, whole: string): boolean {
  return letters.test(whole) && word.length >= shortest && whole.startsWith(word);
}

function isMistyped(a: string, b: string): boolean {
  if (!letters.test(a) || !letters.test(b)) return false;
  const length = Math.min(a.length, b.length);
  if (length < shortest || a.slice(0, 2) !== b.slice(0, 2) || areOpposed(a, b)) return false;
  return differences(a, b) <= (length < long ? 1 : 2);
}

/** "hypertension" and "hypotension". */
function areOpposed(a: string, b: string): boolean {
  return a.startsWith('hyper') !== b.startsWith('hyper');
}

/** Letters added, left out, changed, or changed for their neighbour (optimal string alignment). */
function differences(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const own = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      own[j] = Math.min(
        last[j]! + 1,
        own[j - 1]! + 1,
        last[j - 1]! + Number(a[i - 1] !== b[j - 1]),
        swapped ? before[j - 2]! + 1 : Infinity,
      );
    }
    [before, last] = [last, own];
  }
  return last[b.length]!;
}
