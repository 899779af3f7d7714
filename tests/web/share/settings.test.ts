import { expect, test } from 'vitest';

import { workingCohort } from '../../../web/data/changes/working-cohort.ts';
import { restoredSetup } from '../../../web/data/saved/restore.ts';
import type { Setup } from '../../../web/data/setup.ts';
import { analysisIn } from '../../../web/share/documents.ts';
import { fragment } from '../../../web/share/envelope.ts';
import { freeTexts, withoutColumns } from '../../../web/share/free-text.ts';
import { documentOf, textOf } from '../../../web/share/link.ts';
import { resultsDocument } from '../../../web/share/results.ts';
import { settingsDocument } from '../../../web/share/settings.ts';
import { open, rowsOf } from '../data/support.ts';
import { answersTo, fileText } from '../support/engine.ts';

test('whoever has the table gets the same setup from the settings', async () => {
  const { cohort, setup } = open(fileText('web/examples/rechallenge_cohort.csv'));
  const chosen: Setup = {
    ...setup,
    factors: ['age', 'ecog'],
    factorsChosen: true,
    where: [{ column: 'age', atLeast: 45 }],
    options: {
      ...setup.options,
      level: 0.9,
      survival: { ...setup.options.survival, interval: 'logLog' },
    },
  };
  const text = await textOf(settingsDocument(cohort, chosen, 'ab'.repeat(32)));
  expect(fragment('settings', text).length).toBeLessThan(2500);
  const analysis = analysisIn(await documentOf('settings', text))!;
  expect(analysis.cohort?.sha256).toBe('ab'.repeat(32));
  expect(restoredSetup(cohort, analysis)).toStrictEqual(chosen);
  expect(JSON.stringify([...answersTo(cohort, restoredSetup(cohort, analysis))])).toBe(
    JSON.stringify([...answersTo(cohort, chosen)]),
  );
});

/** A table with something unmistakable in each cell that may go nowhere. */
const marked = `patient_id,initials,arm,start_date,death_date,last_date,age,os_months,os_event,comment,remark\n${rowsOf(
  40,
  (n) =>
    [
      `MARKid${n}`,
      `MARKini${n}`,
      n % 2 ? 'Control' : 'New',
      `2021-03-${String((n % 27) + 1).padStart(2, '0')}`,
      n % 3 ? `2022-05-${String((n % 27) + 1).padStart(2, '0')}` : '',
      `2022-09-${String((n % 27) + 1).padStart(2, '0')}`,
      50 + n,
      n + 0.25,
      n % 3 ? 1 : 0,
      n % 4 ? `MARKcomment${n}` : '',
      n % 5 ? '' : `MARKremark${n}`,
    ].join(','),
)}`;

test('a column stays where one of its cells tells of somebody, and groups of years go', () => {
  const { cohort, setup } = open(
    `patient_id,arm,fall,period,os_months,os_event\n${rowsOf(
      24,
      (n) =>
        `P${n},${n % 2 ? 'A' : 'B'},${n === 7 ? 'fell at home with Anna' : n % 3 ? 'no' : 'yes'},${n % 4 ? '2015-2019' : '2020-2024'},${n},1`,
    )}`,
  );
  expect(setup.covariates).toStrictEqual(['fall', 'period']);
  expect(freeTexts(cohort, setup)).toStrictEqual(['fall']);
});

function staysBeside(others: readonly string[], one: string, rows = 1): boolean {
  const { cohort, setup } = open(
    `patient_id,arm,remark,os_months,os_event\n${rowsOf(
      40,
      (n) => `P${n},${n % 2 ? 'A' : 'B'},"${n <= rows ? one : others[n % others.length]!}",${n},1`,
    )}`,
  );
  expect(setup.covariates).toContain('remark');
  return freeTexts(cohort, setup).includes('remark');
}

const remarks = ['none', 'ok', 'fine', 'good'];

test.each([
  'Anna Smith',
  'Oluwaseun Adeyemi',
  'Adeyemi, Oluwaseun',
  'J. Smith',
  '12 May',
  'MRN 48213',
])('a column of remarks stays where one is %j', (one) => {
  expect(staysBeside(remarks, one)).toBe(true);
  expect(staysBeside(remarks, one, 2)).toBe(true);
  expect(staysBeside(remarks, one, 3)).toBe(false);
});

