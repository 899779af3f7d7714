// What times, events and dates of follow-up are called in oncology spreadsheets.
import { text } from '../../text/text.ts';
import { unitWords } from '../text/units.ts';
import { hasAny, inLanguages, wordsOf } from './words.ts';

/** An endpoint the page knows by name. `verb` completes "66 patients …". */
export interface EndpointKind {
  name: string;
  title: string;
  verb: string;
  /** Any of these words in a column's name points to the endpoint. */
  words: readonly string[];
}

/** Specific ones first: "progression-free survival" is not overall survival. */
export const endpointKinds: readonly EndpointKind[] = [
  kind(
    'PFS',
    inLanguages({
      en: 'pfs, progression, progressed, progress, prog date, prog dt, prog yn, prog event, prog status, date prog',
      de: 'progressionsfreies, progredient, progress, progresses, progressdatum, progressionsdatum',
      es: 'slp, progresión, progresion, progresó, ssp, progressão, progressione',
      zh: '无进展生存期, 无进展生存, 疾病进展, 是否进展, 进展, 無進展, 無惡化, 疾病進展, 進展, 惡化',
      ja: '無増悪生存期間, 無増悪生存, 増悪',
    }),
  ),
  kind(
    'DFS',
    inLanguages({
      en: 'dfs, idfs, disease free',
      de: 'krankheitsfreies',
      es: 'sle, libre de enfermedad',
      zh: '无病生存',
    }),
  ),
  kind(
    'RFS',
    inLanguages({
      en: 'rfs, relapse, relapsed, recurrence, recurred, recur',
      de: 'rezidiv, rezidivfreies, rückfall, rezidivdatum',
      es: 'recaída, recaida, recidiva, récidive, recurrencia',
      zh: '无复发生存, 复发, 復發',
      ja: '無再発生存, 再発',
    }),
  ),
  kind('EFS', inLanguages({ en: 'efs, event free', de: 'ereignisfreies', zh: '无事件生存' })),
  kind('MFS', inLanguages({ en: 'mfs, dmfs, metastasis free', zh: '无转移生存' })),
  kind('TTP', inLanguages({ en: 'ttp', zh: '至进展时间' })),
  kind(
    'PFS2',
    inLanguages({
      en: 'pfs2, pfs 2, second progression, 2nd progression, progression 2, progression2, pd2, second pd, 2nd pd, pd 2',
      de: 'zweiter progress, zweite progression',
      es: 'segunda progresión, segunda progresion',
      zh: '二次进展, 第二次进展, 再次进展',
    }),
  ),
  kind('PPS', inLanguages({ en: 'pps, post progression survival', zh: '进展后生存' })),
  kind('DSS', inLanguages({ en: 'dss, css, disease specific, cancer specific' })),
  kind(
    'OS',
    inLanguages({
      en: 'os, overall, survival, surv, death, dead, died, deceased, vital',
      de: 'gesamtüberleben, überleben, überlebenszeit, überlebensstatus, verstorben, tod, tot, gestorben, vitalstatus, todesdatum, sterbedatum',
      es: 'sg, supervivencia, exitus, éxitus, fallecido, fallecimiento, muerte, muerto, defunción, óbito, obito, décès, décédé, survie, decesso',
      zh: '总生存期, 总生存, 生存期, 生存时间, 生存月, 生存天, 生存状态, 生存状况, 存活, 是否死亡, 死亡, 總生存, 整體存活, 生存狀態',
      ja: '全生存期間, 生存期間, 転帰, 生死',
    }),
  ),
];

function kind(name: keyof typeof text.data.endpointKinds, words: readonly string[]): EndpointKind {
  const { title, verb } = text.data.endpointKinds[name];
  return { name, title, verb, words };
}

/** An endpoint that somebody gave a name of their own. */
export function ownKind(name: string): EndpointKind {
  return { name, title: name, verb: text.data.ownEndpointVerb, words: [name.toLowerCase()] };
}

/** Units beside a time; alone they are as likely a date: the "year" of surgery. */
const calendarWords = inLanguages({ en: 'm, d, w, y, yr, year', de: 'tag', es: 'día, mes' });

const timeWords = [
  ...inLanguages({
    en: 'time, duration, followup, follow, fu',
    de: 'zeit, dauer, überlebenszeit, nachbeobachtung, beobachtungszeit',
    es: 'tiempo, seguimiento, tempo, temps, suivi',
    zh: '时间, 时长, 生存期, 随访时间, 生存時間, 追蹤時間, 存活時間',
    ja: '生存期間, 観察期間, 追跡期間',
  }),
  ...unitWords.flatMap(([, names]) => names.filter((name) => !calendarWords.includes(name))),
];

export const eventWords = inLanguages({
  en: 'event, evt, death, dead, died, deceased, censored, cens, censor, alive, relapse, relapsed, recurrence, recurred, recur, progression, progressed, prog yn, prog event, prog status, vital',
  de: 'ereignis, verstorben, tod, tot, gestorben, progress, progredient, rezidiv, vitalstatus, überlebensstatus, zensiert',
  es: 'evento, exitus, éxitus, fallecido, fallecimiento, muerte, muerto, defunción, óbito, progresión, progresion, progresó, recaída, recaida, recidiva, récidive, décès, décédé, evénement, événement, decesso, vivo',
  zh: '生存状态, 生存状况, 存活, 是否死亡, 死亡, 疾病进展, 是否进展, 进展, 复发, 结局, 转归, 生存狀態, 疾病進展, 進展, 惡化, 復發',
  ja: '転帰, 生死, 増悪, 再発',
});

