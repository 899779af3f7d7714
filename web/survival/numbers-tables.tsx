// Every number of a survival panel at full precision, for comparing with another program.
import type { KaplanMeierGroup, TimeUnit } from '../../build/wasm/riskset.js';
import { numberAt } from '../engine/optional-reals.ts';
import { count, full, level, tick, units } from '../format/numbers.ts';
import { inSentence } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import { CoefficientTable, modelTests, right, TestTable } from '../panels/cox-numbers.tsx';
import { answered } from '../panels/outcomes.ts';
import { DataTable } from '../ui/data-table.tsx';
import { text } from '../text/text.ts';
import type { SurvivalAnswers } from './answers.ts';
import { differenceAt, meanDifference, meanOf, meanRatio } from './contrasts.ts';

const say = text.survival.numbers;

/** Medians and quartiles, tests, hazard ratio, and survival at the ticks. */
export function AllNumbers({ answers }: { answers: SurvivalAnswers }) {
  return (
    <>
      <Quantiles answers={answers} />
      <Tests answers={answers} />
      <HazardRatios answers={answers} />
      <Means answers={answers} />
      <Differences answers={answers} />
      <AtTicks answers={answers} />
    </>
  );
}

function nameOf(group: KaplanMeierGroup): string {
  return group.label === '' ? say.allPatients : group.label;
}

function Quantiles({ answers: { groups, unit } }: { answers: SurvivalAnswers }) {
  return (
    <DataTable
      label={say.quantiles}
      compact
      caption={<strong>{say.quantilesCaption(unit)}</strong>}
      dense
      columns={[{ head: say.arm }, ...[say.share, say.time, say.lower, say.upper].map(right)]}
      rows={groups.flatMap((group) =>
        group.quantiles.map(({ p, value, lower, upper }) => [
          nameOf(group),
          level(p),
          full.time(value),
          full.time(lower),
          full.time(upper),
        ]),
      )}
    />
  );
}

function Tests({ answers: { logRank, hazard } }: { answers: SurvivalAnswers }) {
  const test = answered(logRank)?.value;
  const model = answered(hazard)?.value;
  const tests = [
    ...(test === undefined ? [] : [{ ...test, name: say.logRank }]),
    ...(model === undefined ? [] : modelTests(model.tests)).map((own) => ({
      ...own,
      name: say.coxModel(own.name),
    })),
  ];
  if (tests.length === 0) return null;
  return (
    <>
      <TestTable label={say.tests} caption={say.tests} head={say.test} tests={tests} />
      {test !== undefined && (
        <DataTable
          label={say.observedExpected}
          compact
          caption={<strong>{say.observedExpectedCaption}</strong>}
          dense
          columns={[{ head: say.arm }, ...[say.n, say.observed, say.expected].map(right)]}
          rows={test.groups.map(({ label, n, observed, expected }) => [
            armLabel(label),
            count(n),
            count(observed),
            full.chiSquare(expected),
          ])}
        />
      )}
    </>
  );
}

function HazardRatios({ answers: { hazard, words } }: { answers: SurvivalAnswers }) {
  const terms = answered(hazard)?.value.terms ?? [];
  if (terms.length === 0) return null;
  return (
    <CoefficientTable
      label={say.hazardRatios}
      caption={say.hazardRatiosCaption(words.hazard)}
      head={say.arm}
      terms={terms}
      nameOf={({ level: arm }) => armLabel(arm)}
    />
  );
}

