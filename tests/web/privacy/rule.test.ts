import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { contentSecurityPolicy } from '../../../web/bundle/policy.ts';
import { linesOfRule, nameOfLine } from '../../../web/privacy/rule.ts';
import { text } from '../../../web/text/text.ts';

let carried: { content: string } | null;

beforeEach(() => {
  carried = { content: contentSecurityPolicy('script', 'style') };
  vi.stubGlobal('document', { querySelector: () => carried });
});
afterEach(() => vi.unstubAllGlobals());

it('every line of the policy has its words, and there are words for no other', () => {
  const names = linesOfRule()!.map(nameOfLine);
  expect(names).toContain('connect-src');
  expect(names.toSorted()).toEqual(Object.keys(text.privacy.rule.lines).toSorted());
});

it('lines are shown as they stand in the page, fingerprints cut short', () => {
  expect(linesOfRule()).toContain("connect-src 'none'");
  expect(linesOfRule()).toContain("script-src 'sha256-…' 'wasm-unsafe-eval'");
});

it('a page without a policy has no lines to explain', () => {
  carried = null;
  expect(linesOfRule()).toBeNull();
});
