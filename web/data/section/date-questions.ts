// Which dates can be read in more than one order of day and month, and what speaks for one of them.
import { text } from '../../text/text.ts';
import type { Cohort } from '../cohort.ts';
import { decidingDate, openOrdersOf } from '../column-readings.ts';
import { isDateRole } from '../guess.ts';
import { roleOf } from '../roles.ts';
import type { Setup } from '../setup.ts';
import type { DateOrder } from '../text/parse-cell.ts';

export interface DateQuestion {
  /** The columns that the answer holds for: those with the same choice and the same guess. */
  columns: string[];
  orders: DateOrder[];
  order: DateOrder;
  example: string;
  evidence: string;
}

const says = text.data.columnReading.dateQuestion;

/** Only dates that something uses, or may use, are asked about. */
export function dateQuestions(cohort: Cohort, setup: Setup): DateQuestion[] {
  const questions: DateQuestion[] = [];
  for (const { name, role } of cohort.columns) {
    const own = setup.types.get(name);
    if (own?.type !== 'date' || setup.datesAnswered.has(name)) continue;
    const now = roleOf(setup, name);
    const used =
      now !== 'identifier' && (now !== 'unused' || (isDateRole(role) && role !== 'date'));
    const open = used ? openOrdersOf(cohort, setup, name) : null;
    if (open === null) continue;
    const { orders, example } = open;
    const same = questions.find(
      (one) => one.order === own.order && one.orders.join() === orders.join(),
    );
    if (same !== undefined) same.columns.push(name);
    else {
      const evidence = evidenceFor(cohort, setup, own.order);
      questions.push({ columns: [name], orders, order: own.order, example, evidence });
    }
  }
  return questions;
}

/** Another column of the table that can be read in one order only. */
function evidenceFor(cohort: Cohort, setup: Setup, order: DateOrder): string {
  for (const { name } of cohort.columns) {
    if (setup.types.get(name)?.order !== order) continue;
    const date = decidingDate(cohort, setup, name);
    if (date !== null) return says.alike(date, name);
  }
  return says.usual;
}
