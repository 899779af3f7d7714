// Every number of a survival panel at full precision, for comparing with another program.
import type { KaplanMeierGroup } from '../../build/wasm/riskset.js';
import { count, full, level, tick } from '../format/numbers.ts';
import { armLabel } from '../panels/arms.ts';
import { CoefficientTable, modelTests, right, TestTable } from '../panels/cox-numbers.tsx';
import { answered } from '../panels/outcomes.ts';
import { DataTable } from '../ui/data-table.tsx';
import type { SurvivalAnswers } from './answers.ts';

/** Medians and quartiles, tests, hazard ratio, and survival at the ticks. */
export function AllNumbers({ answers }: { answers: SurvivalAnswers }) {
  return (
    <>
      <Quantiles answers={answers} />
      <Tests answers={answers} />
      <HazardRatios answers={answers} />
      <AtTicks answers={answers} />
    </>
  );
}

function nameOf(group: KaplanMeierGroup): string {
  return group.label === '' ? 'All patients' : group.label;
}

function Quantiles({ answers: { groups, unit } }: { answers: SurvivalAnswers }) {
  return (
    <DataTable
      label="Quantiles"
      compact
      caption={<strong>Time by which a share of the patients had the event, {unit}</strong>}
      dense
      columns={[{ head: 'Arm' }, right('Share'), right('Time'), right('Lower'), right('Upper')]}
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
    ...(test === undefined ? [] : [{ ...test, name: 'Log\u2011rank' }]),
    ...(model === undefined ? [] : modelTests(model.tests)).map((own) => ({
      ...own,
      name: `Cox model: ${own.name}`,
    })),
  ];
  if (tests.length === 0) return null;
  const caption = 'Tests of equal survival';
  return (
    <>
      <TestTable label={caption} caption={caption} head="Test" tests={tests} />
      {test !== undefined && (
        <DataTable
          label="Observed and expected events"
          compact
          caption={<strong>Log-rank test: events observed and expected</strong>}
          dense
          columns={[{ head: 'Arm' }, right('n'), right('Observed'), right('Expected')]}
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
      label="Hazard ratios"
      caption={`Hazard ratio for ${words.hazard}`}
      head="Arm"
      terms={terms}
      nameOf={({ level: arm }) => armLabel(arm)}
    />
  );
}

function AtTicks({ answers: { groups, unit } }: { answers: SurvivalAnswers }) {
  return (
    <DataTable
      label="Survival at the ticks"
      caption={<strong>Survival at the ticks of the axis</strong>}
      dense
      columns={[
        { head: 'Arm' },
        right(`Time, ${unit}`),
        right('At risk'),
        right('Survival'),
        right('SE'),
        right('Lower'),
        right('Upper'),
      ]}
      rows={groups.flatMap((group) =>
        group.atTimes.map((at) => [
          nameOf(group),
          tick(at.time),
          count(at.atRisk),
          ...(at.beyondFollowUp
            ? ['after the last follow-up', '', '', '']
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
              label={`Curve of ${nameOf(group)}`}
              caption={<strong>{nameOf(group)}</strong>}
              dense
              columns={[
                right(`Time, ${unit}`),
                right('At risk'),
                right('Events'),
                right('Censored'),
                right('Survival'),
                right('SE'),
                right('Lower'),
                right('Upper'),
              ]}
              rows={times
                .slice(0, mostSteps)
                .map((at, index) => [
                  full.time(at),
                  count(steps.atRisk[index] ?? 0),
                  count(steps.events[index] ?? 0),
                  count(steps.censored[index] ?? 0),
                  full.share(steps.survival[index] ?? null),
                  orBlank(steps.stdError[index] ?? null),
                  orBlank(steps.lower[index] ?? null),
                  orBlank(steps.upper[index] ?? null),
                ])}
            />
            {times.length > mostSteps && (
              <p class="note">
                The first {mostSteps} of {count(times.length)} times.
              </p>
            )}
          </div>
        );
      })}
    </>
  );
}
