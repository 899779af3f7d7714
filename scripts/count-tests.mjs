// Prints "passed failed" of a JUnit report: node scripts/count-tests.mjs REPORT EXIT_STATUS
// A run that failed without a failing test (it did not build, or broke off) counts as one failure.
import { readFileSync } from 'node:fs';

/** @param {string} report @returns {{ tests: number, failed: number, skipped: number }} */
function counts(report) {
  const cases = [...report.matchAll(/<testcase\b[^>]*?(?:\/>|>([^]*?)<\/testcase>)/g)];
  const having = (/** @type {RegExp} */ mark) =>
    cases.filter(([, body = '']) => mark.test(body)).length;
  return {
    tests: cases.length,
    failed: having(/<(?:failure|error)\b/),
    skipped: having(/<skipped\b/),
  };
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const [file = '', status = '1'] = process.argv.slice(2);
const { tests, failed, skipped } = counts(read(file));
const broken = failed === 0 && (status !== '0' || tests === 0) ? 1 : 0;
console.log(tests - failed - skipped, failed + broken);
