// When responders responded, and how long it lasted, by arm.
import type { KaplanMeierGroup, ResponseDurationGroup } from '../../build/wasm/riskset.js';
import {
  countWithPercent,
  percent,
  percentInterval,
  saysNothing,
  tick,
  time,
  timeInterval,
  unitAt,
} from '../format/numbers.ts';
import { armColumns } from '../panels/arm-columns.ts';
import {
  cell,
  estimate,
  quiet,
  type Cell,
  type TableModel,
  type TableRow,
} from '../tables/model.ts';
import { text } from '../text/text.ts';
import type { DurationAnswers } from './duration-answers.ts';

const words = text.response.duration;

export function durationTable(own: DurationAnswers, times: readonly number[]): TableModel {
  const { groups, endpoint, coverage } = own;
  const { unit } = endpoint;
  const row = (head: string, of: (group: ResponseDurationGroup) => Cell): TableRow => ({
    kind: 'level',
    head: [head],
    cells: groups.map(of),
  });
  const ofCurve = (head: string, of: (curve: KaplanMeierGroup) => Cell) =>
    row(head, ({ duration }) => (duration === null ? quiet(words.noResponder) : of(duration)));
  return {
    label: words.table,
    caption: { name: words.table, rest: words.tableUnit(unit) },
    columns: armColumns(
      groups.map(({ label, patients }) => ({ label, n: patients })),
      null,
    ),
    rows: [
      {
        ...row(words.responders, ({ duration, patients }) =>
          cell(countWithPercent(duration?.n ?? 0, patients)),
        ),
        kind: 'plain',
      },
      { kind: 'group', head: [words.timeGroup], cells: [] },
      row(words.median, ({ timeToResponse: waited }) =>
        waited === null
          ? quiet(words.noResponder)
          : estimate(
              time(waited.median, unit),
              timeInterval({ lower: waited.shortest, upper: waited.longest }, unit),
            ),
      ),
      { kind: 'group', head: [words.durationGroup(coverage)], cells: [] },
      ofCurve(words.ended, ({ events, n }) => cell(countWithPercent(events, n))),
      ofCurve(words.durationMedian, ({ median }) =>
        saysNothing(median)
          ? cell(time(median.value, unit))
          : estimate(time(median.value, unit), timeInterval(median, unit)),
      ),
      ...times.map((at) =>
        ofCurve(words.lastsAt(tick(at), unitAt(at, unit)), (curve) => rateAt(curve, at)),
      ),
    ],
  };
}

function rateAt({ atTimes }: KaplanMeierGroup, at: number): Cell {
  const found = atTimes.find((one) => one.time === at);
  if (found === undefined || found.beyondFollowUp) return quiet(words.afterFollowUp);
  const { survival, lower, upper } = found;
  return saysNothing({ lower, upper })
    ? cell(percent(survival))
    : estimate(percent(survival), percentInterval({ lower, upper }));
}
