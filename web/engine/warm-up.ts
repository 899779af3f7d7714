// A browser compiles each function of the engine when it is first called, and compiles it well once
// it has run for some milliseconds. Made-up patients call those of every method, again and again,
// while the user still looks for the file, so that nobody waits for it.
import type { AnalysisFile, RawColumn } from '../../build/wasm/riskset.js';

type WarmUp = [file: AnalysisFile, columns: RawColumn[], rows: number];

const rows = 300;
/** About half a second in all, in steps of a few milliseconds: a question waits for one at most. */
const rounds = 30;

/** One small analysis after another. Their answers are shown to nobody. */
export function* warmUps(): Generator<WarmUp, undefined> {
  for (let round = 0; round < rounds; ++round) {
    for (const analysis of analyses) yield [{ ...cohort, analyses: [analysis] }, columns, rows];
  }
}

const arms = ['A', 'B'];
const responses = ['CR', 'PR', 'SD', 'PD', 'NE'];
const endpoint = 'OS';
const by = 'arm';

const cohort: Omit<AnalysisFile, 'analyses'> = {
  riskset: 1,
  columns: {
    arm: { type: 'category', levels: arms },
    sex: { type: 'category', levels: arms },
    response: { type: 'category', levels: responses },
    time: { type: 'number' },
    event: { type: 'number' },
    age: { type: 'number' },
  },
  arm: 'arm',
  endpoints: { OS: { time: 'time', event: 'event', eventLevels: ['1'] } },
  response: { column: 'response', levels: {} },
};

const analyses: AnalysisFile['analyses'] = [
  { id: 'curves', method: 'kaplanMeier', endpoint, by, times: [6, 12], differenceCurve: true },
  { id: 'follow-up', method: 'kaplanMeier', endpoint, by, reverse: true },
  { id: 'test', method: 'logRank', endpoint, by },
  { id: 'hazard', method: 'cox', endpoint, terms: ['arm', 'age'], hazardRatioOverTime: true },
  { id: 'table', method: 'coxTable', endpoint, terms: ['arm', 'sex', 'age'], entry: 'all' },
  { id: 'forest', method: 'subgroups', endpoint, factors: ['sex'] },
  { id: 'responses', method: 'bestResponse', by },
  { id: 'rate', method: 'compareProportions', column: 'response', levels: ['SD'], by },
];

const columns: RawColumn[] = [
  category('arm', arms, (row) => row),
  category('sex', arms, (row) => row >> 1),
  category('response', responses, (row) => row),
  number('time', (row) => ((row * 17) % 31) + 1),
  number('event', (row) => (row % 3 === 0 ? 0 : 1)),
  number('age', (row) => 40 + ((row * 7) % 40)),
];

function number(name: string, valueOf: (row: number) => number): RawColumn {
  const numbers = Float64Array.from({ length: rows }, (_, row) => valueOf(row));
  return { ...common(name), type: 'number', numbers };
}

function category(name: string, levels: string[], codeOf: (row: number) => number): RawColumn {
  const codes = Int32Array.from({ length: rows }, (_, row) => codeOf(row) % levels.length);
  return { ...common(name), type: 'category', levels, codes };
}

function common(name: string) {
  const empty = { numbers: new Float64Array(), levels: [], codes: new Int32Array() };
  return { name, guessed: false, problem: null, ...empty };
}
