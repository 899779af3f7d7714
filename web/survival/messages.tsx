// The warnings and problems of one endpoint's panel, with what each opens.
import { countAlike } from '../data/analyses/row-options.ts';
import { timeColumns } from '../data/endpoint-dates.ts';
import { CohortRows } from '../data/section/cohort-rows.tsx';
import type { EndpointSetup } from '../data/setup.ts';
import { setOptions, setup } from '../data/store.ts';
import { count, tick, time, units } from '../format/numbers.ts';
import { inSentence, listed } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import { censoredEarly } from '../panels/early-censoring.ts';
import { problemMessages, warningMessages } from '../panels/messages.tsx';
import { shownCohort, shownParts, shownSetup } from '../panels/shown.ts';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { openDisclosure } from '../ui/disclosure.tsx';
import type { Message } from '../ui/messages.tsx';
import { Prose } from '../ui/prose.tsx';
import type { SurvivalAnswers } from './answers.ts';
import { CrossingPicture } from './crossing-picture.tsx';
import { changingHazards, crossingCurves, crossingTimes, survivalWarnings } from './warnings.ts';

const say = text.survival;

export const checkId = 'survival-hazards-check';
export const numbersId = 'survival-numbers';
export const otherTestsId = 'survival-other-tests';

export interface PanelMessages {
  warnings: Message[];
  problems: Message[];
}

export function messagesOf(answers: SurvivalAnswers, endpoint: EndpointSetup): PanelMessages {
  const { curves, logRank, hazard, groups } = answers;
  // With one curve a note below says why nothing is compared.
  const alone = groups.length === 1;
  return {
    warnings: [
      ...hazardsMessage(answers),
      ...crossingMessage(answers),
      ...earlyMessage(answers, endpoint),
      ...warningMessages(survivalWarnings(answers)),
    ],
    problems: problemMessages([
      { missing: say.problems.noCurve, outcome: curves },
      ...(alone
        ? []
        : [
            { missing: say.problems.noLogRank, outcome: logRank },
            { missing: say.problems.noHazardRatio, outcome: hazard },
          ]),
    ]),
  };
}

function hazardsMessage(answers: SurvivalAnswers): Message[] {
  const changing = changingHazards(answers);
  if (changing === null) return [];
  return [
    {
      claim: say.warnings.hazardsChange,
      text: <Prose text={changing} />,
      action: (
        <Button kind="small" onClick={() => openDisclosure(checkId)}>
          {say.warnings.seeTest}
        </Button>
      ),
    },
  ];
}

function crossingMessage(answers: SurvivalAnswers): Message[] {
  const crossing = crossingCurves(answers);
  if (crossing === null) return [];
  const { groups, times, unit, options, rows } = answers;
  const crossings = crossingTimes(answers);
  const at = `${listed(crossings.map((when) => time(when, unit)))} ${units[unit]}`;
  return [
    {
      claim: say.warnings.cross,
      text: (
        <>
          {crossing}
          <CrossingPicture
            groups={groups}
            times={crossings}
            longest={times.longest}
            label={say.tests.crossingPicture(at)}
          />
        </>
      ),
      action: (
        <>
          <Button kind="small" onClick={openMeans}>
            {say.tests.openMeans}
          </Button>
          {groups.length === 2 && countAlike(rows) && (
            <Button kind="small" onClick={openMaxCombo}>
              {options.tests.maxCombo ? say.tests.seeMaxCombo : say.tests.addMaxCombo}
            </Button>
          )}
        </>
      ),
    },
  ];
}

/** In the figure and as numbers. */
function openMeans(): void {
  setOptions('curves', { meanArea: true });
  openDisclosure(numbersId);
}

function openMaxCombo(): void {
  if (!setup.peek().options.tests.maxCombo) setOptions('tests', { maxCombo: true });
  openDisclosure(otherTestsId);
}

function earlyMessage(
  { times, unit, words, groups }: SurvivalAnswers,
  endpoint: EndpointSetup,
): Message[] {
  const loaded = shownCohort.value;
  const [, first] = times.ticks;
  if (loaded === null || first === undefined || groups.length === 0) return [];
  const early = censoredEarly(loaded, shownSetup.value, endpoint, first);
  if (early === null) return [];
  const { rows, perArm } = early;
  const arms = perArm.filter((one) => one.arm !== '');
  const identifiers = shownParts.identifiers.value;
  const arm = shownParts.arm.value;
  const { event } = endpoint;
  const watched = timeColumns(endpoint);
  const columns = [identifiers[0] ?? null, arm, ...watched, event].filter((name) => name !== null);
  const leftEarly = text.shared.earlyCensoring;
  const claim = leftEarly.claim(rows.length, `${tick(first)} ${units[unit]}`, words.died);
  const perArmInWords = listed(
    arms.map(({ arm: name, patients }) =>
      leftEarly.inArm(count(patients), inSentence(armLabel(name))),
    ),
  );
  return [
    {
      claim: `${claim}.`,
      text: `${arms.length === 0 ? '' : `${perArmInWords}. `}${leftEarly.why(rows.length)}`,
      rows: {
        count: rows.length,
        content: () => (
          <CohortRows
            cohort={loaded}
            label={leftEarly.rows}
            rows={rows}
            columns={columns}
            emphasised={watched}
          />
        ),
      },
    },
  ];
}
