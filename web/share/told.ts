// Whether a single text was written of somebody, whatever most of its column is: it names a day, a
// person, an address or a number to call, or tells what happened. Terms of a dictionary do none of
// that, however many words they have: "Drug reaction with eosinophilia and systemic symptoms".
import { inLanguages } from '../data/guess/words.ts';
import { hasName } from './names.ts';

const day =
  /\b(?:19|20)\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d\s*[年月日号]|\b\d{1,2}:\d{2}\b/;
/** "12.3." without a year. */
const dayAlone = /(?<![\p{L}\d.,])(?:0?[1-9]|[12]\d|3[01])\.\s?(?:0?[1-9]|1[0-2])\.(?!\d)/u;
/** Written with a capital at least: "may 3" is none, and "OCT 4" is a stain. */
const month =
  '(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mär|Okt|Dez|January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)';
const dayOfMonth = new RegExp(
  `(?<!\\p{L})(?:${month}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?(?![\\p{L}\\d])|\\d{1,2}(?:\\.|st|nd|rd|th|er)?\\s+(?:de\\s+|of\\s+)?${month}(?!\\p{L}))`,
  'u',
);
/** Numbers of telephones and of records, and addresses of mail and of streets. */
const contact = /\d(?:[ /-]?\d){5,}|\d+(?:\.\d+){3,}|\b\d{3}\.\d{3}\.\d{4}\b|\S@\S/;
const record =
  /(?<!\p{L})(?:mrn|nhs|ssn|nhc|dni|record|chart|file|akte|fall-?(?:nr|nummer)|pat(?:ienten)?-?(?:nr|nummer|id)|patient (?:id|no|number))[\s.:#-]*\d{3,}|#\s?\d{4,}|(?:病历|住院|病案|门诊)号/iu;
const street =
  /\p{L}{2}(?:str\.|straße|strasse|gasse|platz|allee|(?<!atem|gallen|harn|luft)weg)\s*\d|(?<![\p{L}\d])\d+\s+\p{L}+\s+(?:street|st\.|road|rd\.|avenue|ave\.|lane|drive)(?!\p{L})|(?<!\p{L})(?:calle|avenida|avda\.|rue)\s.*\d/iu;
const title =
  /(?<!\p{L})(?:mrs?|ms|dr|prof|herrn?|frau|sra?|dra|señora?|mme|mlle|monsieur|madame)\b\.?\s+\p{L}/iu;
const person = /患者|病人|家属|家屬|先生|女士|医生|医師|母亲|父亲|さん/;
const signs = [day, dayAlone, dayOfMonth, contact, record, street, title, person];

/** More words than this, or signs of Chinese and Japanese, no term has. */
const mostWords = 10;
const mostHan = 16;

/** `column`: the different texts of its column, which tell initials from letters of a list. */
export function isTold(text: string, column: readonly string[] = [text]): boolean {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (words.length > mostWords || han > mostHan) return true;
  if (signs.some((sign) => sign.test(text)) || hasName(text, column)) return true;
  return (
    words.length >= fewestOfStory && (tells(words) || hasSentences(text) || namesSomebody(text))
  );
}

/** Words of whoever tells a story. "Fall" and "fever after infusion" are terms. */
const story = new Set(
  inLanguages({
    en: 'he, she, her, him, they, was, were, had, has, been, did, felt, fell, went, came, told, said, says, called, seen, patient, patients, husband, wife, daughter, son, mother, father, brother, sister, neighbour, neighbor, nurse, doctor, holiday, admitted, discharged, yesterday, ago, because, while, then, started, stopped, recovered',
    de: 'ihre, wurde, hatte, hat, patient, patientin, ehemann, ehefrau, tochter, sohn, mutter, vater, arzt, hause, gestern, weil, nachdem, gestürzt, gefallen',
    es: 'ella, fue, había, estaba, tuvo, paciente, marido, esposa, esposo, hija, hijo, madre, padre, casa, ayer, porque, elle, était, avait, mari, femme, fille, fils, hier',
  }),
);
const fewestOfStory = 3;

function tells(words: readonly string[]): boolean {
  return words.some((word) => story.has(word.toLowerCase().replace(/[^\p{L}]/gu, '')));
}

function hasSentences(text: string): boolean {
  return /\p{L}{4}[.!?]\s+\p{Lu}|\n/u.test(text);
}

/** "seen by Anna Smith"; but of "Pain of Lower Extremity" each word is written large. */
function namesSomebody(text: string): boolean {
  const small = /(?<!\p{L})\p{Ll}{4}/u.test(text);
  return small && /\p{Ll}\s+\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+/u.test(text);
}
