import { computed, signal } from '@preact/signals';

import type { Denominator, ProportionGroup } from '../../build/wasm/riskset.js';
import { setup } from '../data/store.ts';
import { answered } from '../panels/outcomes.ts';
import { shown } from '../panels/shown.ts';
import { ComparisonNumbers, RateNumbers } from '../panels/comparison-numbers.tsx';
import { comparisonTable, whyChosen } from '../panels/comparison-table.ts';
import { GoToData } from '../panels/endpoint-switch.tsx';
import { problemMessages, warningMessages } from '../panels/messages.tsx';
import { ResultPanel } from '../panels/result-panel.tsx';
import { usedOf } from '../panels/method.ts';
import { noComparison } from '../panels/no-comparison.ts';
import { StatTable } from '../tables/stat-table.tsx';
import { Disclosure, Disclosures } from '../ui/disclosure.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Note, ProblemBlock, Warnings } from '../ui/messages.tsx';
import { Definition, Lede, MethodLine } from '../ui/panel.tsx';
import { Prose } from '../ui/prose.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { rateNames, responseAnswers, type ResponseAnswers } from './answers.ts';
import { responseTable } from './response-table.ts';
import { definition, lede } from './sentences.ts';

const denominator = signal<Denominator>('all');

const denominators = [
  { value: 'all', label: 'All treated' },
  { value: 'evaluable', label: 'Evaluable only' },
] as const;

const answers = computed(() => responseAnswers(shown.value.results, denominator.value));

const messages = computed(() => {
  const { result } = answers.value;
  const warnings = answered(result)?.warnings ?? [];
  return {
    warnings: warningMessages(warnings.filter(({ code }) => code !== 'oneGroup')),
    problems: problemMessages([{ missing: 'No response rates.', outcome: result }]).map(
      (message) => ({ ...message, action: <GoToData>Say it in Data</GoToData> }),
    ),
  };
});

/** How many warnings and problems the panel shows. */
export const responseAlerts = computed(
  () => messages.value.warnings.length + messages.value.problems.length,
);

/** Best response, objective response and disease control, by arm. */
export function ResponseSection() {
  const asked = setup.value.response !== null;
  return (
    <ResultPanel
      id="response"
      title="Response"
      tools={
        asked && (
          <Segmented
            label="Denominator"
            choices={denominators}
            value={denominator.value}
            onChange={(value) => (denominator.value = value)}
          />
        )
      }
    >
      {asked ? (
        <ResponsePanel />
      ) : (
        <EmptyState action={<GoToData>Choose it in Data</GoToData>}>
          Response needs a column with each patient’s best response.
        </EmptyState>
      )}
    </ResultPanel>
  );
}

function ResponsePanel() {
  const own = answers.value;
  const { result, comparisons, groups } = own;
  const { warnings, problems } = messages.value;
  const answer = answered(result);
  if (answer === null) return <ProblemBlock items={problems} />;
  return (
    <>
      <Definition>{definition(own)}</Definition>
      <Lede>
        <Prose text={lede(own)} />
      </Lede>
      <Warnings items={warnings} />
      <StatTable model={responseTable(own)} stacked={groups.length <= 2} />
      {comparisons.length > 0 && (
        <StatTable model={comparisonTable('Comparison of response rates', comparisons)} />
      )}
      {groups.length === 1 && <Note items={[noComparison(setup.value.arm, 'tests')]} />}
      <MethodLine>
        Best response as recorded. Rates: exact 95% intervals (Clopper–Pearson).{' '}
        {comparisons.length > 0 &&
          'Risk ratio: log interval (Katz); odds ratio: log interval (Woolf). '}
        {whyChosen(comparisons)} <Prose text={usedOf(answer.used, answer.excluded)} />
      </MethodLine>
      <Disclosures>
        <Disclosure name="All numbers" setting="rates with three intervals, effects, tests">
          <RateNumbers name={rateNames.orr} groups={rates(own, 'orr')} />
          <RateNumbers name={rateNames.dcr} groups={rates(own, 'dcr')} />
          {comparisons.length > 0 && <ComparisonNumbers compared={comparisons} />}
        </Disclosure>
      </Disclosures>
    </>
  );
}

function rates({ groups }: ResponseAnswers, rate: 'orr' | 'dcr'): ProportionGroup[] {
  return groups.flatMap((group) => {
    const proportion = group[rate];
    const label = group.label === '' ? 'All patients' : group.label;
    return proportion === null ? [] : [{ ...proportion, label }];
  });
}
