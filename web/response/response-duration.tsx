import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import { responseStart } from '../data/analysis-file.ts';
import { benefitEndpoint, durationTimes } from '../data/analyses/rates.ts';
import { survivalTimes } from '../data/analyses/survival-times.ts';
import { FigureFrame } from '../figures/frame.tsx';
import { everything, type SurvivalFigureData } from '../figures/kaplan-meier-data.ts';
import { KaplanMeierFigure } from '../figures/kaplan-meier-figure.tsx';
import { drawSurvival } from '../figures/kaplan-meier-scene.ts';
import { count, full, tick, timeWithUnit, units } from '../format/numbers.ts';
import { capitalised } from '../format/words.ts';
import { problemMessages, rowsAbout, warningMessages } from '../panels/messages.tsx';
import { usedOf } from '../panels/method.ts';
import { levelShown } from '../panels/options.tsx';
import { answered } from '../panels/outcomes.ts';
import { shown, shownCohort, shownParts, shownSetup } from '../panels/shown.ts';
import { StatTable } from '../tables/stat-table.tsx';
import { text } from '../text/text.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { ProblemBlock, Warnings, type Message } from '../ui/messages.tsx';
import { MethodLine } from '../ui/panel.tsx';
import { Prose } from '../ui/prose.tsx';
import { curves, durationGroups, medians, type DurationAnswers } from './duration-answers.ts';
import { durationTable } from './duration-table.ts';

const words = text.response.duration;

const answers = computed<DurationAnswers | null>(() => {
  const cohort = shownCohort.value;
  const endpoint = benefitEndpoint({ endpoints: shownParts.endpoints.value });
  if (cohort === null || endpoint === null || shownParts.firstResponse.value === null) return null;
  return {
    ...durationGroups(shown.value.results),
    endpoint,
    ticks: survivalTimes(cohort, shownSetup.value, endpoint).ticks,
    coverage: levelShown(),
  };
});

/** How long responders waited for their response, and how long it lasted. */
export function ResponseDuration() {
  const own = answers.value;
  const [setting, explanation] = why(own);
  return (
    <Disclosure name={words.name} setting={setting}>
      {explanation !== '' && <p class="note">{explanation}</p>}
      {own !== null && (
        <ProblemBlock items={problemMessages([{ missing: words.missing, outcome: own.result }])} />
      )}
      {own !== null && curves(own).length > 0 && <Durations own={own} />}
    </Disclosure>
  );
}

/** The answer in a few words, or what is missing, with what to do about it. */
function why(own: DurationAnswers | null): [string, string] {
  if (shownParts.firstResponse.value === null) return [words.noColumn, words.explainColumn];
  if (own === null) return [words.noEndpoint, words.explainEndpoint];
  if (curves(own).length > 0) return [words.setting(medians(own)), ''];
  return answered(own.result) === null ? [words.missing, ''] : [words.nobody, words.explainNobody];
}

function messages({ result, groups }: DurationAnswers): Message[] {
  const warnings = answered(result)?.warnings ?? [];
  const column = shownParts.firstResponse.value ?? '';
  return [
    ...(groups.length > 1 ? [{ claim: words.selected, text: words.selectedText }] : []),
    ...warnings
      .filter(({ code, column: about }) => code === 'eventAtTimeZero' && about === column)
      .map(({ rows }) => ({
        claim: words.endsAtOnce(rows.length),
        text: words.endsAtOnceText,
        ...rowsAbout([column], rows),
      })),
    ...warningMessages(warnings.filter(({ code }) => code === 'responseTimeIgnored')),
  ];
}

function Durations({ own }: { own: DurationAnswers }) {
  const { endpoint, groups, coverage } = own;
  const answer = answered(own.result);
  const { interval } = shownParts.options.value.survival;
  return (
    <>
      <Warnings items={messages(own)} />
      <Figure own={own} />
      <StatTable
        model={durationTable(own, durationTimes[endpoint.unit])}
        stacked={groups.length <= 2}
      />
      <MethodLine>
        {words.how(origin(own), coverage, text.survival.method.intervals[interval])}{' '}
        {answer !== null && <Prose text={usedOf(answer.used, answer.excluded)} />}
      </MethodLine>
    </>
  );
}

/** From where the time to response is counted. */
function origin({ endpoint }: DurationAnswers): string {
  const column = shownParts.firstResponse.value ?? '';
  const cohort = shownCohort.value;
  if (cohort === null || shownParts.types.value.get(column)?.type !== 'date')
    return words.asRecorded(column);
  return words.fromTo(endpoint.start ?? responseStart(cohort, shownSetup.value) ?? '', column);
}

function Figure({ own }: { own: DurationAnswers }) {
  const { endpoint, ticks, coverage } = own;
  const { unit } = endpoint;
  const data = useMemo<SurvivalFigureData>(
    () => ({
      groups: curves(own).map((curve) => ({
        ...curve,
        atTimes: curve.atTimes.filter(({ time }) => ticks.includes(time)),
      })),
      unit,
      level: coverage,
      yTitle: words.yTitle,
      xTitle: words.xTitle(capitalised(units[unit])),
      eventWord: words.eventWord,
      comparison: [],
      drawn: everything,
    }),
    [own],
  );
  const described = words.description(
    data.groups
      .map(({ label, n, events, median }) =>
        words.arm(
          label === '' ? '' : `${label}: `,
          count(n),
          count(events),
          timeWithUnit(median.value, unit),
        ),
      )
      .join(' '),
  );
  return (
    <FigureFrame
      title={words.figure}
      description={described}
      dataTable={() => <AtTicks data={data} />}
      picture={{
        name: [shownCohort.value?.name ?? '', words.fileName],
        draw: drawSurvival(data),
      }}
      note={words.note(coverage)}
    >
      <KaplanMeierFigure data={data} title={words.figure} description={described} />
    </FigureFrame>
  );
}

function AtTicks({ data: { groups, unit } }: { data: SurvivalFigureData }) {
  const { numbers } = words;
  return (
    <>
      {groups.map(({ label, atTimes }) => (
        <DataTable
          key={label}
          label={numbers.label(label)}
          caption={<strong>{label === '' ? words.name : label}</strong>}
          compact
          dense
          columns={[numbers.time(unit), ...numbers.columns].map((head) => ({
            head,
            align: 'right' as const,
          }))}
          rows={atTimes.map(({ time, atRisk, survival, lower, upper }) => [
            tick(time),
            count(atRisk),
            full.share(survival),
            full.share(lower),
            full.share(upper),
          ])}
        />
      ))}
    </>
  );
}
