// The patients of files or sheets that are read one below the other. Titles, units, totals and remarks
// stand where their own file begins or ends, so that they are looked for in each by itself.
import type { Line } from './line.ts';
import { type Patients, patientsOf } from './patients.ts';

/** Two parts whose lines of units do not say the same of a column. */
export interface OtherUnits {
  column: string;
  parts: [string, string];
  units: [string, string];
}

export function patientsByPart(
  names: readonly string[],
  lines: readonly Line[],
  partOf: (line: number) => string,
  kept: ReadonlySet<number>,
  leaveHidden: boolean,
): { patients: Patients; otherUnits: OtherUnits | null } {
  const parts = new Map<string, Line[]>();
  for (const line of lines) {
    const part = partOf(line.line);
    const own = parts.get(part);
    if (own === undefined) parts.set(part, [line]);
    else own.push(line);
  }
  const each = [...parts].map(([part, own]) => {
    const found = patientsOf(names, own, kept, leaveHidden);
    const at = found.leftOut.find(({ kind }) => kind === 'units')?.line;
    return { part, found, units: own.find(({ line }) => line === at)?.cells ?? [] };
  });
  const found = each.map((one) => one.found);
  const divided = found.some(({ sections }) => sections !== null);
  return {
    patients: {
      rows: found.flatMap(({ rows }) => rows),
      leftOut: found.flatMap(({ leftOut }) => leftOut),
      sections: divided
        ? found.flatMap(({ rows, sections }) => sections ?? rows.map(() => ''))
        : null,
    },
    otherUnits: otherUnitsOf(names, each),
  };
}

function otherUnitsOf(
  names: readonly string[],
  parts: readonly { part: string; units: readonly string[] }[],
): OtherUnits | null {
  for (const [at, column] of names.entries()) {
    const said = parts.flatMap(({ part, units }) => {
      const unit = (units[at] ?? '').trim();
      return unit === '' ? [] : [{ part, unit }];
    });
    const [first] = said;
    const other = said.find(({ unit }) => plain(unit) !== plain(first!.unit));
    if (first !== undefined && other !== undefined) {
      return { column, parts: [first.part, other.part], units: [first.unit, other.unit] };
    }
  }
  return null;
}

/** "(Months)" is "month". */
function plain(unit: string): string {
  return unit
    .toLowerCase()
    .replace(/[^\p{L}\d%/^.]/gu, '')
    .replace(/(?<=[a-z]{3})s$/, '');
}
