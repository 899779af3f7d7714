// Which value of an event column means the event. Nothing is more often coded the other way round,
// so a guess is made only where the two values leave no doubt, and it is asked about all the same.
import type { ColumnContent } from '../profile.ts';
import { middle } from '../profile.ts';
import type { TextColumn } from '../text/text-table.ts';
import { hasAny, inLanguages, legendOf, wordsOf } from './words.ts';
import { eventStates, type PatientState, patientStates } from './patient-states.ts';
import { listed } from '../../format/words.ts';
import { text } from '../../text/text.ts';

/** What the data say about one value of an event column. */
export interface EventValue {
  value: string;
  count: number;
  rows: readonly number[];
  medianTime: number | null;
}

export interface EventCoding {
  /** The values that mean the event; null where the user has to say. */
  levels: string[] | null;
  /** What is ticked when the question is shown. */
  suggestion: string[];
  evidence: string;
  /** Where one column says life and disease together: what each of its values means. */
  states: ReadonlyMap<string, PatientState> | null;
}

const eventMeanings = new Set(
  inLanguages({
    en: '1, y, yes, true, t, event, dead, died, death, deceased, pd, progress, progression, progressed, progressive disease, relapse, relapsed, recurrence, recurred, metastasis, metastases, x',
    de: 'ja, j, tot, tod, verstorben, gestorben, progredient, rezidiv',
    es: 'sí, si, s, oui, sì, sim, muerto, muerta, muerte, exitus, éxitus, fallecido, fallecida, óbito, décédé, décès, mort, deceduto, progresión, recaída, recidiva',
    zh: '是, 有, 死亡, 已死亡, 死, 进展, 疾病进展, 复发, 進展, 疾病進展, 復發',
    ja: 'あり, 有り, はい, 増悪, 再発',
  }),
);
const censoredMeanings = new Set(
  inLanguages({
    en: '0, n, no, false, f, alive, living, censored, censor, cens, no event, none, ned, ongoing, no progression, no relapse, no recurrence, event free, event-free, progression free, progression-free, relapse free, relapse-free, disease free, disease-free',
    de: 'nein, lebt, lebend, lebendig, zensiert, am leben, kein progress, kein rezidiv',
    es: 'non, não, nao, vivo, viva, vivant, censurado, sin progresión, sin recaída',
    zh: '否, 无, 存活, 生存, 存活中, 未死亡, 未进展, 未复发, 删失, 無, 未進展',
    ja: 'なし, 無し, いいえ, 打ち切り, 打切り, 打切',
  }),
);

/** What is written beside a code tells more than the code: "1:DECEASED", "1 - Dead". */
function meaningOf(value: string, legend: ReadonlyMap<string, string>): string {
  const said = legend.get(value) ?? value;
  return said
    .toLowerCase()
    .replace(/^\d\s*[:=.–-]\s*(?=\p{L})/u, '')
    .trim();
}

interface Known {
  event: TextColumn;
  values: readonly string[];
  found: EventValue[];
}

const known = new WeakMap<readonly (number | null)[], Known>();

/** What stands for each value: kept, for whoever guesses and whoever asks look at the same rows. */
export function eventValues(
  event: TextColumn,
  time: readonly (number | null)[],
  values: readonly string[],
): EventValue[] {
  const last = known.get(time);
  if (last?.event === event && last.values === values) return last.found;
  const found = readValues(event, time, values);
  known.set(time, { event, values, found });
  return found;
}

function readValues(
  event: TextColumn,
  time: readonly (number | null)[],
  values: readonly string[],
): EventValue[] {
  const { texts, codes } = event;
  const rowsOf = texts.map((): number[] => []);
  for (let row = 0; row < codes.length; ++row) rowsOf[codes[row]!]!.push(row + 1);
  const places = new Map(texts.map((one, place) => [one, place]));
  return values.map((value) => {
    const rows = rowsOf[places.get(value) ?? -1] ?? [];
    const times = new Float64Array(rows.length);
    let count = 0;
    for (const row of rows) {
      const one = time[row - 1] ?? null;
      if (one !== null) times[count++] = one;
    }
    const sorted = times.subarray(0, count).sort();
    return {
      value,
      count: rows.length,
      rows,
      medianTime: count === 0 ? null : middle(sorted),
    };
  });
}

