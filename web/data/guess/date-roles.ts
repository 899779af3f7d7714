// What each column of dates stands for, from its name: where follow-up starts, the day of an event,
// or until when a patient was known to be without it.
import { text } from '../../text/text.ts';
import type { ColumnContent } from '../profile.ts';
import { birthWords, lastingWords, responseWords } from './role-words.ts';
import { hasAny, inLanguages, wordsOf } from './words.ts';

export const dateRoles = [
  'start',
  'progression',
  'death',
  'lastContact',
  'lastAssessment',
  'newTherapy',
  'cutoff',
] as const;

export type DateRole = (typeof dateRoles)[number];

export interface GuessedDate {
  role: DateRole;
  evidence: string;
}

const says = text.data.roleEvidence;

/** The likeliest first: treatment started after randomisation, and that after diagnosis. */
const starts: readonly (readonly string[])[] = [
  inLanguages({
    en: 'start, started, begin, first dose, first cycle, c1d1, c1 d1, cycle 1, index, initiation',
    de: 'therapiebeginn, behandlungsbeginn, therapiestart, beginn, erstgabe, erste gabe',
    es: 'inicio, comienzo, primera dosis, début, debut, première dose, inizio, início',
    ja: '開始, 開始日, 投与開始, 治療開始',
    zh: '开始, 首次用药, 首次给药, 首次治疗, 起始, 用药日期, 治疗日期',
  }),
  inLanguages({
    en: 'treatment, therapy, treated, trt, baseline, t0',
    de: 'behandlung, therapie',
    es: 'tratamiento, traitement, trattamento, tratamento',
    zh: '治疗',
  }),
  inLanguages({
    en: 'randomisation, randomization, randomised, randomized, rand, allocation, enrolment, enrollment, enrolled, inclusion, registration, entry, accrual, consent',
    de: 'randomisierung, einschluss, einschlussdatum, aufnahme',
    es: 'aleatorización, aleatorizacion, inclusión, inclusion, reclutamiento, randomisation, arruolamento',
    zh: '入组, 随机, 入院',
  }),
  inLanguages({
    en: 'surgery, operation, resection, transplant, transplantation, op',
    de: 'operation, resektion, operationsdatum, transplantation',
    es: 'cirugía, cirugia, intervención, chirurgie, intervento, cirurgia',
    zh: '手术',
  }),
  inLanguages({
    en: 'diagnosis, diagnosed, dx, diag',
    de: 'diagnose, erstdiagnose, diagnosedatum',
    es: 'diagnóstico, diagnostico, diagnostic, diagnosi',
    zh: '确诊, 诊断',
  }),
];

const progressions: readonly (readonly string[])[] = [
  inLanguages({
    en: 'progression, progressed, progress, prog, pd, progressive disease',
    de: 'progress, progressdatum, progression, progressionsdatum',
    es: 'progresión, progresion, progressão, progressione',
    zh: '进展, 進展, 惡化',
    ja: '増悪',
  }),
  inLanguages({
    en: 'relapse, relapsed, recurrence, recurred, recur, recurrent',
    de: 'rezidiv, rezidivdatum, rückfall',
    es: 'recaída, recaida, recidiva, recurrencia, récidive, rechute',
    zh: '复发, 復發',
    ja: '再発',
  }),
];

const deaths = inLanguages({
  en: 'death, died, dead, deceased, dod',
  de: 'tod, todesdatum, sterbedatum, gestorben, verstorben, todestag',
  es: 'muerte, fallecimiento, defunción, defuncion, exitus, éxitus, óbito, obito, décès, deces, decesso, morte',
  zh: '死亡',
});

const lasts = inLanguages({
  en: 'last, latest, final, most recent',
  de: 'letzte, letzter, letztes, letzten',
  es: 'último, última, ultimo, ultima, dernière, derniere, dernier, dernières, ultima',
  zh: '末次, 最后, 最近, 最後',
  ja: '最終',
});

const contacts = inLanguages({
  en: 'followup, follow up, follow, fu, fup, lfu, lfup, lastfu, lastfup, ltfu, dlc, contact, seen, known alive, alive, lka, lkad, lkadt',
  de: 'kontakt, nachsorge, nachbeobachtung, lebend',
  es: 'seguimiento, contacto, suivi, nouvelles, contatto',
  zh: '随访, 联系, 生存确认, 追蹤, 隨訪',
  ja: '生存確認, 追跡, 観察',
});

/** A visit is a contact; it is the last one where its name says so. */
const visits = inLanguages({
  en: 'visit',
  de: 'vorstellung',
  es: 'visita, control',
  zh: '复诊',
  ja: '来院, 受診, 確認',
});

const ends = inLanguages({
  en: 'end, ended',
  de: 'ende',
  es: 'fin, final, fine',
  zh: '结束, 终止',
  ja: '終了',
});

const assessments = inLanguages({
  en: 'assessment, scan, imaging, ct, mri, pet, evaluation, restaging, radiological, radiology, tumor, tumour, recist, response',
  de: 'bildgebung, staging, restaging, tumorbeurteilung, beurteilung, ct, mrt',
  es: 'evaluación, evaluacion, tac, imagen, radiológica, évaluation, evaluation, imagerie, scanner, valutazione, avaliação',
  zh: '影像, 评估, 评价, 检查, 扫描, 疗效',
});

