import type { Exclusion, Interval } from '../../build/wasm/riskset.js';
import { joined, type RichText } from '../base/rich-text.ts';
import { permutationSeed } from '../data/analyses/tests.ts';
import { setOptions } from '../data/store.ts';
import { count, full, interval, pEquals, tick } from '../format/numbers.ts';
import { inSentence, listed } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import { problemMessages, warningMessages } from '../panels/messages.tsx';
import { usedOf } from '../panels/method.ts';
import { ChoiceField } from '../panels/options.tsx';
import { answered, warningsOf } from '../panels/outcomes.ts';
import { StatTable } from '../tables/stat-table.tsx';
import { text } from '../text/text.ts';
import { Checkboxes } from '../ui/checkboxes.tsx';
import { ProblemBlock, Warnings } from '../ui/messages.tsx';
import { Prose } from '../ui/prose.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { SurvivalAnswers } from './answers.ts';
import { headline, largestOf, maxComboTable, pairsTable, weightedTable } from './test-tables.ts';

const say = text.survival.tests;
const switches = ['weighted', 'maxCombo', 'permutation', 'trend'] as const;

/** Which tests are computed beside the log-rank test, and what they say. `strata`: in words. */
export function ChosenTests({ answers, strata }: { answers: SurvivalAnswers; strata: string }) {
  const { groups, options } = answers;
  const { tests } = options;
  const several = groups.length > 2;
  const offered = switches.filter((kind) => kind !== (several ? 'maxCombo' : 'trend'));
  const within = strata === '' ? say.unstratified : say.stratified(strata);
  return (
    <>
      <div class="options screen-only">
        <Checkboxes
          label={say.also}
          choices={offered.map((value) => ({ value, label: say.kinds[value] }))}
          value={offered.filter((kind) => tests[kind])}
          onChange={(chosen) =>
            setOptions(
              'tests',
              Object.fromEntries(offered.map((kind) => [kind, chosen.includes(kind)])),
            )
          }
        />
        {tests.weighted && (
          <>
            <ExponentField name="rho" value={tests.rho} />
            <ExponentField name="gamma" value={tests.gamma} />
          </>
        )}
        {several && (
          <ChoiceField
            label={say.pairs}
            choices={(['off', 'holm', 'BH', 'bonferroni'] as const).map((value) => ({
              value,
              label: say.pairKinds[value],
            }))}
            value={tests.pairs}
            onChange={(pairs) => setOptions('tests', { pairs })}
          />
        )}
      </div>
      <p class="prose">{say.caution}</p>
      <Doubts answers={answers} />
      <Weighted answers={answers} within={within} />
      <MaxCombo answers={answers} within={within} />
      <Permutation answers={answers} within={within} />
      <Trend answers={answers} within={within} />
      <Pairs answers={answers} within={within} />
    </>
  );
}

function ExponentField({ name, value }: { name: 'rho' | 'gamma'; value: number }) {
  return (
    <TextField
      label={say[name]}
      numeric
      value={tick(value)}
      hint={say.exponentHint}
      onCommit={(entry) => {
        const exponent = Number(entry);
        if (!/^\d+(\.\d+)?$/.test(entry.trim()) || exponent > 10) return say.notAnExponent(entry);
        setOptions('tests', { [name]: exponent });
        return null;
      }}
    />
  );
}

function Doubts({ answers: { tests, logRank } }: { answers: SurvivalAnswers }) {
  const { weighted, maxCombo, permutation, trend, pairs } = tests;
  const missing = [
    ...Object.values(weighted).map((outcome) => ({ missing: say.missing.weighted, outcome })),
    { missing: say.missing.maxCombo, outcome: maxCombo },
    { missing: say.missing.permutation, outcome: permutation },
    { missing: say.missing.trend, outcome: trend },
    { missing: say.missing.pairs, outcome: pairs },
  ];
  // What the log-rank test warns of stands above the figure already.
  const known = new Set(warningsOf(logRank).map((warning) => JSON.stringify(warning)));
  const warnings = missing
    .flatMap(({ outcome }) => warningsOf(outcome))
    .filter((warning) => !known.has(JSON.stringify(warning)));
  return (
    <>
      <ProblemBlock items={problemMessages(missing)} />
      <Warnings items={warningMessages(warnings)} />
    </>
  );
}

interface TestProps {
  answers: SurvivalAnswers;
  /** Whether and by what the test is stratified. */
  within: string;
}

function Method({
  said,
  of: { used, excluded },
}: {
  said: readonly string[];
  of: { used: number; excluded: readonly Exclusion[] };
}) {
  const sentences: RichText[] = [...said.map((one) => [one]), usedOf(used, excluded)];
  return (
    <p class="note">
      <Prose text={joined(sentences)} />
    </p>
  );
}

function Weighted({ answers, within }: TestProps) {
  const test = answered(headline(answers));
  if (test === null || answers.tests.weighted.gehan === null) return null;
  const [first] = answers.groups;
  const sign =
    answers.groups.length === 2 && first !== undefined ? [say.zSign(inSentence(first.label))] : [];
  return (
    <>
      <StatTable model={weightedTable(answers)} stacked />
      <Method said={[say.weightedMethod, ...sign, within]} of={test} />
    </>
  );
}

function MaxCombo({ answers, within }: TestProps) {
  const test = answered(answers.tests.maxCombo);
  if (test === null) return null;
  const { maximum, p } = test.value;
  return (
    <>
      <p class="prose">
        <Prose text={say.maxComboResult(full.chiSquare(maximum), pEquals(p), largestOf(answers))} />
      </p>
      <StatTable model={maxComboTable(answers)} />
      <Method said={[say.maxComboMethod, within]} of={test} />
    </>
  );
}

/** In full, because 99 draws in 100,000 and none are not the same. */
function boundsOfP(bounds: Interval | null): string {
  const written = (p: number | null) => (p === 0 ? '0' : full.pValue(p));
  return interval(bounds ?? { lower: null, upper: null }, written);
}

function Permutation({ answers, within }: TestProps) {
  const test = answered(answers.tests.permutation);
  if (test === null) return null;
  const { p, exact, interval: bounds, labellings } = test.value;
  return (
    <>
      <p class="prose">
        <Prose
          text={
            exact
              ? say.exactResult(pEquals(p), count(labellings))
              : say.drawnResult(pEquals(p), boundsOfP(bounds), count(labellings))
          }
        />
      </p>
      <Method
        said={[...(exact ? [] : [say.seed(permutationSeed)]), say.permutationMethod, within]}
        of={test}
      />
    </>
  );
}

function Trend({ answers, within }: TestProps) {
  const test = answered(answers.tests.trend);
  const trend = test?.value.trend ?? null;
  if (test === null || trend === null) return null;
  const arms = listed(test.value.groups.map(({ label }) => inSentence(armLabel(label))));
  return (
    <>
      <p class="prose">
        <Prose
          text={say.trendResult(
            full.chiSquare(trend.z),
            full.chiSquare(trend.chiSquare),
            pEquals(trend.p),
          )}
        />
      </p>
      <Method said={[say.trendMethod(arms), within]} of={test} />
    </>
  );
}

function Pairs({ answers, within }: TestProps) {
  const test = answered(answers.tests.pairs);
  const { pairs } = answers.options.tests;
  if (test === null || pairs === 'off') return null;
  return (
    <>
      <StatTable model={pairsTable(answers)} />
      <Method said={[say.pairsMethod, say.adjustments[pairs], within]} of={test} />
    </>
  );
}
