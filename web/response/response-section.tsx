import { computed } from '@preact/signals';

import type { Denominator, ProportionGroup } from '../../build/wasm/riskset.js';
import { shifted } from '../base/rounding.ts';
import { parts, setOptions } from '../data/store.ts';
import { percent, tick } from '../format/numbers.ts';
import { ComparisonNumbers, RateNumbers } from '../panels/comparison-numbers.tsx';
import { comparisonTable, fewExpected, whyChosen } from '../panels/comparison-table.ts';
import { GoToData } from '../panels/endpoint-switch.tsx';
import { readPercent } from '../panels/given-rate.ts';
import { problemMessages, warningMessages } from '../panels/messages.tsx';
import { usedOf } from '../panels/method.ts';
import { noComparison } from '../panels/no-comparison.ts';
import { ChoiceField, LevelField, levelShown, PanelOptions } from '../panels/options.tsx';
import { answered } from '../panels/outcomes.ts';
import { RateIntervalField } from '../panels/rate-options.tsx';
import { ResultPanel } from '../panels/result-panel.tsx';
import { shown, shownParts } from '../panels/shown.ts';
import { steady } from '../panels/steady.ts';
import { StatTable } from '../tables/stat-table.tsx';
import { text } from '../text/text.ts';
import { Disclosure, Disclosures } from '../ui/disclosure.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Note, ProblemBlock, Warnings } from '../ui/messages.tsx';
import { Definition, Lede, MethodLine } from '../ui/panel.tsx';
import { Prose } from '../ui/prose.tsx';
import { TextField } from '../ui/text-field.tsx';
import { rateName, rates, responseAnswers, type Rate, type ResponseAnswers } from './answers.ts';
import { readWeeks } from './read-weeks.ts';
import { ResponseDuration } from './response-duration.tsx';
import { ResponseFragility } from './response-fragility.tsx';
import { ResponseBySubgroup } from './response-subgroups.tsx';
import { responseTable } from './response-table.ts';
import { benefitMethod, definition, lede } from './sentences.ts';

const words = text.response;

const denominators: readonly Denominator[] = ['all', 'evaluable'];

const answers = steady(() =>
  responseAnswers(shown.value.results, shownParts.options.value.response),
);

const messages = computed(() => {
  const { result, benefit, against, comparisons } = answers.value;
  const warnings = answered(result)?.warnings ?? [];
  return {
    warnings: [
      ...fewExpected(comparisons),
      ...warningMessages(warnings.filter(({ code }) => code !== 'oneGroup')),
    ],
    problems: problemMessages([
      { missing: words.noRates, outcome: result },
      { missing: words.noBenefit, outcome: benefit },
      { missing: words.noTest, outcome: against },
    ]).map((message) => ({
      ...message,
      action: <GoToData>{words.sayInData}</GoToData>,
    })),
  };
});

/** Without progression-free survival there is no rate of clinical benefit to set a duration of. */
const shownBenefit = computed(() => answers.value.benefit !== null);

/** How many warnings and problems the panel shows. */
export const responseAlerts = computed(
  () => messages.value.warnings.length + messages.value.problems.length,
);

/** Best response, objective response, disease control and clinical benefit, by arm. */
export function ResponseSection() {
  return (
    <ResultPanel id="response" title={words.title}>
      {shownParts.response.value === null ? (
        <EmptyState action={<GoToData>{words.chooseInData}</GoToData>}>{words.empty}</EmptyState>
      ) : (
        <ResponsePanel />
      )}
    </ResultPanel>
  );
}

function ResponsePanel() {
  const own = answers.value;
  const { result, comparisons, groups, denominator } = own;
  const { interval } = shownParts.options.value.response;
  const coverage = levelShown();
  const { warnings, problems } = messages.value;
  const answer = answered(result);
  if (answer === null) return <ProblemBlock items={problems} />;
  const compared = comparisonTable(words.comparison, comparisons, coverage);
  return (
    <>
      <Definition>{definition(own)}</Definition>
      <Lede>
        <Prose text={lede(own, interval, coverage)} />
      </Lede>
      <Warnings items={warnings} />
      {problems.length > 0 && <ProblemBlock items={problems} />}
      <StatTable model={responseTable(own, interval, coverage)} stacked={groups.length <= 2} />
      {comparisons.length > 0 && <StatTable model={compared} />}
      {groups.length === 1 && <Note items={[noComparison(shownParts.arm.value, words.tests)]} />}
      <MethodLine>
        {words.how} {benefitMethod(own)} {text.comparison.intervalMethod[interval](coverage)}{' '}
        {denominator === 'all' ? words.howAll : words.howEvaluable}{' '}
        {comparisons.length > 0 && `${text.comparison.effectIntervals} `}
        {whyChosen(comparisons)} <Prose text={usedOf(answer.used, answer.excluded)} />
      </MethodLine>
      <Disclosures>
        <ResponseOptions />
        <ResponseBySubgroup />
        <ResponseDuration />
        <ResponseFragility />
        <Disclosure name={text.comparison.allNumbers} setting={text.comparison.allNumbersSetting}>
          {rates.map((rate) => {
            const numbers = numbersOf(own, rate);
            return numbers.length > 0 && <RateNumbers name={rateName(rate)} groups={numbers} />;
          })}
          {comparisons.length > 0 && <ComparisonNumbers compared={comparisons} />}
        </Disclosure>
      </Disclosures>
    </>
  );
}

function ResponseOptions() {
  const { interval, denominator, against, benefitWeeks } = parts.options.value.response;
  return (
    <PanelOptions
      settings={[
        words.denominators[denominator].toLowerCase(),
        text.comparison.interval[interval],
        levelShown(),
        ...(against === null ? [] : [words.againstSetting(percent(against))]),
        ...(shownBenefit.value ? [words.benefitSetting(tick(benefitWeeks))] : []),
      ]}
    >
      <ChoiceField
        label={words.denominator}
        choices={denominators.map((value) => ({ value, label: words.denominators[value] }))}
        value={denominator}
        onChange={(value) => setOptions('response', { denominator: value })}
      />
      <RateIntervalField
        value={interval}
        onChange={(value) => setOptions('response', { interval: value })}
      />
      <LevelField />
      <TextField
        label={words.against}
        numeric
        value={against === null ? '' : tick(shifted(against, 2))}
        hint={words.againstHint}
        onCommit={(entry) => {
          const { rate, problem } = readPercent(entry);
          if (problem === null) setOptions('response', { against: rate });
          return problem;
        }}
      />
      {shownBenefit.value && (
        <TextField
          label={words.benefitWeeks}
          numeric
          value={tick(benefitWeeks)}
          hint={words.benefitHint}
          onCommit={(entry) => {
            const weeks = readWeeks(entry);
            if (weeks === null) return words.notWeeks;
            setOptions('response', { benefitWeeks: weeks });
            return null;
          }}
        />
      )}
    </PanelOptions>
  );
}

function numbersOf({ groups }: ResponseAnswers, rate: Rate): ProportionGroup[] {
  return groups.flatMap((group) => {
    const proportion = group[rate];
    return proportion === null ? [] : [{ ...proportion, label: group.label, exactTest: null }];
  });
}
