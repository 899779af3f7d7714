import { useMemo } from 'preact/hooks';

import type { EndpointSetup } from '../data/setup.ts';
import type { SurvivalDifferenceData } from '../figures/survival-difference.ts';
import { SurvivalDifferenceFigure } from '../figures/survival-difference-figure.tsx';
import { inSentence } from '../format/words.ts';
import { answered } from '../panels/outcomes.ts';
import { shownCohort } from '../panels/shown.ts';
import { startOfTime } from '../panels/time-origin.ts';
import { text } from '../text/text.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import type { SurvivalAnswers } from './answers.ts';

const say = text.survival.chosenTime.difference;

interface CurveDifferenceProps {
  endpoint: EndpointSetup;
  answers: SurvivalAnswers;
}

/** How far apart the curves of two arms are at each time. */
export function CurveDifference(props: CurveDifferenceProps) {
  if ((answered(props.answers.curves)?.value.differenceCurve ?? null) === null) return null;
  return (
    <Disclosure name={say.name} setting={say.setting}>
      <Figure {...props} />
    </Disclosure>
  );
}

function Figure({ endpoint, answers: own }: CurveDifferenceProps) {
  const { curves, groups, unit, level } = own;
  const curve = answered(curves)?.value.differenceCurve ?? null;
  const [arm, reference] = groups;
  const data = useMemo<SurvivalDifferenceData | null>(
    () =>
      curve === null || arm === undefined || reference === undefined
        ? null
        : {
            curve,
            arms: text.survival.description.against(
              inSentence(arm.label),
              inSentence(reference.label),
            ),
            unit,
            xTitle: text.survival.figure.since(unit, startOfTime(endpoint)),
            level,
          },
    [curve, arm, reference, unit, level, endpoint],
  );
  if (data === null) return null;
  return (
    <SurvivalDifferenceFigure data={data} name={[shownCohort.value?.name ?? '', endpoint.name]} />
  );
}