/** Columns of these names mark those without the event. */
const reversedWords = inLanguages({
  en: 'censored, censor, cens, alive',
  de: 'zensiert, lebt',
  es: 'vivo',
  zh: '是否存活, 是否生存, 是否删失, 删失',
});

/** Alone a name, and part of others that are not reversed: "存活状态" is one of two states. */
const reversedAlone = inLanguages({ zh: '存活, 生存' });

const yes = inLanguages({
  en: '1, y, yes, true, t, x',
  de: 'ja, j',
  es: 'sí, si, s, oui, sì, sim',
  zh: '是, 有',
});

function namesTheOthers(name: string, event: string): boolean {
  const words = wordsOf(name);
  const named = hasAny(words, reversedWords) || words.some((word) => reversedAlone.includes(word));
  return named && yes.includes(event);
}

function ask(suggestion: string[], evidence: string): EventCoding {
  return { levels: null, suggestion, evidence, states: null };
}

export function guessEventCoding(
  column: ColumnContent,
  found: readonly EventValue[],
  endpoint = 'OS',
): EventCoding {
  const values = found.map(({ value }) => value);
  const legend = legendOf(column.name);
  const meaning = (value: string) => meaningOf(value, legend);
  const states = patientStates(values, meaning);
  if (states !== null) return codingOfStates(states, endpoint);
  const events = values.filter((value) => eventMeanings.has(meaning(value)));
  const censored = values.filter((value) => censoredMeanings.has(meaning(value)));
  const says = text.data.eventEvidence;

  if (values.length > 2) {
    return ask(events, says.manyValues(column.name, values.length));
  }
  const [event] = events;
  if (legend.size === 0 && values.includes('1') && values.includes('2')) {
    return ask(['2'], says.oneAndTwo);
  }
  if (event === undefined) return ask([], says.unknown);
  if (legend.size === 0 && namesTheOthers(column.name, meaning(event))) {
    return ask(censored, says.reversedName(column.name, event));
  }
  if (values.length === 2 && censored.length === 0) {
    return ask(events, says.otherUnknown(event, listed(values.filter((one) => one !== event))));
  }
  if (looksReversed(found, event)) return ask([], says.reversedTimes(event));
  const evidence = evidenceFor(event, legend);
  return { levels: [event], suggestion: [event], evidence, states: null };
}

function codingOfStates(states: ReadonlyMap<string, PatientState>, endpoint: string): EventCoding {
  const says = text.data.eventEvidence;
  const { states: meant, sure } = eventStates(endpoint);
  const events = [...states].flatMap(([value, state]) => (meant.includes(state) ? [value] : []));
  const open = [...states.values()].some(
    (state) => state === 'unknown' || (endpoint === 'DSS' && state === 'dead'),
  );
  return {
    levels: sure && !open && events.length > 0 ? events : null,
    suggestion: events,
    evidence: endpoint === 'DSS' ? says.statesOfDisease : sure ? says.states : says.statesOpen,
    states,
  };
}

function evidenceFor(event: string, legend: ReadonlyMap<string, string>): string {
  const says = text.data.eventEvidence;
  const meaning = legend.get(event);
  if (meaning !== undefined) return says.fromLegend(event, meaning);
  return /^\d$/.test(event) ? says.usualCode(event) : says.fromWord(event);
}

/** In reversed coding the "events" are the survivors, and they have the long times. */
function looksReversed(found: readonly EventValue[], event: string): boolean {
  const own = found.find(({ value }) => value === event);
  const other = found.find(({ value }) => value !== event);
  if (own === undefined || other === undefined || own.count < 5 || other.count < 5) return false;
  return (
    own.medianTime !== null && other.medianTime !== null && own.medianTime > 2 * other.medianTime
  );
}
