// The results that the regression panel is made of, for each endpoint shown.
import type {
  AnalysisResult,
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
  model: Outcome<'cox'>;
}

export function modelAnswers(
  results: ReadonlyMap<string, AnalysisResult>,
  endpoint: EndpointSetup,
): ModelAnswers {
  return {
    words: endpointWords(endpoint),
    table: outcome(results, `table:${endpoint.name}`, 'coxTable'),
    model: outcome(results, `model:${endpoint.name}`, 'cox'),
  };
}

export function rowsOf(answers: ModelAnswers): readonly CoxTableRow[] {
  return answered(answers.table)?.value.rows ?? [];
}

/** The terms of the multivariable model, each once. */
export function enteredTerms(answers: ModelAnswers): string[] {
  const entered = rowsOf(answers).filter((row) => !row.reference && row.multivariable !== null);
  return [...new Set(entered.map((row) => row.name))];
}

/** The test of proportional hazards; the table holds it where the model was not asked for by itself. */
export function hazardsTest({ table, model }: ModelAnswers): ProportionalHazards | null {
  return (
    answered(model)?.value.proportionalHazards ?? answered(table)?.value.proportionalHazards ?? null
  );
}

/** What the models of an endpoint warn of. */
export function givenWarnings({ table, model }: ModelAnswers): Warning[] {
  return [...warningsOf(model), ...warningsOf(table)];
}
