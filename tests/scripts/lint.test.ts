import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '../..');
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lint-'));
  copyFileSync(join(project, '.oxlintrc.json'), join(root, '.oxlintrc.json'));
  mkdirSync(join(root, 'web/share'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

/** What the linter says of a page that consists of this code. */
function lint(code: string): { passed: boolean; said: string } {
  writeFileSync(join(root, 'web/share/planted.ts'), code);
  const program = join(project, 'node_modules/.bin/oxlint');
  const { status, stdout } = spawnSync(program, ['--deny-warnings'], {
    cwd: root,
    encoding: 'utf8',
  });
  return { passed: status === 0, said: stdout };
}

it.each([
  ["export const way = open('https://collect.example');", 'no-restricted-globals'],
  ["export const way = window.open('https://collect.example');", 'no-restricted-properties'],
  ['export const way = () => location.assign(String(1));', 'no-restricted-properties'],
  ['export const way = () => location.replace(String(1));', 'no-restricted-properties'],
  ['export const way = new RTCPeerConnection();', 'no-restricted-globals'],
  ["export const way = () => fetch('x');", 'no-restricted-globals'],
  ["export const way = navigator.sendBeacon('x', 'rows');", 'no-restricted-properties'],
  ["export const way: unknown = eval('1');", 'no-eval'],
  ["export const way = new Function('return 1');", 'no-new-func'],
  ["export const way = 'javascript:alert(1)';", 'no-script-url'],
])('finds %j', (code, rule) => {
  const { passed, said } = lint(code);
  expect(passed).toBe(false);
  expect(said).toContain(rule);
});

it('finds nothing in a page without a way out', () => {
  expect(lint("export const here = location.protocol === 'file:';")).toMatchObject({
    passed: true,
  });
});
