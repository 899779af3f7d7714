import { describe, expect, test } from 'vitest';

import { findClaims } from '../../../web/claims/finder/find.ts';
import {
  emptyPaper,
  type Paper,
  withAdded,
  withClaim,
  withoutClaim,
  withText,
} from '../../../web/data/paper/paper.ts';
import { restoredPaper } from '../../../web/data/saved/paper.ts';
import { savedClaims } from '../../../web/data/saved/save.ts';
import { fragment, longestLink } from '../../../web/share/envelope.ts';
import { documentOf, textOf } from '../../../web/share/link.ts';
import { paperDocument, paperIn } from '../../../web/share/paper.ts';
import { reviewOfPaper } from '../../../web/share/review-paper.ts';
import { settingsDocument } from '../../../web/share/settings.ts';
import { modelAbstract } from '../../page/model-abstract.ts';
import { open } from '../data/support.ts';
import { fileText } from '../support/engine.ts';

const pasted = (text: string): Paper => withText(emptyPaper, text, findClaims(text));

/** With a result corrected, one removed and one added. */
function decided(): Paper {
  const paper = pasted(modelAbstract);
  const [first, second] = paper.claims;
  const corrected = withClaim(paper, second!.id, { ...second!.claim, n: '33' });
  const removed = withoutClaim(corrected, first!.id);
  return withAdded(removed, [{ kind: 'pValue', p: '1.2' }]);
}

const opened = async (text: string) => restoredPaper(paperIn(await documentOf('paper', text))!);

test('comes back with all that was decided about it, by a link that mail takes', async () => {
  const paper = decided();
  const text = await textOf(paperDocument(paper));
  expect(await opened(text)).toEqual(paper);
  expect(fragment('paper', text)).toMatch(/^p=A/);
  expect(fragment('paper', text).length).toBeLessThan(longestLink / 2);
});

test('takes nothing of a text that is no longer there along', () => {
  const paper = decided();
  expect(paperDocument(paper).analysis.page!.paper!.removed).toHaveLength(1);
  const other = withText(paper, 'ORR was 6.0% of 34.', findClaims('ORR was 6.0% of 34.'));
  const written = JSON.stringify(paperDocument(other));
  expect(other.removed).toHaveLength(1);
  expect(paperDocument(other).analysis.page!.paper!.removed).toEqual([]);
  expect(written).not.toContain('30.6%');
});

describe('the review', () => {
  test('says that text and figures go, and that a manuscript may be confidential', () => {
    const { also, kept, goes, stays, small } = reviewOfPaper(paperDocument(decided()), true);
    expect(also.map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
      `The pasted text, ${modelAbstract.length.toLocaleString('en')} characters`,
      '9 printed results with their figures, 1 as you corrected it, 1 that you added',
      'What you removed from the list: 1 printed result',
      'A paper holds no patient’s data, but one that is not published yet may be confidential: whoever has the link or the file can read all of this.',
    ]);
    expect(kept).toEqual(['Verdicts: they are computed again where it is opened']);
    expect([goes, stays, small]).toEqual([[], [], null]);
  });

  test('names a text only where there is one, and a table only where one is open', () => {
    const byHand = withAdded(emptyPaper, [{ kind: 'pValue', p: '1.2' }]);
    const { also, kept } = reviewOfPaper(paperDocument(byHand), false);
    expect(also[0]).toBe('1\u00a0printed result with its figures, 1 that you added');
    expect(also).toHaveLength(2);
    expect(kept).toContain('The open table, and all that you decided about it');
  });
});

describe('is refused', () => {
  const analysis = savedClaims(pasted('ORR was 6.0% of 34.'));
  const { cohort, setup } = open(fileText('web/examples/rechallenge_cohort.csv'));
  const many = Array.from({ length: 1001 }, () => ({ kind: 'pValue', p: '0.1' }));

  test.each<[string, unknown]>([
    ['without a paper', { riskset: 1, analyses: [] }],
    ['with anything of a table', { ...analysis, arm: 'arm' }],
    ['with another analysis', { ...analysis, analyses: [{ id: 'a', method: 'kaplanMeier' }] }],
    ['as an analysis of a table', settingsDocument(cohort, setup, null).analysis],
    ['with more results than anybody checks', { riskset: 1, analyses: many }],
    ['with a text that is none', { riskset: 1, page: { paper: { text: 1 } } }],
  ])('%s', (_, changed) => {
    expect(paperIn({ riskset: 1, kind: 'paper', analysis })).not.toBeNull();
    expect(paperIn({ riskset: 1, kind: 'paper', analysis: changed })).toBeNull();
  });
});
