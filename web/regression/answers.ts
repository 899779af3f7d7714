// The results that the regression panel is made of, for each endpoint shown.
import type {
  AnalysisResult,
  CoxModel,
  CoxTableEffect,
  CoxTableRow,
  ProportionalHazards,
  Warning,
} from '../../build/wasm/riskset.js';
import type { EndpointSetup } from '../data/setup.ts';
import { answered, outcome, warningsOf, type Outcome } from '../panels/outcomes.ts';
import { endpointWords, type EndpointWords } from '../panels/endpoint-words.ts';
import { text } from '../text/text.ts';

/** What a table has of one coefficient: a hazard ratio or an odds ratio. */
export interface Effect {
  reference: boolean;
  ratio: number | null;
  lower: number | null;
  upper: number | null;
  p: number | null;
  aliased: boolean;
  diverging: boolean;
}

export interface EffectRow {
  name: string;
  level: string;
  reference: boolean;
  n: number;
  events: number;
  univariable: Effect | null;
  multivariable: Effect | null;
}

/** What table and sentence need of the models of one outcome. */
export interface OutcomeModels {
  ratio: 'hazard' | 'odds';
  /** "overall survival" */
  inSentence: string;
  /** What the hazards or odds are of: "death", "objective response". */
  of: string;
  /** Over the columns of the table: "Overall survival (66 deaths)". */
  head: string;
  /** Over the column of those with the outcome; null: it is left out. */
  eventsHead: string | null;
  /** Why the ratio of a level runs off in which nobody, or everybody, has the outcome. */
  nobody: string;
  everybody: string;
  /** null: the table was refused, or not asked for. */
  rows: readonly EffectRow[] | null;
  /** There is a table, but its multivariable model was refused. */
  multivariableRefused: boolean;
}

export interface ModelAnswers extends OutcomeModels {
  words: EndpointWords;
  table: Outcome<'coxTable'>;
  /** The multivariable model; null where nobody has entered. */
  model: CoxModel | null;
}

export function modelAnswers(
  results: ReadonlyMap<string, AnalysisResult>,
  endpoint: EndpointSetup,
): ModelAnswers {
  const words = endpointWords(endpoint);
  const table = outcome(results, `table:${endpoint.name}`, 'coxTable');
  const value = answered(table)?.value ?? null;
  return {
    words,
    table,
    model: value?.model ?? null,
    ratio: 'hazard',
    inSentence: words.inSentence,
    of: words.hazard,
    head:
      value === null
        ? words.title
        : text.regression.endpointHead(words.title, value.events, words.event, words.events),
    eventsHead: null,
    nobody: text.regression.noEventsInLevel(words.events),
    everybody: text.regression.runsToInfinity,
    rows: value?.rows.map(effectRow) ?? null,
    multivariableRefused: value !== null && value.refused !== null,
  };
}

function effectRow({ univariable, multivariable, ...row }: CoxTableRow): EffectRow {
  return { ...row, univariable: effectOf(univariable), multivariable: effectOf(multivariable) };
}

function effectOf(effect: CoxTableEffect | null): Effect | null {
  if (effect === null) return null;
  const { hr, ...rest } = effect;
  return { ...rest, ratio: hr };
}

export function rowsOf({ rows }: OutcomeModels): readonly EffectRow[] {
  return rows ?? [];
}

/** The terms of the multivariable model, each once. */
export function enteredTerms(answers: OutcomeModels): string[] {
  const entered = rowsOf(answers).filter((row) => !row.reference && row.multivariable !== null);
  return [...new Set(entered.map((row) => row.name))];
}

export function hazardsTest({ model }: ModelAnswers): ProportionalHazards | null {
  return model?.proportionalHazards ?? null;
}

/** What the models of an endpoint warn of. */
export function givenWarnings({ table }: ModelAnswers): Warning[] {
  return warningsOf(table);
}
