// Whether a single text was written of somebody, whatever else stands in its column: it names a day, a
// person or a number to call, or tells what happened. Terms of a dictionary do none of that, however
// many words they have: "Drug reaction with eosinophilia and systemic symptoms".
import { inLanguages } from '../data/guess/words.ts';

const day =
  /\b(?:19|20)\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d\s*[年月日号]|\b\d{1,2}:\d{2}\b/;
/** Numbers of telephones and of records, and addresses of mail. */
const contact = /\d(?:[ /-]?\d){5,}|\S@\S/;
const title =
  /(?<!\p{L})(?:mrs?|ms|dr|prof|herrn?|frau|sra?|dra|señora?|mme|mlle|monsieur|madame)\b\.?\s+\p{L}/iu;
const person = /患者|病人|家属|家屬|先生|女士|医生|医師|母亲|父亲|さん/;
/** More words than this, or signs of Chinese and Japanese, no term has. */
const mostWords = 10;
const mostHan = 16;

export function isTold(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const signs = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (words.length > mostWords || signs > mostHan) return true;
  if ([day, contact, title, person].some((sign) => sign.test(text))) return true;
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
