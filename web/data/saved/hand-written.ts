// Analysis files that no page has written: what the setup can learn from their analyses.
import { gradeOf } from '../guess/codes.ts';
import { defaultOptions, type Options } from '../options.ts';
import { endpointColumns } from '../endpoint-dates.ts';
import { type Setup } from '../setup.ts';
import { texts } from './columns.ts';
import type { Label, SavedAnalysis } from './document.ts';

type Written = Record<string, unknown>;

const modelMethods = ['cox', 'coxTable', 'logistic', 'logisticTable'];

/** The setup from arm, endpoints and response, with the rest from the analyses or the guess. */
export function writtenElsewhere(file: SavedAnalysis, base: Setup, guess: Setup): Setup {
  const analyses = (file.analyses ?? []) as readonly Written[];
  const made = base.endpoints.flatMap(endpointColumns);
  const free = (name: string) =>
    base.types.has(name) &&
    name !== base.arm &&
    name !== base.response?.column &&
    name !== base.firstResponse &&
    !made.includes(name);
  const models = analyses.filter(({ method }) => modelMethods.includes(String(method)));
  const entered = unique(
    models.flatMap(({ method, terms, chosen, entry }) =>
      method === 'cox' || method === 'logistic' || entry === undefined || entry === 'all'
        ? names(terms)
        : entry === 'chosen'
          ? names(chosen)
          : [],
    ),
  ).filter(free);
  const listed = unique([
    ...models.flatMap(({ terms, chosen }) => [...names(terms), ...names(chosen)]),
    ...analyses.flatMap(({ method, factors }) => (method === 'subgroups' ? names(factors) : [])),
  ]).filter(free);
  const grade = gradeColumn(analyses, base);
  const covariates = listed.length > 0 ? listed : guess.covariates.filter(free);
  return {
    ...base,
    grade: grade !== null && free(grade) ? grade : null,
    adverseEvents: guess.adverseEvents.filter((name) => free(name) && name !== grade),
    identifiers: guess.identifiers.filter((name) => free(name) && !listed.includes(name)),
    covariates: covariates.filter((name) => name !== grade),
    factors: entered,
    factorsChosen: entered.length > 0,
    chosen: new Set(
      [
        base.arm,
        base.response?.column ?? null,
        base.firstResponse,
        grade,
        ...listed,
        ...made,
      ].filter((name) => name !== null),
    ),
    dateRoles: guess.dateRoles,
    // Who wrote an order into the file has said it.
    datesAnswered: new Set(
      Object.entries(file.columns ?? {}).flatMap(([name, { order }]) =>
        typeof order === 'string' && base.types.has(name) ? [name] : [],
      ),
    ),
    options: optionsOf(analyses),
  };
}

/** The column of a rate whose values are grades, from 3 upwards. */
function gradeColumn(analyses: readonly Written[], { types }: Setup): string | null {
  const rates = analyses.filter(
    ({ method }) => method === 'proportion' || method === 'compareProportions',
  );
  for (const { column, levels } of rates) {
    const own = typeof column === 'string' ? types.get(column) : undefined;
    if (own === undefined || !Array.isArray(levels)) continue;
    const severe = own.levels.filter((level) => (gradeOf(level) ?? 0) >= 3);
    const wanted = new Set(texts(levels as Label[]));
    const grades = own.levels.every((level) => gradeOf(level) !== null);
    if (grades && severe.length > 0 && severe.every((level) => wanted.has(level))) {
      return column as string;
    }
  }
  return null;
}

const intervals = ['log', 'logLog', 'plain', 'logit', 'arcsine'] as const;

/** What every analysis that says anything about it says alike. */
function optionsOf(analyses: readonly Written[]): Options {
  const agreed = <Value>(method: string | null, key: string, among: readonly Value[]) => {
    const asked = analyses.filter((one) => method === null || one['method'] === method);
    const said = asked.map((one) => one[key]);
    const value = among.find((one) => one === said[0]);
    return value !== undefined && said.every((one) => one === value) ? value : null;
  };
  const { survival, regression } = defaultOptions;
  const interval = agreed('kaplanMeier', 'interval', intervals);
  const ties = agreed('cox', 'ties', ['efron', 'breslow', 'exact'] as const);
  return {
    ...defaultOptions,
    level: agreed(null, 'level', [0.9, 0.95, 0.99] as const) ?? defaultOptions.level,
    survival: { ...survival, interval: interval ?? survival.interval },
    regression: { ...regression, ties: ties ?? regression.ties },
    logistic: logisticOf(analyses),
  };
}

/** The page shows the odds ratios of one outcome: of the first that is asked for. */
function logisticOf(analyses: readonly Written[]): Options['logistic'] {
  const first = analyses.find(({ method }) => method === 'logistic' || method === 'logisticTable');
  if (first === undefined) return defaultOptions.logistic;
  const { response, outcome, levels, penalty } = first;
  const [level = null] = texts([levels ?? []].flat() as Label[]);
  return {
    ...defaultOptions.logistic,
    shown: true,
    firth: penalty === 'firth',
    ...(response === 'orr' || response === 'dcr'
      ? { outcome: response }
      : typeof outcome === 'string' && { outcome: 'column', column: outcome, level }),
  };
}

function names(value: unknown): string[] {
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  return list.filter((item) => typeof item === 'string');
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}
