// Values that are read by a rule which may be wrong: each rule is told with its rows, and one press
// away from being changed.
import { day, tick } from '../../format/numbers.ts';
import { text } from '../../text/text.ts';
import type { Cohort } from '../cohort.ts';
import { type ColumnReading, readingsOf } from '../column-readings.ts';
import type { Setup } from '../setup.ts';
import { usedColumns } from './column-checks.ts';
import type { Check, Finding } from './finding.ts';

const says = text.data.checks.readings;

/** Limits, and dates without a day or with a short year: thousands and units leave no doubt. */
export function readings(cohort: Cohort, setup: Setup): Finding {
  const names = new Set([
    ...usedColumns(setup),
    ...setup.covariates,
    ...cohort.columns.flatMap(({ name, type, role }) =>
      type === 'date' && role !== 'identifier' ? [name] : [],
    ),
  ]);
  const found = [...names].flatMap((name): Check[] =>
    (readingsOf(cohort, setup, name) ?? []).flatMap((reading) => {
      const said = sentences(cohort, setup, name, reading);
      if (said === null) return [];
      const { rows, kind } = reading;
      return [
        {
          id: `${kind}:${name}`,
          kind: 'warning',
          ...said,
          rows,
          columns: [name],
          readingOf: name,
        },
      ];
    }),
  );
  return found.length > 0 ? found : null;
}

function sentences(
  cohort: Cohort,
  setup: Setup,
  name: string,
  { kind, rows, example, value }: ColumnReading,
): { claim: string; text: string } | null {
  const n = rows.length;
  switch (kind) {
    case 'limit': {
      const marks = cohort.columns.some(({ censoringOf }) => censoringOf === name);
      if (marks) return null;
      const taken = setup.types.get(name)?.signs.inexact === 'approximate';
      return {
        claim: says.limits(name, example, n),
        text: taken ? says.limitsTaken(String(value)) : says.limitsMissing,
      };
    }
    case 'month':
    case 'year':
      return {
        claim: says.partial(name, example, n, kind),
        text: value === null ? says.partialMissing : says.partialTaken(day(value)),
      };
    case 'shortYear':
      return {
        claim: says.shortYears(name, example, n),
        text: value === null ? says.partialMissing : says.shortYearsRead(day(value)),
      };
    case 'serial':
      return {
        claim: says.serials(name, example, n),
        text: value === null ? says.partialMissing : says.serialsRead(day(value)),
      };
    case 'otherUnit': {
      const unit = setup.types.get(name)?.signs.unit ?? '';
      return {
        claim: says.otherUnits(name, example, n),
        text: says.otherUnitsRead(value === null ? null : tick(value), unit),
      };
    }
    case 'unit':
    case 'thousands':
      return null;
  }
}
