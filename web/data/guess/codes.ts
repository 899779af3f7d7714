// The codes of oncology in the spellings of spreadsheets: RECIST responses and CTCAE grades.
import type { ResponseCounts } from '../../../build/wasm/riskset.js';

export type ResponseCategory = Exclude<keyof ResponseCounts, 'missing'>;

const responses: readonly [ResponseCategory, RegExp][] = [
  ['CR', /^([icu]?cr|complete ?(response|remission)?|komplette? remission|完全缓解)$/],
  ['PR', /^([icu]?pr|partial ?(response|remission)?|partielle remission|部分缓解)$/],
  ['SD', /^(i?sd|stable ?(disease)?|stabile erkrankung|疾病稳定|non ?cr ?non ?pd)$/],
  ['PD', /^(i?pd|iupd|icpd|progress(ion|ive|ed)? ?(disease)?|疾病进展)$/],
  [
    'NE',
    /^(ne|not (evaluable|evaluated|assessable|assessed)|(un|in)evaluable|nicht (beurteilbar|auswertbar)|不可评估|无法评估)$/,
  ],
];

export const recistOrder: readonly ResponseCategory[] = responses.map(([code]) => code);

/** The RECIST category that a cell's text means; null where it is none. "ND" stays a question. */
export function responseCodeOf(text: string): ResponseCategory | null {
  const plain = text
    .toLowerCase()
    .replace(/\(.*\)/, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return responses.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

const romans = ['i', 'ii', 'iii', 'iv', 'v'];

/** The CTCAE grade, 0 to 5, that a cell's text means: "3", "G3", "Grade 3", "III". */
export function gradeOf(text: string): number | null {
  const match = /^(?:ctcae )?(?:grade|gr\.?|g)? ?([0-5]|i{1,3}|iv|v)$/i.exec(text);
  if (match !== null) {
    const digit = match[1]!.toLowerCase();
    return romans.includes(digit) ? romans.indexOf(digit) + 1 : Number(digit);
  }
  return /^(none|no|keine|无)$/i.test(text) ? 0 : null;
}

/** Says that an adverse event occurred, but not how grave it was. */
export function isPresent(text: string): boolean {
  return /^(yes|y|true|present|ja|oui|si|sí|是|有)$/i.test(text);
}

/** Says that an adverse event did not occur. */
export function isAbsent(text: string): boolean {
  return gradeOf(text) === 0 || /^(n|false|absent|nein|non|否)$/i.test(text);
}

/** Says in words that the value is not known: "n.b." is "nicht bekannt" or "nicht beurteilbar". */
export function isUnknown(text: string): boolean {
  return /^(n\.? ?\/?a\.?|n\.? ?d\.?|n\. ?b\.|nb|unknown|unk|missing|not (known|done|available|recorded|reported)|unbekannt|nicht bekannt|fehlt|k\.? ?a\.?|desconocido|sin dato|inconnu|不详|不明|未知|\?+)$/i.test(
    text,
  );
}

/** Whether every value is a grade, or at least says that the event did or did not occur. */
export function isAdverseEvent(values: readonly { value: string }[]): boolean {
  const known = values.filter(({ value }) => !isUnknown(value));
  return (
    known.length > 0 &&
    known.every(({ value }) => gradeOf(value) !== null || isPresent(value) || isAbsent(value))
  );
}
