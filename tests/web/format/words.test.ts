import { describe, expect, test } from 'vitest';

import {
  armName,
  counted,
  inSentence,
  levelLabel,
  listed,
  rowList,
} from '../../../web/format/words.ts';

describe('words', () => {
  test('a label loses its capital inside a sentence unless it is an abbreviation', () => {
    expect(inSentence('Immunotherapy rechallenge')).toBe('immunotherapy rechallenge');
    expect(['FOLFOX', 'B', 'CPS group', '5-FU', ''].map((label) => inSentence(label))).toEqual([
      'FOLFOX',
      'B',
      'CPS group',
      '5-FU',
      '',
    ]);
  });

  test('a name of another language, of a person or in capitals keeps its own', () => {
    const kept = ['Therapiebeginn', 'Chemotherapie', 'Best Supportive Care', 'Child-Pugh class'];
    expect(kept.map((label) => inSentence(label))).toEqual(kept);
    expect(inSentence('Start Therapie')).toBe('Start Therapie');
    expect(
      ['Progression-free survival', 'Date of diagnosis', 'Pembrolizumab plus FOLFOX'].map((label) =>
        inSentence(label),
      ),
    ).toEqual(['progression-free survival', 'date of diagnosis', 'pembrolizumab plus FOLFOX']);
  });

  test('a capital that the file has not is taken back', () => {
    expect(inSentence('Lauren type', 'lauren_type')).toBe('lauren type');
    expect(inSentence('Lauren type', 'Lauren_type')).toBe('Lauren type');
    expect(inSentence('CPS group', 'cps_group')).toBe('CPS group');
  });

  test('a list ends with its conjunction', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => listed(items))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });

  test('a count agrees with its word', () => {
    expect(counted(1, 'death')).toBe('1\u00a0death');
    expect(counted(66, 'death')).toBe('66\u00a0deaths');
  });

  test('codes become signs', () => {
    expect(['>=1', '<1', '<= 3', 'MSI-H', '>65'].map(levelLabel)).toEqual([
      '≥\u00a01',
      '<\u00a01',
      '≤\u00a03',
      'MSI-H',
      '>\u00a065',
    ]);
  });
});

describe('names of arms and rows', () => {
  test('a code or a single letter says that it is an arm', () => {
    expect(['A', '1', 'yes', 'Chemotherapy', '>=2 lines'].map(armName)).toEqual([
      'Arm A',
      'Arm 1',
      'Arm yes',
      'Chemotherapy',
      '≥\u00a02 lines',
    ]);
    expect(inSentence(armName('B'))).toBe('arm B');
  });

  test('a long list of rows is cut', () => {
    expect(rowList([7])).toBe('row 7');
    expect(rowList([8, 61])).toBe('rows 8 and 61');
    expect(rowList(new Int32Array([1, 2, 3, 4, 5, 6, 7]))).toBe('rows 1, 2, 3, 4, 5 and 2 more');
  });
});
