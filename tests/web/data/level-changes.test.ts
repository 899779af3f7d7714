import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { buildAnalysisFile } from '../../../web/data/analysis-file.ts';
import {
  canMerge,
  withLevelOrder,
  withMerged,
  withoutMerges,
  withSplit,
} from '../../../web/data/level-changes.ts';
import { readText } from '../../../web/data/read-csv.ts';
import { levelTexts } from '../../../web/data/row-values.ts';
import { contentOf } from '../../../web/data/setup.ts';
import { withMissing, withOtherArm } from '../../../web/data/setup-changes.ts';
import { analyzeTable, loadEngine } from '../../../web/runner/analyze.ts';
import { open, rowsOf } from './support.ts';

const engine = await loadEngine(new URL('../../../build/wasm/riskset.wasm', import.meta.url));
const example = readFileSync(
  new URL('../../../web/examples/rechallenge_cohort.csv', import.meta.url),
  'utf8',
);

/** Everything the engine says about a cohort, but for what only names the file. */
function answers({ cohort, setup }: ReturnType<typeof open>, text: string) {
  const read = readText(text);
  if (!read.ok) throw new Error(read.problem);
  return analyzeTable(engine, buildAnalysisFile(cohort, setup), read.table);
}

const doses = `arm,os_months,os_event,sex\n${rowsOf(
  60,
  (n) =>
    `${['placebo', '5 mg', '10 mg'][n % 3]},${(n * 7) % 41}.5,${n % 4 ? 1 : 0},${n % 2 ? 'm' : 'f'}`,
)}`;

describe('order', () => {
  test('the first level is the reference of the model; one that is left out follows', () => {
    const { setup, cohort } = open(example);
    const after = withLevelOrder(setup, 'pathology', ['Intestinal']);
    const levels = buildAnalysisFile(cohort, after).columns!['pathology']!.levels!;
    expect(levels[0]).toBe('Intestinal');
    expect(levels).toHaveLength(setup.types.get('pathology')!.levels.length);
    expect(contentOf(cohort, after, 'pathology')!.values[0]!.value).toBe('Intestinal');
  });

  test('of the arm column it is the order of the arms', () => {
    const { setup, cohort } = open(doses);
    const after = withLevelOrder(setup, 'arm', ['10 mg', 'placebo', '5 mg']);
    expect(after.armLevels).toEqual(['10 mg', 'placebo', '5 mg']);
    expect(buildAnalysisFile(cohort, after).columns!['arm']!.levels).toEqual(after.armLevels);
  });

  test('a column of numbers has none', () => {
    const { setup } = open(example);
    expect(withLevelOrder(setup, 'age', ['70'])).toBe(setup);
  });
});

