// What the parts under the regression table that look into a model have in common.
import type { ComponentChildren } from 'preact';

import type { AnalysisResult } from '../../build/wasm/riskset.js';
import type { Analysis } from '../data/analyses/analysis.ts';
import type { EndpointSetup, Setup } from '../data/setup.ts';
import { problemText } from '../engine/problem-text.ts';
import { Asked } from '../panels/asked.tsx';
import { outcome, refused } from '../panels/outcomes.ts';
import { shownParts, shownSetup } from '../panels/shown.ts';
import { text } from '../text/text.ts';
import { enteredTerms, type ModelAnswers } from './answers.ts';
import type { LabelOf } from './labels.ts';

export interface ModelsProps {
  shownModels: readonly ModelAnswers[];
  endpoints: readonly EndpointSetup[];
  labelOf: LabelOf;
}

/** One endpoint's multivariable model. */
export interface FittedModel {
  answers: ModelAnswers;
  endpoint: EndpointSetup;
  terms: string[];
}

export function fittedModels({ shownModels, endpoints }: ModelsProps): FittedModel[] {
  return shownModels.flatMap((answers) => {
    const endpoint = endpoints.find(({ name }) => name === answers.words.name);
    return endpoint === undefined || answers.model === null
      ? []
      : [{ answers, endpoint, terms: enteredTerms(answers) }];
  });
}

/** At a penalised maximum there are neither residuals nor predictions. */
export function isPenalised(): boolean {
  return shownParts.options.value.regression.firth;
}

/** Said where the ties of the table are none that what stands here can have. */
export function tiesNote(): string {
  return shownParts.options.value.regression.ties === 'exact'
    ? ` ${text.modelChecks.withEfron}`
    : '';
}

interface EachModelProps {
  models: readonly FittedModel[];
  ask: (setup: Setup, model: { endpoint: string; terms: string[] }) => Analysis[];
  children: (model: FittedModel, results: ReadonlyMap<string, AnalysisResult>) => ComponentChildren;
}

/** Asks about each model, and shows what is answered about it. */
export function EachModel({ models, ask, children }: EachModelProps) {
  const setup = shownSetup.value;
  if (isPenalised()) return <p class="note">{text.modelChecks.ofPenalty}</p>;
  return (
    <>
      {models.map((model) => (
        <Asked
          key={model.endpoint.name}
          analyses={ask(setup, { endpoint: model.endpoint.name, terms: model.terms })}
        >
          {(results) => children(model, results)}
        </Asked>
      ))}
    </>
  );
}

/** Why one of the questions has no answer, in place of it. */
export function Refused({
  results,
  id,
  say = (why) => why,
}: {
  results: ReadonlyMap<string, AnalysisResult>;
  id: string;
  say?: (why: string) => string;
}) {
  const problem = refused(outcome(results, id, 'cox'))?.problem;
  return problem === undefined ? null : <p class="note">{say(problemText(problem))}</p>;
}
