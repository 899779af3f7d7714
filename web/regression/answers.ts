// The results that the regression panel is made of, for each endpoint shown.
import type {
  AnalysisResult,
  CoxModel,
  CoxTableRow,
  ProportionalHazards,
  Warning,
} from '../../build/wasm/riskset.js';
import type { EndpointSetup } from '../data/setup.ts';
import { answered, outcome, warningsOf, type Outcome } from '../panels/outcomes.ts';
import { endpointWords, type EndpointWords } from '../panels/endpoint-words.ts';

export interface ModelAnswers {
  words: EndpointWords;
  table: Outcome<'coxTable'>;
  /** The multivariable model; null where nobody has entered. */
  model: CoxModel | null;
}

export function modelAnswers(
  results: ReadonlyMap<string, AnalysisResult>,
  endpoint: EndpointSetup,
): ModelAnswers {
  const table = outcome(results, `table:${endpoint.name}`, 'coxTable');
  return { words: endpointWords(endpoint), table, model: answered(table)?.value.model ?? null };
}

export function rowsOf(answers: ModelAnswers): readonly CoxTableRow[] {
  return answered(answers.table)?.value.rows ?? [];
}

/** The terms of the multivariable model, each once. */
export function enteredTerms(answers: ModelAnswers): string[] {
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
