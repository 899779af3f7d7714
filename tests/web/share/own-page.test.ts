import { expect, it, vi } from 'vitest';

vi.mock('virtual:page-template', () => ({ default: '' }));
const { broughtIn } = await import('../../../web/share/own-page.ts');

it('takes of a report what has the shape of something shared', () => {
  const results = { riskset: 1, kind: 'results', text: 'AQ' };
  const rows = { kind: 'rows', text: 'AR', further: true };
  expect(broughtIn(JSON.stringify([results, rows]))).toEqual([
    { kind: 'results', text: 'AQ' },
    { kind: 'rows', text: 'AR' },
  ]);
});

it.each([
  '',
  'null',
  '{',
  '{}',
  '"results"',
  '[null, 1, "x", []]',
  '[{"kind":"results"}]',
  '[{"kind":"results","text":1}]',
  '[{"kind":"script","text":"alert(1)"}]',
  '[{"kind":"__proto__","text":"AQ"}]',
  '[{"__proto__":{"kind":"rows","text":"AQ"}}]',
])('takes nothing of %j', (json) => {
  expect(broughtIn(json)).toEqual([]);
});
