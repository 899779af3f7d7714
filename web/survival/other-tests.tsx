import { chosenStrata, possibleStrata } from '../data/analyses/survival.ts';
import { parts, setOptions, setup } from '../data/store.ts';
import { count, full, notEstimable, pEquals, ratio, ratioInterval } from '../format/numbers.ts';
import { plain, rich, term } from '../base/rich-text.ts';
import { inSentence, listed } from '../format/words.ts';
import { problemMessages } from '../panels/messages.tsx';
import { answered } from '../panels/outcomes.ts';
import { StatTable } from '../tables/stat-table.tsx';
import { cell, estimate, quiet, type Cell, type TableModel } from '../tables/model.ts';
import { text } from '../text/text.ts';
import { Checkboxes } from '../ui/checkboxes.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { ProblemBlock } from '../ui/messages.tsx';
import { ChosenTests } from './chosen-tests.tsx';
import { hazardRatios, type SurvivalAnswers } from './answers.ts';

const say = text.survival.otherTests;

/** The stratified tests beside the unstratified, and by which columns. */
export function OtherTests({ id, answers }: { id: string; answers: SurvivalAnswers }) {
  const types = parts.types.value;
  const columns = possibleStrata(setup.value);
  const chosen = chosenStrata(setup.value);
  const names = listed(chosen.map((name) => inSentence(types.get(name)?.label ?? name, name)));
  return (
    <Disclosure id={id} name={say.name} setting={settingOf(answers, names)}>
      <p class="prose">{columns.length === 0 ? say.noColumns : say.explain}</p>
      {columns.length > 0 && (
        <div class="screen-only">
          <Checkboxes
            label={say.strata}
            choices={columns.map((name) => ({
              value: name,
              label: types.get(name)?.label ?? name,
            }))}
            value={chosen}
            onChange={(next) => setOptions('survival', { strata: next })}
          />
        </div>
      )}
      {chosen.length > 0 && <Stratified answers={answers} names={names} />}
      <ChosenTests answers={answers} strata={names} />
    </Disclosure>
  );
}

/** What is chosen, or what could be. */
function settingOf({ options: { tests }, groups }: SurvivalAnswers, names: string): string {
  const { kinds, pairs } = text.survival.tests;
  const several = groups.length > 2;
  const chosen = [
    ...(names === '' ? [] : [say.setting(names)]),
    ...(tests.weighted ? [kinds.weighted] : []),
    ...(tests.maxCombo && !several ? [kinds.maxCombo] : []),
    ...(tests.permutation ? [kinds.permutation] : []),
    ...(tests.trend && several ? [kinds.trend] : []),
    ...(tests.pairs !== 'off' && several ? [pairs] : []),
  ];
  return chosen.length === 0 ? say.none : chosen.join(' · ');
}

function Stratified({ answers, names }: { answers: SurvivalAnswers; names: string }) {
  const { logRank, hazard } = answers.stratified;
  const problems = problemMessages([
    { missing: text.survival.problems.noLogRank, outcome: logRank },
    { missing: text.survival.problems.noHazardRatio, outcome: hazard },
  ]);
  return (
    <>
      <ProblemBlock items={problems} />
      <StatTable model={stratifiedTable(answers)} />
      <p class="note">{say.method(names)}</p>
    </>
  );
}

/** The same tests twice: over all patients, and within strata. */
export function stratifiedTable(answers: SurvivalAnswers): TableModel {
  const both = [answers, answers.stratified];
  const [test, unstratified, stratified] = say.heads;
  const arms = hazardRatios(answers);
  return {
    label: say.label,
    rowHead: [test],
    columns: [{ head: [unstratified] }, { head: [stratified] }],
    rows: [
      {
        kind: 'plain',
        head: [say.logRank],
        cells: both.map(({ logRank }) => logRankCell(answered(logRank)?.value ?? null)),
      },
      ...arms.map(({ arm }) => ({
        kind: 'plain' as const,
        head: [say.hazardRatio(inSentence(arm))],
        cells: both.map((own) => {
          const found = hazardRatios(own).find((ratioOf) => ratioOf.arm === arm);
          if (found === undefined) return quiet(text.survival.table.notTested);
          return found.value === null
            ? quiet(notEstimable)
            : {
                ...estimate(ratio(found.value), ratioInterval(found)),
                interval: `(${ratioInterval(found)}), ${plain(rich`${term('p')}${pEquals(found.p)}`)}`,
              };
        }),
      })),
      {
        kind: 'plain',
        head: [say.n],
        cells: both.map(({ logRank }) => cell(count(answered(logRank)?.used ?? null))),
      },
    ],
  };
}

function logRankCell(test: { chiSquare: number; df: number; p: number } | null): Cell {
  if (test === null) return quiet(text.survival.table.notTested);
  const statistic = text.survival.table.chiSquare(full.chiSquare(test.chiSquare), test.df);
  return { text: [term('p'), pEquals(test.p)], interval: `(${statistic})` };
}
