import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { FoundClaim } from '../../../web/data/paper/paper.ts';

const asked: { id: string }[][] = [];
let verdict = 'consistent';

vi.mock('../../../web/engine/pool.ts', () => ({
  createPool: () => ({
    width: 1,
    analyze: (file: { analyses: { id: string }[] }) => {
      asked.push(file.analyses);
      const results = file.analyses.map(({ id }) => ({
        ok: true,
        id,
        method: 'checkClaim',
        value: { verdict },
      }));
      return Promise.resolve({ results, problem: null, engine: '0' });
    },
  }),
}));

const store = await import('../../../web/data/store.ts');
const { parseSaved } = await import('../../../web/data/saved/document.ts');
const { isPaperAlone, restoredPaper } = await import('../../../web/data/saved/paper.ts');
const { savedClaimsText, savedText } = await import('../../../web/data/saved/save.ts');
const { gapOf } = await import('../../../web/data/paper/analyses.ts');

const text = 'ORR 6.0% of 34 and DCR 38.3% of 34; nausea in 12.5%.';
const at = (printed: string) => {
  const from = text.indexOf(printed);
  return [from, from + printed.length] as const;
};
const found: FoundClaim[] = [
  { claim: { kind: 'percentOfN', percent: '6.0', n: '34' }, places: [at('6.0% of 34')] },
  { claim: { kind: 'percentOfN', percent: '38.3', n: '34' }, places: [at('38.3% of 34')] },
  { claim: { kind: 'percentOfN', percent: '12.5' }, places: [at('12.5%')] },
];
const claims = () => store.paper.value.claims;
const written = (content: string) => {
  const parsed = parseSaved(content, 'paper.riskset.json');
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.file;
};

beforeEach(() => {
  store.clearPaper();
  store.beginTyping();
  store.setPaperText(text, found);
});

