// The reference cases as rows: the methods that most cases cover first.
import { text } from '../text/text.ts';

const words = text.checked.table.methods;

/** Method, what of R it was compared with, number of cases. */
export function referenceRows(
  methods: Readonly<Record<string, number>>,
): [string, string, string][] {
  return Object.entries(methods)
    .sort(([, a], [, b]) => b - a)
    .map(([method, cases]) => {
      const [name, inR] = words[method] ?? [method, ''];
      return [name, inR, text.checked.cases(cases)];
    });
}
