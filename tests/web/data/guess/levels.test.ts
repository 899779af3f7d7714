import { describe, expect, test } from 'vitest';

import { guessReference, orderLevels } from '../../../../web/data/guess/levels.ts';

describe('orderLevels', () => {
  test.each([
    [['<1', '>=1']],
    [['<65', '65-74', '>=75']],
    [['0', '1', '2', '10']],
    [['I', 'II', 'IIIA', 'IIIB', 'IV']],
    [['Stage I', 'Stage II', 'Stage IV']],
    [['low', 'intermediate', 'high']],
    [['Negative', 'Positive']],
    [['No', 'Yes']],
    [['MSS', 'MSI-H']],
    [['wild type', 'mutant']],
    [['CR', 'PR', 'SD', 'PD', 'NE']],
    [['Diffuse or mixed', 'Intestinal']],
    [['Female', 'Male']],
    [['T1', 'T2', 'T10']],
  ])('puts %j in this order, from wherever they start', (levels) => {
    expect(orderLevels(levels.toReversed())).toEqual(levels);
    expect(orderLevels(levels)).toEqual(levels);
  });

  test('keeps every level once', () => {
    const levels = ['b', 'A', 'a', '10', '<5', '女', ''];
    expect(orderLevels(levels).toSorted()).toEqual(levels.toSorted());
  });
});

describe('guessReference', () => {
  test.each([
    [['Immunotherapy rechallenge', 'Chemotherapy'], 'Chemotherapy'],
    [['Chemotherapy plus nivolumab', 'Chemotherapy'], 'Chemotherapy'],
    [['Lev', 'Lev+5FU', 'Obs'], 'Obs'],
    [['Drug', 'Placebo'], 'Placebo'],
    [['SOC', 'New'], 'SOC'],
    [['Rechallenge', 'No rechallenge'], 'No rechallenge'],
    [['1', '0'], '0'],
    [['B', 'A'], 'A'],
    [['ARM A - FOLFIRI + CETUXIMAB', 'ARM B - FOLFIRI ALONE'], 'ARM B - FOLFIRI ALONE'],
    [['FOLFIRI + bevacizumab', 'FOLFIRI'], 'FOLFIRI'],
    [['Chemotherapy plus nivolumab', 'Nivolumab alone'], 'Nivolumab alone'],
    [['Nivo only', 'Chemotherapy'], 'Chemotherapy'],
    [['免疫联合化疗', '单纯化疗'], '单纯化疗'],
    [['Mit Bestrahlung', 'Ohne Bestrahlung'], 'Ohne Bestrahlung'],
  ])('takes from %j the comparator %s', (arms, reference) => {
    expect(guessReference(arms).reference).toBe(reference);
  });

  test('says when no name tells', () => {
    expect(guessReference(['A', 'B']).evidence).toBe(
      'No name tells which arm is the comparator: the first is taken.',
    );
    expect(guessReference([]).reference).toBeNull();
  });
});

test('many texts stay in the order of the file; many numbers are ordered', () => {
  const names = Array.from({ length: 1500 }, (_, at) => `P${1500 - at}`);
  expect(orderLevels(names)).toEqual(names);
  const numbers = Array.from({ length: 1500 }, (_, at) => String(1500 - at));
  expect(orderLevels(numbers)).toEqual(numbers.toReversed());
});
