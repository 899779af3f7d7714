import { computed } from '@preact/signals';

import { setup } from '../data/store.ts';
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
import { Lede, MethodLine } from '../ui/panel.tsx';
import { Prose } from '../ui/prose.tsx';
import { safetyAnswers, severeName } from './answers.ts';
import { safetyTable } from './safety-table.ts';
import { lede } from './sentences.ts';

const answers = computed(() => safetyAnswers(shown.value.results));

const messages = computed(() => {
  const { result } = answers.value;
  const warnings = result?.ok === true ? result.warnings : [];
  return {
    warnings: warningMessages(warnings.filter(({ code }) => code !== 'oneGroup')),
    problems: problemMessages([{ missing: 'No rates.', outcome: result }]),
  };
});

/** How many warnings and problems the panel shows. */
export const safetyAlerts = computed(
  () => messages.value.warnings.length + messages.value.problems.length,
);

/** Patients by worst grade of any adverse event. */
export function SafetySection() {
  return (
    <ResultPanel id="safety" title="Safety">
      {setup.value.grade === null ? (
        <EmptyState action={<GoToData>Choose it in Data</GoToData>}>
          Safety needs a column with each patient’s worst adverse-event grade.
        </EmptyState>
      ) : (
        <SafetyPanel />
      )}
    </ResultPanel>
  );
}

function SafetyPanel() {
  const own = answers.value;
  const { result, groups, comparison } = own;
  const { warnings, problems } = messages.value;
  if (result === null) {
    return <EmptyState>No value of the chosen column is grade 3 or higher.</EmptyState>;
  }
  if (!result.ok) return <ProblemBlock items={problems} />;
  const compared = comparison === null ? [] : [comparison];
  return (
    <>
      <Lede>
        <Prose text={lede(own)} />
      </Lede>
      <Warnings items={warnings} />
      <StatTable model={safetyTable(own)} stacked={groups.length <= 2} />
      {comparison !== null && (
        <StatTable model={comparisonTable('Comparison of severe adverse events', compared)} />
      )}
      {groups.length === 1 && <Note items={[noComparison(setup.value.arm, 'tests')]} />}
      <MethodLine>
        Each patient counts once, with the worst grade of any event; grade 3 or higher includes
        death. Rates: exact 95% intervals (Clopper–Pearson). {whyChosen(compared)}{' '}
        <Prose text={usedOf(result.used, result.excluded)} />
      </MethodLine>
      <Disclosures>
        <Disclosure name="All numbers" setting="rates with three intervals, effects, tests">
          <RateNumbers
            name={severeName}
            groups={groups.map((group) => ({
              ...group,
              label: group.label === '' ? 'All patients' : group.label,
            }))}
          />
          {comparison !== null && <ComparisonNumbers compared={compared} />}
        </Disclosure>
      </Disclosures>
    </>
  );
}
