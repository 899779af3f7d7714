import { count } from '../format/numbers.ts';
import { term } from '../base/rich-text.ts';
import type { TableColumn } from '../tables/model.ts';
import { text } from '../text/text.ts';

/** A column for each arm with its patients; where two are compared, the effect and its p. */
export function armColumns(
  groups: readonly { label: string; n: number }[],
  effect: string | null,
): TableColumn[] {
  return [
    ...groups.map(({ label, n }) => ({
      head: [label === '' ? text.comparison.allPatients : label],
      note: text.comparison.patients(count(n)),
      stack: 'arm' as const,
    })),
    ...(effect === null
      ? []
      : [
          { head: [effect], stack: 'comparison' as const },
          { head: [term('p')], align: 'right' as const, stack: 'p' as const },
        ]),
  ];
}