describe('merging', () => {
  test('arms that are merged are compared as if the file had been written so', () => {
    const opened = open(doses);
    const merged = withMerged(opened.cohort, opened.setup, 'arm', 'active', ['5 mg', '10 mg']);
    expect(merged.armLevels).toEqual(['placebo', 'active']);
    const recoded = doses.replaceAll('5 mg', 'active').replaceAll('10 mg', 'active');
    const there = answers({ cohort: opened.cohort, setup: merged }, doses);
    expect(there).toEqual(answers(open(recoded), recoded));
    expect(there.results.find(({ id }) => id === 'hr:OS')?.ok).toBe(true);
  });

  test('a column of too many values becomes the arm once there are few enough', () => {
    const text = `site,os_months,os_event\n${rowsOf(40, (n) => `S${n % 10},${n}.5,${n % 2}`)}`;
    const { cohort, setup } = open(text);
    const refused = withOtherArm(cohort, setup, 'site');
    expect(refused).toMatchObject({ arm: null, refusedArm: 'site' });
    const after = withMerged(cohort, refused, 'site', 'rest', ['S3', 'S4', 'S5', 'S6', 'S7']);
    expect(after).toMatchObject({ arm: 'site', refusedArm: null });
    expect(after.armLevels).toHaveLength(6);
    const apart = withSplit(after, 'site', 'rest');
    expect(apart).toMatchObject({ arm: null, armLevels: [], refusedArm: 'site' });
  });

  test('the counts of a covariate are added, and taken apart it is as before', () => {
    const { cohort, setup } = open(example);
    const before = contentOf(cohort, setup, 'pathology')!.values;
    const [a, b] = before as [(typeof before)[0], (typeof before)[0]];
    const after = withMerged(cohort, setup, 'pathology', 'Any', [a.value, b.value]);
    expect(contentOf(cohort, after, 'pathology')!.values[0]).toEqual({
      value: 'Any',
      count: a.count + b.count,
    });
    expect(new Set(levelTexts(cohort, after, 'pathology'))).not.toContain(a.value);
    expect(withSplit(after, 'pathology', 'Any')).toEqual(setup);
  });

  test('into a level that is there, twice over, and renamed: the values stay known', () => {
    const { cohort, setup } = open(`x,y\n${rowsOf(24, (n) => `${'abcd'[n % 4]},${n}`)}`);
    const once = withMerged(cohort, setup, 'x', 'a', ['b']);
    const twice = withMerged(cohort, once, 'x', 'a', ['c']);
    const named = withMerged(cohort, twice, 'x', ' not d ', ['a']);
    expect(named.types.get('x')).toMatchObject({
      levels: ['not d', 'd'],
      merge: new Map([['not d', ['a', 'b', 'c']]]),
    });
    expect(withMerged(cohort, named, 'x', 'b', ['d'])).toBe(named);
    expect(withMerged(cohort, named, 'x', '', ['d'])).toBe(named);
    expect(withoutMerges(named, 'x').types.get('x')?.levels).toEqual(['a', 'b', 'c', 'd']);
  });

  test('one level can have another name, and its own again', () => {
    const { cohort, setup } = open(doses);
    const renamed = withMerged(cohort, setup, 'sex', 'Female', ['f']);
    expect(buildAnalysisFile(cohort, renamed).columns!['sex']).toMatchObject({
      levels: ['Female', 'm'],
      merge: { Female: ['f'] },
    });
    expect(withMerged(cohort, renamed, 'sex', 'f', ['Female'])).toEqual(setup);
  });

  test('event values follow; an event merged with none is asked again', () => {
    const text = `os_months,status\n${rowsOf(30, (n) => `${n}.5,${['alive', 'dead', 'died'][n % 3]}`)}`;
    const { cohort, setup } = open(text);
    const os = { ...setup.endpoints[0]!, eventLevels: ['dead', 'died'], confirmed: true };
    const asked = { ...setup, endpoints: [os] };
    const after = withMerged(cohort, asked, 'status', 'death', ['dead', 'died']);
    expect(after.endpoints[0]).toMatchObject({ eventLevels: ['death'], confirmed: true });
    expect(answers({ cohort, setup: after }, text).results.every(({ ok }) => ok)).toBe(true);
    expect(withSplit(after, 'status', 'death').endpoints[0]!.eventLevels).toEqual(['dead', 'died']);
    const mixed = withMerged(cohort, asked, 'status', 'x', ['alive', 'dead']);
    expect(mixed.endpoints[0]).toMatchObject({ eventLevels: null, confirmed: false });
  });

  test('response values follow; two meanings merged are a question', () => {
    const { cohort, setup } = open(example);
    const same = withMerged(cohort, setup, 'best_response', 'none', ['NE']);
    expect(same.response!.levels.get('none')).toBe('NE');
    const mixed = withMerged(cohort, setup, 'best_response', 'control', ['PR', 'SD']);
    expect(mixed.response!.levels.get('control')).toBeNull();
    expect(withSplit(mixed, 'best_response', 'control').response).toEqual(setup.response);
  });

  test('grades are not merged: their numbers say what is severe', () => {
    const { cohort, setup } = open(example);
    const grade = setup.grade!;
    expect(canMerge(setup, grade)).toBe(false);
    expect(withMerged(cohort, setup, grade, 'any', ['1', '2'])).toBe(setup);
  });

  test('a part that is counted as missing leaves the merge, which keeps its place', () => {
    const { cohort, setup } = open(`x,y\n${rowsOf(24, (n) => `${'abcd'[n % 4]},${n}`)}`);
    const merged = withMerged(cohort, withLevelOrder(setup, 'x', ['d']), 'x', 'ab', ['a', 'b']);
    const after = withMissing(cohort, merged, 'x', ['a']);
    expect(after.types.get('x')).toMatchObject({
      levels: ['d', 'ab', 'c'],
      merge: new Map([['ab', ['b']]]),
    });
    expect(withMissing(cohort, merged, 'x', ['ab']).types.get('x')).toMatchObject({
      levels: ['d', 'c'],
      merge: new Map(),
      missing: ['a', 'b'],
    });
  });
});
