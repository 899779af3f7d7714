import { useMemo } from 'preact/hooks';

import type { LandmarkValue } from '../../build/wasm/riskset.js';
import { nbsp } from '../base/rounding.ts';
import type { EndpointSetup } from '../data/setup.ts';
import { parts, setOptions } from '../data/store.ts';
import { FigureFrame } from '../figures/frame.tsx';
import type { SurvivalFigureData, SurvivalGroup } from '../figures/kaplan-meier-data.ts';
import { KaplanMeierFigure } from '../figures/kaplan-meier-figure.tsx';
import { drawSurvival } from '../figures/kaplan-meier-scene.ts';
import {
  count,
  pEquals,
  ratio,
  ratioInterval,
  tick,
  time,
  unitAt,
  units,
} from '../format/numbers.ts';
import { capitalised } from '../format/words.ts';
import { problemMessages, warningMessages } from '../panels/messages.tsx';
import { answered, warningsOf } from '../panels/outcomes.ts';
import { shownCohort } from '../panels/shown.ts';
import { StatTable } from '../tables/stat-table.tsx';
import { text } from '../text/text.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { ProblemBlock, Warnings } from '../ui/messages.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ratiosOf, shownGroups, type SurvivalAnswers } from './answers.ts';
import { commit, readTime } from './entries.ts';
import { landmarkTable } from './landmark-table.ts';
import { StepsTable } from './numbers-tables.tsx';

const say = text.survival.chosenTime.landmark;

interface LandmarkProps {
  endpoint: EndpointSetup;
  answers: SurvivalAnswers;
}

/** The patients at risk at a chosen time, with their own curves from there. */
export function LandmarkAnalysis(props: LandmarkProps) {
  const { unit, times } = props.answers;
  const { landmarkAt } = parts.options.value.survival;
  const setting = landmarkAt === null ? say.none : say.setting(timeOf(landmarkAt, props.answers));
  return (
    <Disclosure name={say.name} setting={setting}>
      <p class="prose">{say.explain}</p>
      <div class="options screen-only">
        <TextField
          label={say.field(unit)}
          numeric
          value={landmarkAt === null ? '' : tick(landmarkAt)}
          hint={say.hint}
          onCommit={(entry) =>
            commit(readTime(entry, { unit, longest: times.longest }), (at) =>
              setOptions('survival', { landmarkAt: at }),
            )
          }
        />
      </div>
      {landmarkAt !== null && <Landmark {...props} />}
    </Disclosure>
  );
}

/** "6 months" */
function timeOf(at: number, { unit }: SurvivalAnswers): string {
  return `${tick(at)}${nbsp}${unitAt(at, unit)}`;
}

function Landmark({ endpoint, answers: own }: LandmarkProps) {
  const outcome = own.landmark;
  const answer = answered(outcome);
  if (outcome === null) {
    return (
      <p class="note">
        {say.afterFollowUp(`${time(own.times.longest, own.unit)}${nbsp}${units[own.unit]}`)}
      </p>
    );
  }
  return (
    <>
      <ProblemBlock items={problemMessages([{ missing: say.missing, outcome }])} />
      <Warnings
        items={warningMessages(warningsOf(outcome).filter(({ code }) => code === 'landmarkEmpty'))}
      />
      {answer !== null && (
        <>
          <LandmarkFigure endpoint={endpoint} answers={own} value={answer.value} />
          <StatTable
            model={landmarkTable(answer.value, own)}
            stacked={answer.value.groups.length <= 2}
          />
          <p class="note">
            {say.method(
              timeOf(answer.value.at, own),
              answer.used,
              count(own.groups.reduce((sum, { n }) => sum + n, 0)),
              own.level,
            )}
          </p>
        </>
      )}
    </>
  );
}

function LandmarkFigure({
  endpoint,
  answers: own,
  value,
}: LandmarkProps & { value: LandmarkValue }) {
  const { unit, level, words } = own;
  const data = useMemo<SurvivalFigureData>(() => {
    const groups = shownGroups(value.groups);
    return {
      groups,
      unit,
      level,
      yTitle: words.axis,
      xTitle: say.xTitle(capitalised(units[unit])),
      eventWord: words.counted,
      comparison: comparisonRows(value, words.hazard),
      drawn: { ...own.options.curves, meanArea: false },
    };
  }, [own, value]);
  const title = say.title(words.title, timeOf(value.at, own));
  const described = say.description(
    words.inSentence,
    timeOf(value.at, own),
    data.groups.map((group) => armInWords(group, own)).join(' '),
  );
  return (
    <FigureFrame
      title={title}
      description={described}
      picture={{
        name: [shownCohort.value?.name ?? '', endpoint.name, say.fileName],
        draw: drawSurvival(data),
      }}
      note={say.note}
      dataTable={() => <StepsTable answers={{ ...own, groups: shownGroups(value.groups) }} />}
    >
      <KaplanMeierFigure data={data} title={title} description={described} />
    </FigureFrame>
  );
}

function armInWords({ label, n, events, median }: SurvivalGroup, own: SurvivalAnswers): string {
  const name = label === '' ? '' : `${label}: `;
  return say.arm(name, count(n), count(events), time(median.value, own.unit));
}

/** Hazard ratio and log-rank test of those at risk at the landmark. */
function comparisonRows(value: LandmarkValue, hazard: string): SurvivalFigureData['comparison'] {
  const ratios = ratiosOf(value.hazardRatios);
  const [first] = ratios;
  const words = text.survival.figure;
  return [
    ...(ratios.length === 1 && first !== undefined && first.value !== null
      ? [
          {
            label: words.hazardRatio(hazard),
            value: `${ratio(first.value)} (${ratioInterval(first)})`,
            key: true,
          },
        ]
      : []),
    ...(value.logRank === null
      ? []
      : [{ label: words.armTest.logRank, value: words.armTestP(pEquals(value.logRank.p)) }]),
  ];
}
