// What the columns of a table of adverse events are called, and what its cells mean.
import { gradeOf, isPresent } from '../guess/codes.ts';
import { gradeWords, identifierWords } from '../guess/role-words.ts';
import { inLanguages } from '../guess/words.ts';

/** What a column of the table can be for. */
export type EventRole = 'patient' | 'term' | 'grade' | 'related' | 'immune';
export const eventRoles: readonly EventRole[] = ['patient', 'term', 'grade', 'related', 'immune'];

/** The names that CDISC's standard gives them stand first: USUBJID, AEDECOD, AETOXGR, AEREL. */
export const eventWords: Record<EventRole, string[]> = {
  patient: [
    ...inLanguages({ en: 'usubjid, subjid, patient', es: 'paciente', zh: '患者, 病人, 受试者' }),
    ...identifierWords,
  ],
  term: inLanguages({
    en: 'aedecod, aeterm, term, pt, preferred term, event, adverse event, ae, toxicity, reaction, name',
    de: 'ereignis, nebenwirkung, unerwünschtes ereignis, begriff',
    es: 'término, evento, evento adverso, toxicidad, événement, evento avverso',
    zh: '不良事件, 不良反应, 事件名称, 术语, 毒性, 名称',
  }),
  grade: [
    ...inLanguages({
      en: 'aetoxgr, toxgr, ctcae, severity, aesev',
      de: 'schweregrad, ctc grad',
      es: 'gravedad',
      zh: '级别, 等级, 严重程度',
    }),
    ...gradeWords,
  ],
  immune: inLanguages({
    en: 'immune, irae, imae, ir, immune related, immune mediated, aeir',
    de: 'immun, immunvermittelt, immunassoziiert',
    es: 'inmune, inmunomediado, immunitaire, immuno',
    zh: '免疫, 免疫相关, 免疫介导',
  }),
  related: inLanguages({
    en: 'aerel, related, relation, relationship, relatedness, causality, attribution, trae, drug related, treatment related',
    de: 'zusammenhang, kausalität, therapiebedingt',
    es: 'relacionado, relación, causalidad, lié, imputabilité, correlato',
    zh: '相关, 相关性, 因果关系, 关系, 治疗相关, 药物相关',
  }),
};

const range = /(?<![a-z])(?:[0-5]|i{1,3}|iv|v)\s*[-–—]\s*(?:[0-5]|i{1,3}|iv|v)\b/i;

/** The grade, 0 to 5, that a text means: also "3.0", "Grade 3 (severe)", "3 - severe", "3级", "III度". */
export function eventGrade(text: string): number | null {
  if (saysNoEvent(text)) return 0;
  if (range.test(text.normalize('NFKC'))) return null; // "2–3" is neither
  const plain = text
    .normalize('NFKC') // Ⅲ is III
    .trim()
    .replace(/\.0+$/, '')
    .replace(/\s*[级度]$/, '')
    .replace(/\s*(?:[(:–]|- ).*$/, '')
    .replace(/[-_]/g, ' ')
    .trim();
  return gradeOf(plain);
}

/** What the engine is told of the texts in a column of grades; others are no known grade. */
export function gradesOf(texts: readonly string[]): Record<string, number | null> {
  return Object.fromEntries(
    texts.flatMap((text): [string, number | null][] => {
      const grade = eventGrade(text);
      if (grade !== null) return [[text, grade]];
      return isPresent(text) ? [[text, null]] : [];
    }),
  );
}

const noEvent =
  /^(none|nil|no|no (adverse |toxic )?events?|no (ae|aes|toxicity|toxicities|adverse reactions?|side effects?)|without (adverse )?events?|keine?|keine? (unerwünschten? )?ereignisse?|keine nebenwirkung(en)?|ning[uú]n[oa]?|sin (eventos?|toxicidad)|aucun(e)?|pas d['’]événement|nessun[oa]?|无|没有|无事件|无不良(事件|反应)|无毒性|未发生)$/i;

/** Says that a patient had no event, where others have the name of one. */
export function saysNoEvent(text: string): boolean {
  return noEvent.test(text.trim().replace(/[\s_-]+/g, ' '));
}

const yes =
  /^(yes|y|true|t|1|x|ja|oui|si|sí|definite(ly)?( related)?|certain(ly)?|probabl[ey]( related)?|possibl[ey]( related)?|likely( related)?|related|(treatment|drug|immune)[ -]related|immune[ -]mediated|wahrscheinlich|möglich|gesichert|relacionado|probable|posible|是|有|有关|相关|肯定(有关|相关)?|很可能(有关|相关)?|可能(有关|相关)?)$/i;

/** Says that an event has to do with the treatment, or with immunity. */
export function saysYes(text: string): boolean {
  return yes.test(text.trim());
}