/** What makes a treatment one after the one that is studied. */
const nexts = inLanguages({
  en: 'next, subsequent, second line, 2nd line, 2l, third line, 3l, new, salvage, post progression, crossover, later, following, nact, tfst',
  de: 'folgetherapie, nächste, neue, zweitlinie, zweitlinientherapie, anschlusstherapie',
  es: 'siguiente, posterior, segunda línea, segunda linea, nuevo, nueva, suivant, suivante, ultérieur, deuxième ligne, nouveau, nouvelle, successiva, seguinte',
  zh: '后续, 后线, 下一线, 二线, 三线, 新治疗, 新的, 更换, 换药, 挽救',
});

/** "new_lesion_date" is no treatment: one of these words, or of a start, has to stand beside. */
const therapies = inLanguages({
  en: 'line, anticancer, anti cancer, chemo, chemotherapy, systemic, regimen, drug, nact, tfst',
  de: 'linie, folgetherapie, anschlusstherapie, zweitlinie, zweitlinientherapie',
  es: 'línea, linea, ligne, quimioterapia, terapia',
  zh: '治疗, 用药, 方案, 换药, 二线, 三线, 下一线',
});

const cutoffs = inLanguages({
  en: 'cutoff, cut off, cut, dco, data lock, database lock, lock, freeze, analysis date, closeout',
  de: 'datenschnitt, stichtag, auswertungsdatum, auswertungsstichtag, datenschluss',
  es: 'corte, cierre, date de point, gel, chiusura, fechamento',
  zh: '截止, 截至',
});

/** Of what came before the cohort's treatment, or ended it. */
const others = inLanguages({
  en: 'end, ended, stop, stopped, discontinuation, discontinued, off, prior, previous, before, history, adjuvant, neoadjuvant, radiotherapy, biopsy, biobank, sample, sampling, report, failure, failed, data entry, entered',
  de: 'ende, therapieende, vortherapie, absetzen, biopsie',
  es: 'fin, final, suspensión, previo, previa, arrêt, antérieur, fine, biopsia, biopsie',
  zh: '结束, 停药, 停止, 既往, 活检, 终止',
});

/** "progression or last follow-up" is the end of everybody's follow-up, not the day of one event. */
function namesSeveral(words: readonly string[]): boolean {
  return [progressions.flat(), deaths, lasts].filter((own) => hasAny(words, own)).length > 1;
}

/** What a name says its dates are, the surer the lower `rank`; null where it does not say. */
function saidBy(name: string): { role: DateRole; rank: number } | null {
  const words = wordsOf(name);
  const named = (wanted: readonly string[]) => hasAny(words, wanted);
  const rankOf = (lists: readonly (readonly string[])[]) => lists.findIndex(named);
  const event = rankOf(progressions);
  if (named(nexts)) {
    const treats = named([...starts[0]!, ...starts[1]!, ...therapies]);
    return treats && !named(others) ? { role: 'newTherapy', rank: 0 } : null;
  }
  if (named(deaths) && event < 0 && (named(lasts) || named(contacts) || named(visits))) {
    return { role: 'lastContact', rank: 0 };
  }
  if (namesSeveral(words)) return null;
  if (named(cutoffs)) return { role: 'cutoff', rank: 0 };
  if (named(contacts) && (named(lasts) || named(ends))) return { role: 'lastContact', rank: 0 };
  if (named(lasts) && named(visits)) return { role: 'lastContact', rank: 0 };
  if (named(lasts) && named(assessments)) return { role: 'lastAssessment', rank: 0 };
  if (named(others) || named(lastingWords)) return null;
  if (named(deaths)) return { role: 'death', rank: 0 };
  if (event >= 0) return { role: 'progression', rank: event };
  if (named(contacts)) return { role: 'lastContact', rank: 1 };
  if (named(responseWords) || named(lasts)) return null;
  const start = rankOf(starts);
  return start < 0 ? null : { role: 'start', rank: start };
}

const dateNames = /date|datum|fecha|日期|(^|[^a-z])(day of|dt)([^a-z]|$)/i;

/** Whether a column of this name may hold dates though they are written as numbers. */
export function soundsLikeDate(name: string): boolean {
  return (
    dateNames.test(name) ||
    hasAny(wordsOf(name), [...birthWords, ...visits]) ||
    saidBy(name) !== null
  );
}

/** The columns of dates that a role was found for: each role once, the surest name before others. */
export function guessDateRoles(columns: readonly ColumnContent[]): Map<string, GuessedDate> {
  const dates = columns.filter(({ type }) => type === 'date');
  const found = new Map<string, GuessedDate>();
  for (const role of dateRoles) {
    const [surest] = dates
      .flatMap(({ name }) => {
        const said = saidBy(name);
        return said?.role === role ? [{ name, rank: said.rank }] : [];
      })
      .toSorted((a, b) => a.rank - b.rank);
    if (surest !== undefined) found.set(surest.name, { role, evidence: says.dateRoles[role] });
  }
  const named = [...found.values()].some(({ role }) => role === 'cutoff');
  const cutoff = named ? null : cutoffByValue(dates, found);
  return cutoff === null
    ? found
    : found.set(cutoff, { role: 'cutoff', evidence: says.sameLastDay });
}

/** The same day in all rows, and no date of the table is later: that is when the data were closed. */
function cutoffByValue(
  dates: readonly ColumnContent[],
  taken: ReadonlyMap<string, GuessedDate>,
): string | null {
  const last = Math.max(...dates.map(({ summary }) => summary?.highest ?? -Infinity));
  const constant = dates.find(
    ({ name, summary, missing }) =>
      !taken.has(name) && missing === 0 && summary?.lowest === last && dates.length > 1,
  );
  return constant?.name ?? null;
}