/** Means within the horizon, and what two arms differ by. */
function Means({ answers }: { answers: SurvivalAnswers }) {
  const { groups, times, unit } = answers;
  const means = groups.flatMap((group) => {
    const mean = meanOf(group);
    return mean === null ? [] : [{ name: nameOf(group), ...mean, p: null }];
  });
  if (means.length === 0 || times.horizon === null) return null;
  const difference = meanDifference(answers);
  const ratio = meanRatio(answers);
  return (
    <DataTable
      label={say.means}
      compact
      caption={<strong>{say.meansCaption(`${tick(times.horizon)} ${units[unit]}`)}</strong>}
      dense
      columns={[{ head: say.arm }, ...[say.mean, say.lower, say.upper, say.p].map(right)]}
      rows={[
        ...means,
        ...(difference === null ? [] : [{ name: say.difference, ...difference }]),
        ...(ratio === null ? [] : [{ name: say.ratio, ...ratio }]),
      ].map(({ name, value, lower, upper, p }) => [
        name,
        ...[value, lower, upper].map(full.share),
        p === null ? '' : full.pValue(p),
      ])}
    />
  );
}

function Differences({ answers }: { answers: SurvivalAnswers }) {
  const { groups, times, unit } = answers;
  const [arm, reference] = groups;
  const rows = times.landmarks.flatMap((at) => {
    const difference = differenceAt(answers, at);
    return difference === null ? [] : [{ at, ...difference }];
  });
  if (arm === undefined || reference === undefined || rows.length === 0) return null;
  return (
    <DataTable
      label={say.differences}
      compact
      caption={
        <strong>
          {say.differencesCaption(
            text.survival.description.against(arm.label, inSentence(reference.label)),
          )}
        </strong>
      }
      dense
      columns={[say.timeIn(unit), say.difference, say.lower, say.upper, say.p].map(right)}
      rows={rows.map(({ at, value, lower, upper, p }) => [
        tick(at),
        ...[value, lower, upper].map(full.share),
        full.pValue(p),
      ])}
    />
  );
}

function AtTicks({ answers: { groups, unit } }: { answers: SurvivalAnswers }) {
  return (
    <DataTable
      label={say.atTicks}
      caption={<strong>{say.atTicksCaption}</strong>}
      dense
      columns={[
        { head: say.arm },
        ...[say.timeIn(unit), say.atRisk, say.survival, say.se, say.lower, say.upper].map(right),
      ]}
      rows={groups.flatMap((group) =>
        group.atTimes.map((at) => [
          nameOf(group),
          tick(at.time),
          count(at.atRisk),
          ...(at.beyondFollowUp
            ? [text.survival.table.afterFollowUp, '', '', '']
            : [
                full.share(at.survival),
                orBlank(at.stdError),
                orBlank(at.lower),
                orBlank(at.upper),
              ]),
        ]),
      )}
    />
  );
}

/** Where survival is 0 or unknown a standard error does not apply. */
function orBlank(x: number | null): string {
  return x === null ? '' : full.share(x);
}

const mostSteps = 500;

function stepColumns(unit: TimeUnit): string[] {
  const { timeIn, atRisk, events, censored, survival, se, lower, upper } = say;
  return [timeIn(unit), atRisk, events, censored, survival, se, lower, upper];
}

/** The data table of the figure: every time at which a curve steps or a patient is censored. */
export function StepsTable({ answers: { groups, unit } }: { answers: SurvivalAnswers }) {
  return (
    <>
      {groups.map((group) => {
        const { steps } = group;
        const times = Array.from(steps.time);
        return (
          <div key={group.label}>
            <DataTable
              label={say.curveOf(nameOf(group))}
              caption={<strong>{nameOf(group)}</strong>}
              dense
              columns={stepColumns(unit).map(right)}
              rows={times
                .slice(0, mostSteps)
                .map((at, index) => [
                  full.time(at),
                  count(steps.atRisk[index] ?? 0),
                  count(steps.events[index] ?? 0),
                  count(steps.censored[index] ?? 0),
                  full.share(steps.survival[index] ?? null),
                  orBlank(numberAt(steps.stdError, index)),
                  orBlank(numberAt(steps.lower, index)),
                  orBlank(numberAt(steps.upper, index)),
                ])}
            />
            {times.length > mostSteps && (
              <p class="note">{say.firstOf(mostSteps, count(times.length))}</p>
            )}
          </div>
        );
      })}
    </>
  );
}
