// The codes of oncology in the spellings of spreadsheets: RECIST responses and CTCAE grades.
import type { ResponseCounts } from '../../../build/wasm/riskset.js';

export type ResponseCategory = Exclude<keyof ResponseCounts, 'missing'>;

const responses: readonly [ResponseCategory, RegExp][] = [
  [
    'CR',
    /^([icu]?cr|rc|complete ?(response|remission)?|komplette? remission|respuesta completa|réponse complète|完全缓解|完全緩解|完全奏効)$/,
  ],
  [
    'PR',
    /^([icu]?pr|rp|partial ?(response|remission)?|partielle remission|respuesta parcial|réponse partielle|部分缓解|部分緩解|部分奏効)$/,
  ],
  [
    'SD',
    /^(i?sd|ee|ms|stable ?(disease)?|stabile erkrankung|enfermedad estable|maladie stable|疾病稳定|疾病穩定|病勢安定|安定|non ?cr ?non ?pd)$/,
  ],
  [
    'PD',
    /^(i?pd|iupd|icpd|ep|mp|progress(ion|ive|ed)? ?(disease)?|progresión|enfermedad progresiva|enfermedad en progresión|maladie progressive|疾病进展|疾病進展|病勢進行|進行)$/,
  ],
  [
    'NE',
    /^(ne|not (evaluable|evaluated|assessable|assessed)|(un|in)evaluable|nicht (beurteilbar|auswertbar)|不可评估|无法评估|無法評估|評価不能)$/,
  ],
];

/** Codes and words that mean a response only where others, or the column's name, say so. */
export function isDoubtfulResponse(text: string): boolean {
  return /^(rc|rp|ee|ms|ep|mp|安定|進行)$/i.test(text.trim());
}

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

/** What Excel writes where a formula has no answer, in English and German. */
const formulaError = /^#(n\/a|nv|div\/0!|value!|wert!|ref!|bezug!|name\?|num!|zahl!|null!)$/i;

/** Says in words that the value is not known: "n.b." is "nicht bekannt" or "nicht beurteilbar". */
export function isUnknown(text: string): boolean {
  const bare = text.replace(/^(?:\[(.+)\]|<(.+)>)$/, '$1$2');
  if (formulaError.test(text)) return true;
  return /^(n\.? ?\/?a\.?|nan|n\.? ?d\.?|n\. ?b\.|nb|unknown|unk|missing|not (known|done|available|applicable|recorded|reported)|unbekannt|nicht bekannt|fehlt|k\.? ?a\.?|desconocido|sin dato|inconnu|不详|不詳|不明|未知|\?+)$/i.test(
    bare,
  );
}

/** Whether every known value is a grade, or at least says that the event did or did not occur. */
export function isAdverseEvent(known: readonly { value: string }[]): boolean {
  return (
    known.length > 0 &&
    known.every(({ value }) => gradeOf(value) !== null || isPresent(value) || isAbsent(value))
  );
}
