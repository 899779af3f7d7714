// The ratio between two arms, handed to the calculator of E-values on Start.
import { ratio, ratioInterval } from '../format/numbers.ts';
import { rowsOf, type OutcomeModels } from './answers.ts';

export interface UnmeasuredQuestion {
  /** "overall survival" */
  outcome: string;
  kind: OutcomeModels['ratio'];
  /** "0.42 (0.25–0.71)" */
  ratio: string;
  /** The calculator with these numbers. */
  link: string;
}

/** Of the multivariable model, else of the arm alone; null where there is no such ratio. */
export function unmeasuredQuestion(
  answers: OutcomeModels,
  arm: string | null,
): UnmeasuredQuestion | null {
  const rows = rowsOf(answers).filter(({ name, reference }) => name === arm && !reference);
  const [only] = rows;
  if (only === undefined || rows.length !== 1) return null;
  const { ratio: value, lower, upper } = only.multivariable ?? only.univariable ?? noEffect;
  const printed = [value, lower, upper].map(ratio);
  if (!printed.every((one) => Number(one) > 0)) return null;
  const [estimate, low, high] = printed;
  return {
    outcome: answers.inSentence,
    kind: answers.ratio,
    ratio: `${estimate} (${ratioInterval({ lower, upper })})`,
    link: `#e-value&measure=${answers.ratio === 'hazard' ? 'HR' : 'OR'}&estimate=${estimate}&lower=${low}&upper=${high}`,
  };
}

const noEffect = { ratio: null, lower: null, upper: null };