test('a Chinese name stays beside what are none', () => {
  expect(staysBeside(['无', '正常', '高血压'], '张伟')).toBe(true);
  expect(staysBeside(['无', '糖尿病'], '欧阳小明')).toBe(true);
  expect(staysBeside(['无', '糖尿病'], '黄疸')).toBe(false);
  expect(staysBeside(['无', '糖尿病'], '高血压')).toBe(false);
  expect(staysBeside(['无', '糖尿病'], '高热')).toBe(false);
  expect(staysBeside(['小学', '大学'], '高中')).toBe(false);
  expect(staysBeside(['从不', '现在'], '曾经')).toBe(false);
  expect(staysBeside(['低表达', '无'], '高表达')).toBe(false);
  expect(staysBeside(['低风险', '无'], '高风险')).toBe(false);
  expect(staysBeside(['无', '糖尿病'], '高伟')).toBe(true);
});

test.each([
  [['none', 'haemophilia'], 'Von Willebrand'],
  [['none', 'myeloma'], 'Hodgkin Lymphoma'],
  [['none'], 'Stevens-Johnson syndrome'],
  [['Child-Pugh B', 'Child-Pugh C'], 'Child-Pugh A'],
  [['Lung', 'Liver'], 'Soft Tissue'],
  [['France', 'Spain'], 'United Kingdom'],
  [['pembrolizumab', 'none'], 'Nivolumab'],
  [['Stage IIIA', 'Stage IIIB'], 'Stage IV'],
  [['Gleason 6', 'Gleason 7'], 'Gleason 9'],
  [['II', 'III'], 'Grade 3'],
  [['B. Secondary', 'C. Unsure'], 'A. Primary'],
  [['II. Linie', 'III. Linie'], 'I. Linie'],
])('a column of %j goes with one %j', (others, one) => {
  expect(staysBeside(others, one)).toBe(false);
});

const markers = [/MARK/, /2021-0/, /2022-0/, /EDIT/, /WHY/];

test.each(['settings', 'results'] as const)(
  'no marker of an identifier, a text, a date or an edit stands in a %s link',
  async (kind) => {
    const { cohort, setup } = open(marked);
    const changed: Setup = {
      ...setup,
      edits: [
        { row: 1, column: 'initials', value: 'EDITini', why: 'WHY1' },
        { row: 2, column: 'comment', value: 'EDITcomment', why: 'WHY2' },
        { row: 3, column: 'age', value: '77.7', why: 'WHY3' },
        { row: 4, column: 'death_date', value: '2022-06-30', why: 'WHY4' },
        { row: 5, column: 'patient_id', value: 'EDITid', why: 'WHY5' },
      ],
      exclude: [
        { row: 17, why: 'WHY excluded' },
        { row: 23, why: '' },
      ],
    };
    const own = workingCohort(cohort, changed);
    expect(freeTexts(own, changed)).toStrictEqual(['remark']);
    const safe = withoutColumns(changed, freeTexts(own, changed));
    const text =
      kind === 'settings'
        ? await textOf(settingsDocument(own, safe, null))
        : await textOf(resultsDocument(own, safe, answersTo(own, safe), '0.1.0'));
    const written = JSON.stringify(await documentOf(kind, text));
    for (const marker of markers) expect(written).not.toMatch(marker);
    expect(written).not.toContain('77.7');
    expect(written).not.toMatch(/"row":(17|23)/);
    expect(written).toContain('Control');
  },
);

test('an edit that made a new level leaves no trace in the settings', () => {
  const { cohort, setup } = open(fileText('web/examples/rechallenge_cohort.csv'));
  const edits = [{ row: 1, column: 'sex', value: 'EDITED', why: '' }];
  const changed: Setup = {
    ...setup,
    edits,
    types: new Map(setup.types).set('sex', {
      ...setup.types.get('sex')!,
      levels: ['EDITED', 'Female', 'Male'],
    }),
  };
  const document = settingsDocument(workingCohort(cohort, changed), changed, null);
  expect(JSON.stringify(document)).not.toContain('EDITED');
  expect(restoredSetup(cohort, document.analysis).types.get('sex')?.levels).toStrictEqual([
    'Female',
    'Male',
  ]);
});
