import type { Answer } from '../../build/wasm/riskset.js';
import { tableOneVariables, unreadableVariables } from '../data/analyses/table-one.ts';
import { cohort, setup } from '../data/store.ts';
import { inSentence, listed } from '../format/words.ts';
import { usedOf } from '../panels/method.ts';
import { shownCohort, shownParts, shownSetup } from '../panels/shown.ts';
import { CopyTable } from '../tables/copy-table.tsx';
import { StatTable } from '../tables/stat-table.tsx';
import { text } from '../text/text.ts';
import { Disclosure, Disclosures } from '../ui/disclosure.tsx';
import { MethodLine } from '../ui/panel.tsx';
import { Prose } from '../ui/prose.tsx';
import { RowsEditor } from './rows-editor.tsx';
import { tableOneModel, type TableOneOptions as Chosen } from './table-one.ts';
import { TableOneOptions } from './table-one-options.tsx';

const say = text.tableOne;

/** What a column is called in the table that is shown. */
export function shownLabel(column: string): string {
  return shownParts.types.value.get(column)?.label ?? column;
}

export function TableOneTable({ answer }: { answer: Answer<'tableOne'> }) {
  const model = tableOneModel(answer.value, shownParts.options.value.tableOne, shownLabel);
  return (
    <div>
      <StatTable model={model} />
      <CopyTable model={model} />
    </div>
  );
}

export function TableOneMethod({ answer }: { answer: Answer<'tableOne'> }) {
  const options = shownParts.options.value.tableOne;
  return (
    <MethodLine>
      {methodWords(options, answer.value.arms.length)}
      {options.tests && answer.value.arms.length > 1 && chosenByHand()}
      {notShown()}
      <Prose text={usedOf(answer.used, answer.excluded)} />
    </MethodLine>
  );
}

function notShown(): string {
  const loaded = shownCohort.value;
  const columns = loaded === null ? [] : unreadableVariables(loaded, shownSetup.value);
  if (columns.length === 0) return '';
  return say.method.notShown(listed(columns.map((one) => inSentence(shownLabel(one), one))));
}

function chosenByHand(): string {
  const loaded = shownCohort.value;
  const chosen =
    loaded === null
      ? []
      : tableOneVariables(loaded, shownSetup.value).filter(({ test }) => test !== undefined);
  if (chosen.length === 0) return '';
  const names = chosen.map(({ column }) => inSentence(shownLabel(column), column));
  return say.method.chosen(listed(names), chosen.length);
}

function methodWords({ quartiles, tests, differences }: Chosen, arms: number): string {
  const { method } = say;
  const compared = arms > 1;
  return [
    method.shown(method.quartiles[quartiles]),
    ...(compared && tests ? [arms === 2 ? method.two : method.more, method.counts] : []),
    ...(compared && differences ? [method.difference] : []),
  ].join('');
}

/** The rows of the table and its options, folded. */
export function TableOneChoices() {
  const loaded = cohort.value;
  if (loaded === null) return null;
  const rows = tableOneVariables(loaded, setup.value).length;
  return (
    <Disclosures>
      <Disclosure name={say.rows.name} setting={say.rows.setting(rows)}>
        <RowsEditor />
      </Disclosure>
      <TableOneOptions />
    </Disclosures>
  );
}
