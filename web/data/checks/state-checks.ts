// Deaths of another cause, where an endpoint counts only those of the disease.
import { text } from '../../text/text.ts';
import type { Cohort } from '../cohort.ts';
import { levelColumn } from '../row-values.ts';
import { codingOf, type Setup } from '../setup.ts';
import { rowsOfTexts } from '../text/text-table.ts';
import type { Finding } from './finding.ts';

const says = text.data.checks.otherDeaths;

/** They are censored, and yet can never have the event: a competing risk. */
export function otherDeaths(cohort: Cohort, setup: Setup): Finding {
  const endpoint = setup.endpoints.find(({ name }) => name === 'DSS');
  const event = endpoint?.event ?? null;
  if (endpoint === undefined || event === null) return null;
  const { states } = codingOf(cohort, setup, endpoint);
  const rows = rowsOfTexts(
    levelColumn(cohort, setup, event),
    (value) =>
      states?.get(value) === 'deadOfOther' && endpoint.eventLevels?.includes(value) === false,
  );
  if (rows.length === 0) return null;
  return [
    {
      id: 'otherDeaths',
      kind: 'warning',
      claim: says.claim(endpoint.name, rows.length),
      text: says.text,
      rows,
      columns: [event],
    },
  ];
}
