// A column's name as words, and words looked for among them.

/** The same words in several languages, each list as one would write it down. */
export function inLanguages(lists: Readonly<Record<string, string>>): string[] {
  return Object.values(lists).flatMap((list) => list.split(',').map((word) => word.trim()));
}

/** Abbreviations that are glued to what follows: "pfstime", "osmonths". */
const glued = ['idfs', 'dmfs', 'pfs', 'dfs', 'rfs', 'efs', 'mfs', 'ttp', 'dss', 'css', 'os'];
const afterGlue =
  /^(time|months?|mos?|days?|weeks?|years|yrs|duration|event|evt|death|cens|censored|status|stat|ind|flag)$/;
const endings = ['months', 'status', 'event', 'time', 'date', 'days', 'stat'];

/** "OS.months", "osMonths", "OSmonths" and "os_months" are all [os, months]; "OS时间" is [os, 时间]. */
export function wordsOf(name: string): string[] {
  return withoutLegend(name)
    .normalize('NFKC')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(?<=\p{Script=Han})(?=[a-z\d])|(?<=[a-z\d])(?=\p{Script=Han})/giu, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap(split)
    .filter((word) => word !== '');
}

function split(word: string): string[] {
  const code = glued.find((one) => word.startsWith(one) && word.length > one.length);
  if (code !== undefined && afterGlue.test(word.slice(code.length))) {
    return [code, word.slice(code.length)];
  }
  const ending = endings.find((one) => word.endsWith(one) && word.length > one.length);
  return ending === undefined ? [word] : [word.slice(0, -ending.length), ending];
}

/** Chinese is written without spaces: a word of two signs or more may stand inside another. */
const han = /^\p{Script=Han}{2,}$/u;

export function hasAny(words: readonly string[], wanted: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `;
  return wanted.some((word) => text.includes(han.test(word) ? word : ` ${word} `));
}

const legendEntry =
  /(?:(\d+)\s*[=:]\s*([\p{L} /-]*\p{L}))|(?:(\p{L}[\p{L} /-]*?)\s*[=:]\s*(\d+))/gu;

/** What a name says about its codes: "status (0=alive, 1=dead)" says that 1 is "dead". */
export function legendOf(name: string): Map<string, string> {
  const entries = [...name.matchAll(legendEntry)].map(
    ([, code, meaning, otherMeaning, otherCode]): [string, string] => [
      (code ?? otherCode)!,
      (meaning ?? otherMeaning)!.trim(),
    ],
  );
  return new Map(entries.length > 1 ? entries : []);
}

/** The words of a legend speak of values, not of the column. */
function withoutLegend(name: string): string {
  if (legendOf(name).size === 0) return name;
  const bare = name.replace(/[([{].*$/, '').replace(legendEntry, ' ');
  return /\p{L}/u.test(bare) ? bare : name;
}
