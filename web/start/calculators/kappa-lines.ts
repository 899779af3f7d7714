// What the calculator of agreement says about the answers.
import type { Answers } from '../../../build/wasm/riskset.js';
import type { RichText } from '../../base/rich-text.ts';
import {
  interval,
  kappa,
  level,
  pEquals,
  percent,
  saysNothing,
  tick,
} from '../../format/numbers.ts';
import { text } from '../../text/text.ts';
import type { Line } from './lines.ts';

const words = text.calculators;

export function kappaLines(value: Answers['kappa'], coverage: number): Line[] {
  const estimate = kappa(value.kappa);
  return [
    {
      name: [words.kappaOf[value.weights](level(coverage))],
      value: [
        saysNothing(value)
          ? words.allAgree(estimate)
          : words.estimate(estimate, interval(value, kappa)),
      ],
      key: true,
    },
    { name: [words.agreement[value.weights]], value: [percent(value.agreement)] },
    { name: [words.expectedAgreement], value: [percent(value.expectedAgreement)] },
    { name: [words.kappaTest], value: words.zTest(tick(value.z), pEquals(value.p)) },
  ];
}

export function kappaMethod(
  { weights }: Answers['kappa'],
  counts: readonly (readonly number[])[],
): RichText {
  const patients = counts.flat().reduce((sum, own) => sum + own, 0);
  return words.kappaMethod(weights, words.patientsN(patients));
}
