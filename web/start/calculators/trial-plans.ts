// The calculators that plan a trial: their fields, what they ask the engine, what they say.
import type {
  LogRankSizes,
  TwoProportionsPower,
  TwoProportionsSize,
  TwoStageDesign,
} from '../../../build/wasm/riskset.js';
import { count, full, percent, ratio } from '../../format/numbers.ts';
import { text } from '../../text/text.ts';
import type { Line } from './lines.ts';
import type { Planned } from './planned-calculator.tsx';
import type { NumberField } from './planned-numbers.ts';

const words = text.trials;

const alpha: NumberField<'alpha'> = { name: 'alpha', label: words.alpha, kind: 'share' };
const power: NumberField<'power'> = { name: 'power', label: words.power, kind: 'share' };
const allocation: NumberField<'allocation'> = {
  name: 'allocation',
  label: words.allocation,
  kind: 'share',
};
const hazardRatio: NumberField<'hr'> = { name: 'hr', label: words.hazardRatio, kind: 'number' };
const rates: readonly NumberField<'p1' | 'p2'>[] = [
  { name: 'p1', label: words.firstRate, kind: 'share' },
  { name: 'p2', label: words.secondRate, kind: 'share' },
];

function powerAboveAlpha(numbers: { alpha: number; power: number }): string | null {
  return numbers.power > numbers.alpha / 2 ? null : words.powerTooLow;
}

const line = (name: string, value: string, key = false): Line => ({
  name: [name],
  value: [value],
  key,
});

export const logRankSize: Planned<
  'hr' | 'alpha' | 'power' | 'allocation' | 'events',
  'sampleSize'
> = {
  id: 'log-rank-size',
  title: words.logRankSize,
  what: words.logRankSizeWhat,
  fields: [
    hazardRatio,
    { name: 'events', label: words.eventProbability, kind: 'upToAll' },
    power,
    alpha,
    allocation,
  ],
  example: { hr: '0.7', events: '70', power: '80', alpha: '5', allocation: '50' },
  wrong: (numbers) => (numbers.hr === 1 ? words.ratioIsOne : powerAboveAlpha(numbers)),
  method: 'sampleSize',
  question: (numbers) => ({
    hazardRatio: numbers.hr,
    eventProbability: numbers.events,
    power: numbers.power,
    alpha: numbers.alpha,
    allocation: numbers.allocation,
  }),
  lines: ({ schoenfeld, freedman }: LogRankSizes) => [
    line(words.eventsBy(words.schoenfeld), count(schoenfeld.events), true),
    line(words.patientsBy(words.schoenfeld), count(schoenfeld.patientsForWholeEvents), true),
    line(words.eventsBy(words.freedman), count(freedman.events)),
    line(words.patientsBy(words.freedman), count(freedman.patientsForWholeEvents)),
    line(words.powerAt(count(schoenfeld.events)), percent(schoenfeld.power)),
  ],
  room: 5,
  how: () => [words.logRankSizeMethod],
};

export const logRankPower: Planned<
  'hr' | 'alpha' | 'power' | 'allocation' | 'events',
  'logRankPower'
> = {
  id: 'log-rank-power',
  title: words.logRankPower,
  what: words.logRankPowerWhat,
  fields: [
    hazardRatio,
    { name: 'events', label: words.events, kind: 'number' },
    alpha,
    allocation,
    { ...power, label: words.wantedPower },
  ],
  example: { hr: '0.5', events: '60', alpha: '5', allocation: '50', power: '80' },
  wrong: (numbers) => (numbers.hr === 1 ? words.ratioIsOne : powerAboveAlpha(numbers)),
  method: 'logRankPower',
  question: (numbers) => ({
    hazardRatio: numbers.hr,
    events: numbers.events,
    power: numbers.power,
    alpha: numbers.alpha,
    allocation: numbers.allocation,
  }),
  lines: (value, numbers) => [
    line(words.powerBy(words.schoenfeld), percent(value.power), true),
    line(words.powerBy(words.freedman), percent(value.freedmanPower)),
    line(
      words.detectable(percent(numbers.power)),
      words.orBeyond(ratio(value.detectable.lower), ratio(value.detectable.upper)),
    ),
  ],
  room: 3,
  how: () => [words.logRankPowerMethod],
};

