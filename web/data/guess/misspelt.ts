// Which name may be another one misspelt or cut short: "chemotherpy", "chemo" beside "chemotherapy".
// Names that differ in a number, a sign, a short word or how they begin are names of different things:
// "arm A" and "arm B", "PD-1" and "PD-L1", "afatinib" and "apatinib", "resectable" and "unresectable".
// So are they written together: "groupA" and "groupB".

/** Shorter words are other words with one letter changed. */
const shortest = 5;
/** From this length on two letters may be wrong. */
const long = 9;
/** Up to this length a word in capitals is an abbreviation: "FOLFOX", "ASAII". "CHEMOTHERPY" is a word. */
const longestAbbreviation = 10;

export function looksMisspelt(name: string, other: string): boolean {
  const [own, others] = [partsOf(name), partsOf(other)];
  if (own.signs !== others.signs || own.words.length !== others.words.length) return false;
  const differing = own.words.flatMap((word, at) =>
    lower(word) === lower(others.words[at]!) ? [] : [[word, others.words[at]!] as const],
  );
  if (differing.length === 0) return false;
  const [[word, whole]] = differing as [readonly [string, string]];
  if (own.words.length === 1 && isCutShort(lower(word), lower(whole))) return true;
  return differing.every(
    ([a, b]) => !(isAbbreviation(a) && isAbbreviation(b)) && isMistyped(lower(a), lower(b)),
  );
}

const lower = (word: string) => word.toLowerCase();

/** Words, and what else tells names apart: digits with letters before them, and signs, in their order. */
function partsOf(name: string): { words: string[]; signs: string } {
  const parted = name.normalize('NFKC').replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  return {
    words: parted.match(/\p{L}+/gu) ?? [],
    signs: lower(parted)
      .replace(/\p{L}+(?!\p{L}|\d)|[\s_.,;:'’"-]+/gu, ' ')
      .replace(/ +/g, ' ')
      .trim(),
  };
}

function isAbbreviation(word: string): boolean {
  return word.length <= longestAbbreviation && /^\p{Lu}+$/u.test(word);
}

/** Words of which a beginning is said for the whole, and for no other: not for chemoradiotherapy. */
const wholes = new Map(
  Object.entries({
    chemo: ['chemotherapy', 'chemotherapie'],
    quimio: ['quimioterapia'],
    chimio: ['chimiothérapie'],
    immuno: ['immunotherapy', 'immunotherapie', 'immunothérapie'],
    inmuno: ['inmunoterapia'],
    radio: ['radiotherapy', 'radiotherapie', 'radiothérapie', 'radioterapia'],
    mono: ['monotherapy', 'monotherapie', 'monothérapie', 'monoterapia'],
    adeno: ['adenocarcinoma', 'adenokarzinom', 'adénocarcinome'],
    pembro: ['pembrolizumab'],
    nivo: ['nivolumab'],
    atezo: ['atezolizumab'],
    durva: ['durvalumab'],
  }),
);

function isCutShort(word: string, whole: string): boolean {
  return wholes.get(word)?.includes(whole) ?? false;
}

/** A sign of Chinese or Japanese is a word, and one more or less another meaning. */
const letters = /^(?:\p{Ll}|\p{M})+$/u;

function isMistyped(a: string, b: string): boolean {
  if (!letters.test(a) || !letters.test(b)) return false;
  const length = Math.min(a.length, b.length);
  if (length < shortest || a.slice(0, 2) !== b.slice(0, 2) || areOtherWords(a, b)) return false;
  return differences(a, b) <= (length < long ? 1 : 2);
}

/** Beginnings and endings that make two words of one: "hypotension", "prednisolone", "carcinoid". */
const beginnings = [
  ['hyper', 'hypo'],
  ['in', 'inter', 'intra', 'infra'],
  ['insert', 'invers'],
  ['infer', 'inter'],
  ['ureter', 'urethr'],
  ['neuro', 'nephro'],
  ['perin', 'peron', 'periton'],
  ['hypocalc', 'hypokal'],
  ['hypercalc', 'hyperkal'],
  ['arthr', 'arter'],
];
const endings = [
  ['one', 'olone'],
  ['oma', 'oid', 'omatoid', 'omatous', 'omatosis'],
  ['ectomy', 'ostomy', 'otomy'],
  ['ektomie', 'ostomie', 'otomie'],
  ['itis', 'osis', 'olysis'],
];

function areOtherWords(a: string, b: string): boolean {
  return (
    differAtEnd(a, b) ||
    beginnings.some((group) => isOneOf(group, a, b, behind)) ||
    endings.some((group) => isOneOf(group, a, b, ahead))
  );
}

const behind = (word: string, part: string) =>
  word.startsWith(part) ? word.slice(part.length) : null;
const ahead = (word: string, part: string) =>
  word.endsWith(part) ? word.slice(0, -part.length) : null;

/** The last letter is another, "Latino" and "Latina", or tells a grade: "stagei" and "stageii". */
function differAtEnd(a: string, b: string): boolean {
  const [short, whole] = a.length < b.length ? [a, b] : [b, a];
  if (short.length === whole.length) return short.slice(0, -1) === whole.slice(0, -1);
  return whole.startsWith(short) && /^[ivx]+$/.test(whole.slice(short.length));
}

/** Whether the words are alike but for two parts of the group. */
function isOneOf(
  group: readonly string[],
  a: string,
  b: string,
  restOf: (word: string, part: string) => string | null,
): boolean {
  const restsOf = (word: string) =>
    group.map((part) => restOf(word, part)).filter((rest) => rest !== null);
  return restsOf(a).some((rest) => restsOf(b).includes(rest));
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
