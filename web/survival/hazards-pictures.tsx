import type { EndpointSetup } from '../data/setup.ts';
import { HazardOverTimeFigure, LogLogFigure } from '../figures/hazards-figures.tsx';
import { inSentence } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import { answered } from '../panels/outcomes.ts';
import { startOfTime } from '../panels/time-origin.ts';
import { shownCohort } from '../panels/shown.ts';
import { text } from '../text/text.ts';
import { hazardRatios, type SurvivalAnswers } from './answers.ts';

interface HazardsPicturesProps {
  endpoint: EndpointSetup;
  answers: SurvivalAnswers;
}

/** The hazard ratio during follow-up, for each arm against the reference; then log(−log) curves. */
export function HazardsPictures({ endpoint, answers: own }: HazardsPicturesProps) {
  const { groups, unit, words } = own;
  const name = [shownCohort.value?.name ?? '', endpoint.name];
  const xTitle = text.survival.figure.since(unit, startOfTime(endpoint));
  const ratios = hazardRatios(own);
  const curves = answered(own.hazard)?.value.proportionalHazards?.curves ?? [];
  return (
    <>
      {curves.map((curve) => {
        const ratio = ratios.find(({ arm }) => arm === armLabel(curve.level));
        return (
          <HazardOverTimeFigure
            key={curve.level}
            name={name}
            data={{
              curve,
              term: text.figures.hazardOverTime.against(
                armLabel(curve.level),
                inSentence(ratio?.reference ?? ''),
              ),
              hazard: words.hazard,
              overall: ratio?.value ?? null,
              unit,
              xTitle,
            }}
          />
        );
      })}
      <LogLogFigure name={name} data={{ groups, unit, xTitle }} />
    </>
  );
}
