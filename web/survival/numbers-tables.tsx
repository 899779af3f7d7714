// Every number of a survival panel at full precision, for comparing with another program.
import type { KaplanMeierGroup } from '../../build/wasm/riskset.js';
import { count, full, level, tick } from '../format/numbers.ts';
import { levelLabel } from '../format/words.ts';
import { answered } from '../panels/outcomes.ts';
import { DataTable, type DataColumn } from '../ui/data-table.tsx';
import type { SurvivalAnswers } from './answers.ts';

const right = (head: string): DataColumn => ({ head, align: 'right' });

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
    { name: 'Log\u2011rank', test: test ?? null },
    { name: 'Cox, likelihood ratio', test: model?.tests.likelihoodRatio ?? null },
    { name: 'Cox, Wald', test: model?.tests.wald ?? null },
    { name: 'Cox, score', test: model?.tests.score ?? null },
  ].flatMap(({ name, test: found }) => (found === null ? [] : [{ name, ...found }]));
  if (tests.length === 0) return null;
  return (
    <>
      <DataTable
        label="Tests of equal survival"
        compact
        caption={<strong>Tests of equal survival</strong>}
        dense
        columns={[{ head: 'Test' }, right('χ²'), right('df'), right('p')]}
        rows={tests.map(({ name, chiSquare, df, p }) => [
          name,
          full.chiSquare(chiSquare),
          count(df),
          full.pValue(p),
        ])}
      />
      {test !== undefined && (
        <DataTable
          label="Observed and expected events"
          compact
          caption={<strong>Log-rank test: events observed and expected</strong>}
          dense
          columns={[{ head: 'Arm' }, right('n'), right('Observed'), right('Expected')]}
          rows={test.groups.map(({ label, n, observed, expected }) => [
            levelLabel(label),
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
  const terms = answered(hazard)?.value.terms.filter((term) => !term.reference) ?? [];
  if (terms.length === 0) return null;
  return (
    <DataTable
      label="Hazard ratios"
      caption={<strong>Hazard ratio for {words.hazard}</strong>}
      dense
      columns={[
        { head: 'Arm' },
        right('HR'),
        right('Lower'),
        right('Upper'),
        right('Coefficient'),
        right('SE'),
        right('z'),
        right('p'),
      ]}
      rows={terms.map((term) => [
        levelLabel(term.level),
        full.ratio(term.hr),
        full.ratio(term.lower),
        full.ratio(term.upper),
        full.coefficient(term.coef),
        full.coefficient(term.se),
        full.coefficient(term.z),
        full.pValue(term.p),
      ])}
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