export const ratesSize: Planned<
  'p1' | 'p2' | 'alpha' | 'power' | 'allocation',
  'twoProportionsSampleSize'
> = {
  id: 'rates-size',
  title: words.ratesSize,
  what: words.ratesSizeWhat,
  fields: [...rates, power, alpha, allocation],
  example: { p1: '10', p2: '30', power: '80', alpha: '5', allocation: '50' },
  wrong: (numbers) => (numbers.p1 === numbers.p2 ? words.ratesAreEqual : powerAboveAlpha(numbers)),
  method: 'twoProportionsSampleSize',
  question: ({ p1, p2, ...test }) => ({ p1, p2, ...test }),
  lines: ({ uncorrected, corrected }) => [
    line(words.uncorrected, sizes(uncorrected), true),
    fisherLine(words.fisherPower, uncorrected),
    line(words.corrected, sizes(corrected), true),
    fisherLine(words.fisherPower, corrected),
  ],
  room: 4,
  how: () => [words.ratesSizeMethod],
};

function sizes({ n1, n2, n }: TwoProportionsSize): string {
  return words.sizes(count(n1), count(n2), count(n));
}

function fisherLine(name: string, { fisherPower }: TwoProportionsPower): Line {
  return line(name, fisherPower === null ? words.tooManyTables : percent(fisherPower));
}

export const ratesPower: Planned<'p1' | 'p2' | 'n1' | 'n2' | 'alpha', 'twoProportionsPower'> = {
  id: 'rates-power',
  title: words.ratesPower,
  what: words.ratesPowerWhat,
  fields: [
    ...rates,
    { name: 'n1', label: words.firstSize, kind: 'whole' },
    { name: 'n2', label: words.secondSize, kind: 'whole' },
    alpha,
  ],
  example: { p1: '10', p2: '30', n1: '34', n2: '49', alpha: '5' },
  wrong: ({ p1, p2 }) => (p1 === p2 ? words.ratesAreEqual : null),
  method: 'twoProportionsPower',
  question: (numbers) => ({ ...numbers }),
  lines: (value) => [
    line(words.pearsonPower, percent(value.power), true),
    fisherLine(words.fisherPowerExact, value),
  ],
  room: 2,
  how: () => [words.ratesPowerMethod],
};

export const twoStage: Planned<'p0' | 'p1' | 'alpha' | 'power', 'simonTwoStage'> = {
  id: 'two-stage',
  title: words.twoStage,
  what: words.twoStageWhat,
  fields: [
    { name: 'p0', label: words.poorRate, kind: 'share' },
    { name: 'p1', label: words.goodRate, kind: 'share' },
    { name: 'alpha', label: words.oneSidedAlpha, kind: 'share' },
    power,
  ],
  example: { p0: '10', p1: '30', alpha: '5', power: '80' },
  wrong: ({ p0, p1 }) => (p1 > p0 ? null : words.goodAbovePoor),
  method: 'simonTwoStage',
  question: (numbers) => ({ ...numbers }),
  lines: ({ optimal, minimax }) => [
    ...designLines(words.optimal, optimal),
    ...designLines(words.minimax, minimax),
  ],
  room: 4,
  how: ({ exhaustive }) => [words.twoStageMethod(exhaustive)],
  none: words.noDesign,
};

function designLines(name: string, design: TwoStageDesign): Line[] {
  const { r1, n1, r, n, expectedSize, stopProbability, alpha: kept, power: reached } = design;
  return [
    line(name, words.rule(r1, n1, r, n), true),
    line(
      `${name}: ${words.properties}`,
      words.propertiesOf(
        full.expected(expectedSize),
        percent(stopProbability),
        percent(kept),
        percent(reached),
      ),
    ),
  ];
}
