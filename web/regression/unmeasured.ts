// The hazard ratio between two arms, handed to the calculator of E-values on Start.
import { ratio, ratioInterval } from '../format/numbers.ts';
import { rowsOf, type ModelAnswers } from './answers.ts';

export interface UnmeasuredQuestion {
  /** "overall survival" */
  endpoint: string;
  /** "0.42 (0.25–0.71)" */
  hazardRatio: string;
  /** The calculator with these numbers. */
  link: string;
}

/** Of the multivariable model, else of the arm alone; null where there is no such ratio. */
export function unmeasuredQuestion(
  answers: ModelAnswers,
  arm: string | null,
): UnmeasuredQuestion | null {
  const rows = rowsOf(answers).filter(({ name, reference }) => name === arm && !reference);
  const [only] = rows;
  if (only === undefined || rows.length !== 1) return null;
  const { hr, lower, upper } = only.multivariable ?? only.univariable ?? noEffect;
  const printed = [hr, lower, upper].map(ratio);
  if (!printed.every((one) => Number(one) > 0)) return null;
  const [estimate, low, high] = printed;
  return {
    endpoint: answers.words.inSentence,
    hazardRatio: `${estimate} (${ratioInterval({ lower, upper })})`,
    link: `#e-value&measure=HR&estimate=${estimate}&lower=${low}&upper=${high}`,
  };
}

const noEffect = { hr: null, lower: null, upper: null };
