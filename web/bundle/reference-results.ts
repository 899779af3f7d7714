import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import type { Plugin } from 'vite';

const name = 'virtual:reference-results';
const root = resolve(import.meta.dirname, '../..');
const folder = resolve(root, 'tests/reference');

/** What a case asks for: ours name the methods, the bank a topic. */
interface Case {
  analysis?: { analyses: { method: string }[] };
  topic?: string;
  spec?: { method?: string };
  source?: string;
  tolerance: { rel: number };
  expected: { tolerance?: { rel: number } }[] | object;
}

/** The methods that a case of the bank is translated to (tests/reference/translate). */
const methodsOfTopic: Record<string, string[]> = {
  survfit: ['kaplanMeier'],
  logrank: ['logRank'],
  cox: ['cox'],
  cox_firth: ['cox'],
  logistic_firth: ['logistic'],
  logistic: ['logistic'],
  proportion: ['proportion'],
  two_proportions: ['compareProportions'],
  rxc_tables: ['contingency'],
  trend: ['cochranArmitage'],
  cmh: ['cochranMantelHaenszel'],
  mcnemar: ['mcnemar'],
  distributions: ['distribution'],
  seed_cohort: ['bestResponse', 'proportion', 'kaplanMeier', 'logRank', 'cox'],
};

/**
 * `import { reference } from 'virtual:reference-results'` says which reference results the tests hold
 * the engine against. It is counted from the cases themselves by every build, never typed.
 */
export function referenceResults(): Plugin {
  return {
    name: 'riskset-reference-results',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      const licence = await readFile(resolve(root, 'LICENSE'), 'utf8');
      const year = /Copyright \(c\) (\d{4})/.exec(licence)?.[1];
      const reference = { ...summary(await readCases()), year };
      return `export const reference = ${JSON.stringify(reference)};`;
    },
  };
}

export async function readCases(): Promise<Case[]> {
  const cases: Case[] = [];
  for (const part of ['cases', 'bank']) {
    for (const file of (await readdir(resolve(folder, part))).sort()) {
      cases.push(...(JSON.parse(await readFile(resolve(folder, part, file), 'utf8')) as Case[]));
    }
  }
  return cases;
}

/** The bank's penalised models name theirs in the specification alone. */
function methodsOf({ topic = '', spec }: Case): readonly string[] | undefined {
  return methodsOfTopic[topic] ?? methodsOfTopic[spec?.method ?? ''];
}

export function summary(cases: readonly Case[]) {
  const methods: Record<string, number> = {};
  const made = new Set<string>();
  let loosest = 0;
  for (const one of cases) {
    const asked = one.analysis?.analyses.map(({ method }) => method);
    for (const method of new Set(asked ?? methodsOf(one))) {
      methods[method] = (methods[method] ?? 0) + 1;
    }
    const versions = /R \d[\d.]*(?:, \w+ \d[\d.-]*)*/.exec(one.source ?? '');
    if (versions !== null) made.add(versions[0]);
    const own = Array.isArray(one.expected) ? one.expected : [];
    for (const { tolerance } of [one, ...(own as Partial<Case>[])]) {
      loosest = Math.max(loosest, tolerance?.rel ?? 0);
    }
  }
  return {
    cases: cases.length,
    methods,
    made: [...made].sort(),
    loosestExponent: Number(loosest.toExponential().split('e')[1]),
  };
}
