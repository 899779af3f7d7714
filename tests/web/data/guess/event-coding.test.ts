import { describe, expect, test } from 'vitest';

import { eventValues, guessEventCoding } from '../../../../web/data/guess/event-coding.ts';
import { profileColumn } from '../../../../web/data/profile.ts';
import { column } from '../support.ts';

/** Events with the same follow-up for all, so that only the words decide. */
function coding(name: string, texts: string[], times = texts.map(() => 10)) {
  const content = profileColumn(name, column(texts));
  const values = content.values.map(({ value }) => value);
  return guessEventCoding(content, eventValues(column(texts), times, values));
}

describe('guessEventCoding', () => {
  test.each([
    [['0', '1'], '1'],
    [['No', 'Yes'], 'Yes'],
    [['alive', 'dead'], 'dead'],
    [['Alive', 'Deceased'], 'Deceased'],
    [['0:LIVING', '1:DECEASED'], '1:DECEASED'],
    [['censored', 'PD'], 'PD'],
    [['FALSE', 'TRUE'], 'TRUE'],
    [['1'], '1'],
  ])('takes from %j the value %s', (texts, event) => {
    expect(coding('os_event', texts).levels).toEqual([event]);
  });

  test('asks about 1 and 2, which files use both ways, and ticks the more usual one', () => {
    expect(coding('status', ['1', '2'])).toMatchObject({ levels: null, suggestion: ['2'] });
  });

  test('asks about values that say nothing, and about a column of which nobody has the event', () => {
    expect(coding('status', ['A', 'B'])).toMatchObject({ levels: null, suggestion: [] });
    expect(coding('os_event', ['0', '0'])).toMatchObject({ levels: null, suggestion: [] });
  });

  test('asks when one value is an event but the other is not known', () => {
    expect(coding('status', ['dead', 'unclear'])).toMatchObject({
      levels: null,
      suggestion: ['dead'],
    });
  });

  test('asks about three values, with the likely events ticked', () => {
    expect(coding('pfs_status', ['PD', 'death', 'censored'])).toMatchObject({
      levels: null,
      suggestion: ['death', 'PD'],
      evidence: 'pfs_status has 3 values; two are usual.',
    });
  });

  test('suspects the name of a reversed column', () => {
    expect(coding('censored', ['0', '1'])).toMatchObject({ levels: null, suggestion: ['0'] });
  });

  test('suspects reversed coding when those with the event were followed much longer', () => {
    const texts = [
      ...Array.from({ length: 6 }, () => '1'),
      ...Array.from({ length: 6 }, () => '0'),
    ];
    const long = texts.map((text) => (text === '1' ? 30 : 10));
    expect(coding('os_event', texts, long).levels).toBeNull();
    expect(coding('os_event', texts, long.toReversed()).levels).toEqual(['1']);
  });
});

test('eventValues puts each row under its value, counted from 1', () => {
  expect(eventValues(column(['1', '0', '1']), [5, null, 7], ['0', '1'])).toEqual([
    { value: '0', count: 1, rows: [2], medianTime: null },
    { value: '1', count: 2, rows: [1, 3], medianTime: 6 },
  ]);
});