describe('a paper', () => {
  test('keeps corrections and removals while its text changes', () => {
    const [, second, third] = claims();
    store.correctClaim(third!.id, { kind: 'percentOfN', percent: '12.5', n: '8' });
    store.removeClaim(second!.id);
    const longer = `New words. ${text}`;
    const moved = found.map((one) => ({
      ...one,
      places: one.places.map(([from, to]) => [from + 11, to + 11] as const),
    }));
    store.setPaperText(longer, moved);
    expect(claims().map(({ claim }) => claim)).toEqual([
      { kind: 'percentOfN', percent: '6.0', n: '34' },
      { kind: 'percentOfN', percent: '12.5', n: '8' },
    ]);
    store.addClaims([{ kind: 'pValue', p: '1.2' }]);
    store.setPaperText('', []);
    expect(claims()).toMatchObject([{ by: 'hand', claim: { p: '1.2' } }]);
  });

  test('undoes each decision, and what was typed at once as one', () => {
    store.clearPaper();
    store.beginTyping();
    for (let end = 1; end < 20; end += 1) store.setPaperText(text.slice(0, end), []);
    expect(store.paper.value.text).toHaveLength(19);
    store.undo();
    expect(store.paper.value.text).toBe('');
    store.redo();
    expect(store.paper.value.text).toHaveLength(19);
    store.setPaperText(text, found);
    store.removeClaim(claims()[0]!.id);
    store.undo();
    expect(claims()).toHaveLength(3);
  });

  test('outlives the opening of a table, with its steps', async () => {
    await store.openText('arm,os_months,os_event\na,1,1\nb,2,0');
    expect(claims()).toHaveLength(3);
    store.removeClaim(claims()[0]!.id);
    store.undo();
    expect(store.cohort.value).not.toBeNull();
    expect(claims()).toHaveLength(3);
    expect(store.unsaved.value).toBe(true);
  });

  test('is saved with a table as analyses, and alone', async () => {
    store.correctClaim(claims()[0]!.id, { kind: 'percentOfN', percent: '6.0', n: '50' });
    store.removeClaim(claims()[1]!.id);
    const alone = written(savedClaimsText(store.paper.value));
    expect(isPaperAlone(alone)).toBe(true);
    expect(restoredPaper(alone)).toEqual(store.paper.value);
    expect(alone.analyses).toEqual([
      { id: claims()[0]!.id, method: 'checkClaim', kind: 'percentOfN', percent: '6.0', n: '50' },
    ]);
    await store.openText('arm,os_months,os_event\na,1,1\nb,2,0');
    const { cohort, setup, paper } = store;
    const both = written(savedText(cohort.value!, setup.value, null, paper.value));
    expect(isPaperAlone(both)).toBe(false);
    expect(restoredPaper(both)).toEqual(paper.value);
  });

  test('keeps that a size is assumed', () => {
    const claim = { kind: 'percentOfN', percent: '53.3', n: '151', nAssumed: true } as const;
    store.correctClaim(claims()[0]!.id, claim);
    const saved = restoredPaper(written(savedClaimsText(store.paper.value)));
    expect(saved!.claims[0]!.claim).toEqual(claim);
  });

  test('opens from a file without a table, and from one that a person wrote', async () => {
    const content = savedClaimsText(store.paper.value);
    const before = store.paper.value;
    store.clearPaper();
    const file = (text_: string) => new File([text_], 'paper.riskset.json');
    expect(await store.openFile(file(content))).toBe(true);
    expect(store.paper.value).toEqual(before);
    const byHand = {
      riskset: 1,
      analyses: [{ id: 'orr', method: 'checkClaim', kind: 'percentOfN', percent: 6, n: 34 }],
    };
    expect(await store.openFile(file(JSON.stringify(byHand)))).toBe(true);
    expect(claims()).toEqual([
      { id: 'orr', by: 'hand', places: [], claim: { kind: 'percentOfN', percent: '6', n: '34' } },
    ]);
    store.undo();
    expect(store.paper.value).toEqual(before);
  });

  test('takes nothing foreign from a file', () => {
    const foreign = {
      riskset: 1,
      analyses: [{ id: 'a', method: 'checkClaim', kind: 'percentOfN', n: '5', html: '<b>' }],
      page: {
        paper: {
          text: 'x',
          marks: [
            {
              id: 'a',
              places: [
                [0, 99],
                [-1, 1],
                [0, 1],
              ],
            },
          ],
        },
      },
    };
    expect(restoredPaper(written(JSON.stringify(foreign)))).toMatchObject({
      claims: [{ claim: { kind: 'percentOfN', n: '5' }, places: [[0, 1]] }],
    });
    const wrong = { riskset: 1, page: { paper: { text: 'x', marks: [{ by: 'magic' }] } } };
    expect(parseSaved(JSON.stringify(wrong), 'f').ok).toBe(false);
  });
});

describe('answers', () => {
  test('are asked together, once for each claim, and never shown to another', async () => {
    asked.length = 0;
    const first = { kind: 'pValue', p: '0.1' } as const;
    const second = { kind: 'pValue', p: '0.2' } as const;
    expect(store.answerTo(first)).toEqual({ state: 'computing' });
    expect(store.answerTo(second)).toEqual({ state: 'computing' });
    await vi.waitFor(() => expect(store.answerTo(first)).toMatchObject({ state: 'done' }));
    verdict = 'impossible';
    expect(store.answerTo({ kind: 'pValue', p: '0.3' })).toEqual({ state: 'computing' });
    expect(store.answerTo({ ...second })).toMatchObject({ check: { verdict: 'consistent' } });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toHaveLength(2);
  });

  test.each([
    [{ kind: 'percentOfN', percent: '6.0' }, 'n'],
    [{ kind: 'twoArmCounts', arms: [{ n: '9', count: '3' }], p: '0.1' }, 'n'],
    [{ kind: 'twoArmCounts', arms: [{ n: '9' }, { n: '9', count: '3' }] }, 'counts'],
    [{ kind: 'ratioWithInterval', value: '0.4', lower: '0.2' }, 'interval'],
    [{ kind: 'testStatistic', statistic: '4.2', p: '0.04' }, 'df'],
    [{ kind: 'testStatistic', statistic: '2.1', p: '0.04', test: 'z' }, null],
    [{ kind: 'eventsAndRatio', value: '0.4' }, 'events'],
    [{ kind: 'pValue', p: '0.04' }, null],
  ] as const)('are asked for what is whole: %o', (claim, gap) => {
    expect(gapOf(JSON.parse(JSON.stringify(claim)))).toBe(gap);
  });
});
