// How a patient is at last contact where one column says life and disease together: dead of the
// disease, dead of another cause, alive with disease, alive without.
import { isUnknown } from './codes.ts';
import { inLanguages } from './words.ts';

export type PatientState =
  'deadOfDisease' | 'deadOfOther' | 'dead' | 'aliveWith' | 'aliveWithout' | 'alive' | 'unknown';

const meanings = new Map<string, PatientState>([
  ...named(
    'deadOfDisease',
    inLanguages({
      en: 'dod, dead of disease, died of disease, death of disease, dead from disease, death from disease, died from disease, dead with disease, dead of cancer, died of cancer, cancer death, death from cancer, cancer related death, disease related death, tumor death, tumour death, tumor related death, tumour related death, death due to disease, death due to cancer',
      de: 'tumortod, tumorbedingter tod, tumorbedingt verstorben, am tumor verstorben, an tumor verstorben',
      es: 'muerte por enfermedad, muerto por enfermedad, exitus por enfermedad, éxitus por tumor, décès par cancer',
      zh: '死于肿瘤, 死于疾病, 死于本病, 肿瘤死亡, 肿瘤相关死亡, 疾病死亡, 因癌死亡, 癌死, 因病死亡',
    }),
  ),
  ...named(
    'deadOfOther',
    inLanguages({
      en: 'doc, dooc, doic, dead of other cause, dead of other causes, died of other cause, died of other causes, death from other cause, death from other causes, dead of other disease, dead of intercurrent disease, other death, other cause of death, non cancer death, non tumor death, death due to other cause, dead of toxicity, treatment related death',
      de: 'andere todesursache, tumorunabhängig verstorben, anderer tod, an anderer ursache verstorben',
      es: 'muerte por otra causa, muerto por otra causa, exitus por otra causa, éxitus por otra causa, décès autre cause',
      zh: '死于其他, 死于其他原因, 死于其它原因, 其他原因死亡, 其它原因死亡, 其他死亡, 非肿瘤死亡, 非肿瘤相关死亡, 非癌死亡',
    }),
  ),
  ...named(
    'aliveWith',
    inLanguages({
      en: 'awd, alive with disease, alive with evidence of disease, alive with tumor, alive with tumour, alive with recurrence, alive with progression, living with disease',
      de: 'lebt mit tumor, lebend mit tumor, lebt mit erkrankung',
      es: 'vivo con enfermedad, viva con enfermedad, vivant avec maladie',
      zh: '带瘤生存, 带瘤存活, 荷瘤生存, 有瘤生存, 带病生存',
    }),
  ),
  ...named(
    'aliveWithout',
    inLanguages({
      en: 'ned, aned, awod, anod, no evidence of disease, alive without disease, alive without evidence of disease, alive no evidence of disease, alive ned, alive disease free, disease free, alive with no evidence of disease, alive with no disease, alive tumor free, alive tumour free',
      de: 'lebt tumorfrei, lebend ohne tumor, lebt ohne tumor, tumorfrei',
      es: 'vivo sin enfermedad, viva sin enfermedad, vivant sans maladie',
      zh: '无瘤生存, 无瘤存活, 无病生存, 无病存活',
    }),
  ),
  ...named(
    'dead',
    inLanguages({ en: 'dead, died, death, deceased', de: 'tot, verstorben', zh: '死亡' }),
  ),
  ...named('alive', inLanguages({ en: 'alive, living', de: 'lebt, lebend', zh: '存活, 生存' })),
]);

function named(state: PatientState, words: readonly string[]): [string, PatientState][] {
  return words.map((word) => [word, state]);
}

function stateOf(meaning: string): PatientState | null {
  if (isUnknown(meaning)) return 'unknown';
  const plain = meaning
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return meanings.get(plain) ?? null;
}

/** The state that each value means; null where one means none, or no cause of death is told. */
export function patientStates(
  values: readonly string[],
  meaningOf: (value: string) => string = (value) => value,
): Map<string, PatientState> | null {
  if (values.length < 2) return null;
  const states = new Map<string, PatientState>();
  for (const value of values) {
    const state = stateOf(meaningOf(value));
    if (state === null) return null;
    states.set(value, state);
  }
  const told = [...states.values()];
  const dead = told.includes('deadOfDisease') || told.includes('deadOfOther');
  return dead && told.some((state) => state.startsWith('alive')) ? states : null;
}

const deaths: readonly PatientState[] = ['dead', 'deadOfDisease', 'deadOfOther'];

/** The states that are events of an endpoint; `sure`: alive with disease is known to be one, or none. */
export function eventStates(endpoint: string): { states: readonly PatientState[]; sure: boolean } {
  if (endpoint === 'OS') return { states: deaths, sure: true };
  if (endpoint === 'DSS') return { states: ['deadOfDisease'], sure: true };
  // Who was without disease at the start, and has it now, relapsed.
  const relapse = endpoint === 'DFS' || endpoint === 'RFS';
  return { states: [...deaths, 'aliveWith'], sure: relapse };
}
