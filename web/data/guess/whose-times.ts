// Whose times a column holds: until the event, or of those who had none until they were last seen.
import { hasAny, inLanguages } from './words.ts';

const eventWords = inLanguages({
  en: 'death, dead, died, deceased, event, progression, progressed, relapse, relapsed, recurrence, recurred',
  de: 'tod, tot, gestorben, verstorben, ereignis, progress, progression, rezidiv',
  es: 'muerte, muerto, fallecimiento, fallecido, exitus, éxitus, óbito, evento, progresión, progresion, recaída, recaida, recidiva, décès, décédé, événement, récidive, decesso',
  zh: '死亡, 事件, 进展, 复发, 進展, 復發',
  ja: '増悪, 再発',
});

const withoutEventWords = inLanguages({
  en: 'last, contact, followup, follow, fu, lfu, seen, alive, living, survivors, censored, censoring, censor, cens',
  de: 'letzter, letzte, letzten, kontakt, nachsorge, nachbeobachtung, lebend, zensiert',
  es: 'último, última, ultimo, ultima, contacto, seguimiento, vivo, vivos, censurado, dernier, dernière, suivi, vivant, contatto',
  zh: '末次, 最后, 随访, 存活, 删失, 失访, 最後, 隨訪, 追蹤',
  ja: '最終, 追跡, 観察, 生存確認',
});

/** "progression_free" and "未死亡" name an event that was not. */
const negations = inLanguages({
  en: 'no, not, non, without, free, never',
  de: 'ohne, kein, keine, nicht, freies',
  es: 'sin, libre, sans, sem, senza',
});

/** What is measured, where no unit says so. */
const measures = inLanguages({
  en: 'time, duration',
  de: 'zeit, dauer',
  es: 'tiempo, temps, tempo',
  zh: '时间, 时长, 時間',
  ja: '期間',
});

/** Whether the name says that these are the times of those who had the event. */
export function namesEvent(words: readonly string[]): boolean {
  const isNegated = hasAny(words, negations) || /[未无無非]/u.test(words.join(' '));
  return !isNegated && hasAny(words, eventWords) && !hasAny(words, withoutEventWords);
}

export function saysWhose(words: readonly string[]): boolean {
  return hasAny(words, [...eventWords, ...withoutEventWords]);
}

export function saysMeasure(words: readonly string[]): boolean {
  return hasAny(words, measures);
}