export const statusWords = inLanguages({
  en: 'status, stat, indicator, ind, flag, code',
  es: 'estado, estatus, estado vital, statut, stato',
  zh: '状态',
});

/** What was before the cohort's treatment, or is no follow-up at all. */
const elsewhere = inLanguages({
  en: 'prior, previous, baseline, diag, diagnosis, age, dose, line, cycle, cycles, adverse, interval, history, adjuvant, neoadjuvant, operation time, operative time, operating time, surgery time, surgical time, length of stay, hospital stay, los',
  de: 'alter, vortherapie, erstdiagnose, nebenwirkung, nebenwirkungen',
  es: 'edad, diagnóstico, diagnostico, previo, previa, línea, linea, toxicidad, âge, età, idade',
  zh: '年龄, 既往, 手术时间, 手術時間, 住院时间, 麻醉时间',
  ja: '入院期間, 在院, 麻酔',
});

export function isElsewhere(words: readonly string[]): boolean {
  return hasAny(words, elsewhere);
}

export function endpointNamed(words: readonly string[]): EndpointKind | null {
  const named = ({ words: own }: EndpointKind) => hasAny(words, own);
  return (
    endpointKinds.find((one) => later.includes(one.name) && named(one)) ??
    endpointKinds.find(named) ??
    null
  );
}

/** A second progression is one, too: what comes later is looked for first. */
const later = ['PFS2', 'PPS'];

/** The endpoint whose event, or end, a column of dates holds. PD alone may be the PD of PD-L1. */
export function endpointOfDate(name: string): EndpointKind | null {
  const words = wordsOf(name);
  if (isElsewhere(words)) return null;
  const named = endpointNamed(words);
  return named?.name !== 'PFS2' && words.includes('pd') ? endpointNamed(['progression']) : named;
}

export function saysTime(words: readonly string[]): boolean {
  return hasAny(words, timeWords);
}

/** A time, though it names the event that it is free of. */
const survivals = inLanguages({ en: 'free survival', de: 'freies überleben' });

/** "death_time" is a time and "fu_status" an event: the word that says what is measured decides. */
export function soundsLikeTime(words: readonly string[]): boolean {
  if (isElsewhere(words) || hasAny(words, statusWords)) return false;
  if (hasAny(words, survivals)) return true;
  return saysTime(words) || (endpointNamed(words) !== null && !hasAny(words, eventWords));
}

/** "status" alone is follow-up; "her2_status" and "performance status" are not. */
const neutral = ['fu', 'follow', 'up', 'last', 'patient', 'survival', 'final'];

export function soundsLikeEvent(words: readonly string[]): boolean {
  const status = hasAny(words, statusWords);
  if (isElsewhere(words) || (saysTime(words) && !status)) return false;
  if (hasAny(words, eventWords) || endpointNamed(words) !== null) return true;
  return status && words.every((word) => statusWords.includes(word) || neutral.includes(word));
}

/** The date from which follow-up is counted. */
export const startWords = inLanguages({
  en: 'start, treatment, randomisation, randomization, enrolment, enrollment, c1d1, diagnosis',
  de: 'therapiebeginn, behandlungsbeginn, beginn, erstdiagnose, randomisierung, einschluss',
  es: 'inicio, comienzo, diagnóstico, diagnostico, aleatorización, début, inizio',
  zh: '开始, 入组, 随机, 确诊, 诊断',
});

/** The date until which a patient was known to be without the event. */
export const endWords = inLanguages({
  en: 'last, followup, contact, end',
  de: 'letzter, letzte, letztes, kontakt, ende, nachsorge',
  es: 'último, última, ultimo, ultima, seguimiento, fin, dernière, dernier',
  zh: '末次, 随访, 最后',
});

/** The day of the last look at the tumour. */
export const assessmentWords = inLanguages({
  en: 'assessment, assessed, scan, imaging, staging, restaging',
  de: 'bildgebung, kontrolle',
  es: 'evaluación, evaluacion, imagen',
  zh: '评估, 影像, 复查',
});

/** The day of a further therapy, after which an endpoint may no longer be counted. */
export const newTherapyWords = inLanguages({
  en: 'next, subsequent, new therapy, new treatment, next line, second line, salvage',
  de: 'folgetherapie, neue therapie, nächste therapie',
  es: 'siguiente, nueva terapia, nuevo tratamiento',
  zh: '后续治疗, 新治疗, 下一线, 后线',
});

/** Of a progression that no scan has shown. */
export const clinicalWords = inLanguages({
  en: 'clinical, clinically, symptomatic',
  de: 'klinisch, klinische, klinischer',
  es: 'clínica, clinica, clínico, clinique',
  zh: '临床',
});

/** The day on which the data were closed. */
export const cutoffWords = inLanguages({
  en: 'cutoff, cut off, data lock, censoring date',
  de: 'datenschnitt, stichtag',
  es: 'corte, fecha de corte',
  zh: '截止, 数据截止',
});
