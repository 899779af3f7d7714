// Names of columns in an analysis that is sent: also those of which nothing else goes.
import type { SavedAnalysis } from '../data/saved/document.ts';
import type { Setup } from '../data/setup.ts';

/** What was decided about columns that are not there is of no use, and would only name them. */
export function withColumnsOf(setup: Setup, header: readonly string[]): Setup {
  const there = new Set(header);
  const of = (names: Iterable<string>) => [...names].filter((name) => there.has(name));
  const { refusedArm, identifiers, covariates, factors, chosen, datesAnswered, dateRoles } = setup;
  return {
    ...setup,
    refusedArm: refusedArm !== null && there.has(refusedArm) ? refusedArm : null,
    identifiers: of(identifiers),
    covariates: of(covariates),
    factors: of(factors),
    chosen: new Set(of(chosen)),
    datesAnswered: new Set(of(datesAnswered)),
    dateRoles: new Map([...dateRoles].filter(([name]) => there.has(name))),
  };
}

/** Columns of the table whose names stand anywhere in the analysis, in the order of the table. */
export function columnsNamedIn(analysis: SavedAnalysis, header: readonly string[]): string[] {
  const said = new Set<string>();
  const read = (value: unknown): void => {
    if (typeof value === 'string') said.add(value);
    if (typeof value !== 'object' || value === null) return;
    for (const part of Object.values(value)) read(part);
  };
  read(analysis);
  // Other keys are words of the format.
  const { columns, derived, page } = analysis;
  for (const part of [columns, derived, page?.columns, page?.cutPoints]) {
    for (const name of Object.keys(part ?? {})) said.add(name);
  }
  return header.filter((name) => said.has(name));
}
