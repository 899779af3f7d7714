// Patients by arm, and for each endpoint events, censored patients and follow-up.
import type { KaplanMeierGroup } from '../../build/wasm/riskset.js';
import {
  count,
  countWithPercent,
  saysNothing,
  tick,
  time,
  timeInterval,
  units,
} from '../format/numbers.ts';
import {
  cell,
  estimate,
  quiet,
  type Cell,
  type TableModel,
  type TableRow,
} from '../tables/model.ts';
import { text } from '../text/text.ts';
import {
  endedBefore,
  endedWithoutEvent,
  hadTheEvent,
  shortestAndLongest,
  type EndpointFollowUp,
  type PatientsAnswers,
} from './answers.ts';

const say = text.patients.table;

export function patientsTable(answers: PatientsAnswers, level: string): TableModel {
  const { arms, patients, endpoints } = answers;
  const several = arms.length > 1;
  const counts = [
    ...(several ? arms.map((arm) => cell(countWithPercent(arm.patients, patients))) : []),
    cell(count(patients)),
  ];
  return {
    label: say.label,
    caption: { name: say.name, rest: say.rest(level) },
    columns: [
      ...(several ? arms.map(({ label }) => ({ head: [label], stack: 'arm' as const })) : []),
      { head: [say.all], stack: several ? ('comparison' as const) : ('arm' as const) },
    ],
    rows: [
      { kind: 'plain', head: [say.patients], cells: counts },
      ...endpoints.flatMap((one) => endpointRows(one, several)),
    ],
  };
}

function endpointRows(own: EndpointFollowUp, several: boolean): TableRow[] {
  const { endpoint, words, groups, all, early } = own;
  const { unit } = endpoint;
  if (all === null) return [];
  const shown = several ? [...groups, all] : [all];
  const row = (head: string, content: (group: KaplanMeierGroup) => Cell): TableRow => ({
    kind: 'level',
    head: [head],
    cells: shown.map((group) => (group.n === 0 ? quiet(say.nobody) : content(group))),
  });
  return [
    { kind: 'group', head: [say.endpoint(words.title, unit)], cells: [] },
    row(say.analysed, ({ n }) => cell(count(n))),
    row(say.events(words.counted), (group) => cell(countWithPercent(hadTheEvent(group), group.n))),
    row(say.censored, (group) => cell(countWithPercent(endedWithoutEvent(group), group.n))),
    ...(early === null
      ? []
      : [
          row(say.early(`${tick(early)} ${units[unit]}`), (group) =>
            cell(count(endedBefore(group, early))),
          ),
        ]),
    row(say.followUp, ({ median }) =>
      saysNothing(median)
        ? cell(time(median.value, unit))
        : estimate(time(median.value, unit), timeInterval(median, unit)),
    ),
    row(say.range, (group) => {
      const range = shortestAndLongest(group);
      return range === null
        ? quiet(say.nobody)
        : cell(say.from(time(range.from, unit), time(range.to, unit)));
    }),
  ];
}
