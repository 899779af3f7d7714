// Every word of the page. A second language is a folder beside `en/` whose catalogue satisfies
// `Text`: the compiler then names what is missing.
import { calculators } from './en/calculators.ts';
import { checked } from './en/checked.ts';
import { claims } from './en/claims.ts';
import { comparison } from './en/comparison.ts';
import { data } from './en/data.ts';
import { eventTable } from './en/event-table.ts';
import { figures } from './en/figures.ts';
import { fragility } from './en/fragility.ts';
import { grammar } from './en/grammar.ts';
import { modelChecks } from './en/model-checks.ts';
import { numbers } from './en/numbers.ts';
import { panels } from './en/panels.ts';
import { patients } from './en/patients.ts';
import { privacy } from './en/privacy.ts';
import { problems } from './en/problems.ts';
import { regression } from './en/regression.ts';
import { response } from './en/response.ts';
import { safety } from './en/safety.ts';
import { share } from './en/share.ts';
import { shared } from './en/shared.ts';
import { shell } from './en/shell.ts';
import { start } from './en/start.ts';
import { subgroups } from './en/subgroups.ts';
import { survival } from './en/survival.ts';
import { tableOne } from './en/table-one.ts';
import { terms } from './en/terms.ts';
import { trials } from './en/trials.ts';

const en = {
  grammar,
  numbers,
  shared,
  share,
  panels,
  comparison,
  shell,
  start,
  calculators,
  trials,
  data,
  patients,
  tableOne,
  response,
  fragility,
  survival,
  regression,
  modelChecks,
  subgroups,
  safety,
  eventTable,
  claims,
  figures,
  problems,
  terms,
  privacy,
  checked,
};

/** The same entries in any words. */
type InAnyWords<Entry> = Entry extends string
  ? string
  : Entry extends (...values: infer Values) => infer Said
    ? (...values: Values) => InAnyWords<Said>
    : Entry extends object
      ? { [Name in keyof Entry]: InAnyWords<Entry[Name]> }
      : Entry;

export type Text = InAnyWords<typeof en>;

export const text: Text = en;
