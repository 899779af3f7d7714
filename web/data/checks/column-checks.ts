// Checks of single columns: what cannot be read, what is missing, what is repeated.
import { text } from '../../text/text.ts';
import { type Cohort, columnNamed, textColumn } from '../cohort.ts';
import { endpointColumns, isComposed, timeColumns } from '../endpoint-dates.ts';
import { originColumn } from '../how-read.ts';
import { namesPatients } from '../guess/role-words.ts';
import { differsWithin, namesVisits } from '../guess/visits.ts';
import { wordsOf } from '../guess/words.ts';
import type { ColumnContent } from '../profile.ts';
import { contentOf, type EndpointSetup, type Setup } from '../setup.ts';
import { composedFollowUp } from '../row-values.ts';
import { rowsOfTexts, type TextColumn, textCounts } from '../text/text-table.ts';
import { type Check, type Finding, rowsWhere } from './finding.ts';

const says = text.data.checks;

export function usedColumns(setup: Setup): string[] {
  const { arm, response, firstResponse, grade, endpoints, factors } = setup;
  const names = [
    arm,
    ...endpoints.flatMap(endpointColumns),
    response?.column ?? null,
    firstResponse,
    grade,
    ...factors,
  ];
  return [...new Set(names.filter((name) => name !== null))];
}

export function unreadable(cohort: Cohort, setup: Setup): Finding {
  const found = [...new Set([...usedColumns(setup), ...setup.covariates])].flatMap(
    (name): Check[] => {
      const content = contentOf(cohort, setup, name);
      if (content === null || content.type === 'category') return [];
      const { rows, texts } = keptOf(content.unreadable, setup);
      if (rows.length === 0) return [];
      const thousand = content.type === 'number' ? texts.find(isThousand) : undefined;
      return [
        {
          id: `unreadable:${name}`,
          kind: 'problem',
          claim: says.unreadable.claim(name, content.type, rows, [...new Set(texts)].slice(0, 3)),
          text:
            thousand === undefined
              ? says.unreadable.text(rows.length)
              : says.unreadable.thousands(thousand, thousand.replaceAll(/[.,' ](?=\d{3})/g, '')),
          rows,
          columns: [name],
          // A thousand is known: to count it as missing would lose it.
          ...(thousand === undefined && { uncountable: [...new Set(texts)] }),
        },
      ];
    },
  );
  return found.length > 0 ? found : { passed: says.unreadable.passed };
}

/** Without the rows that are excluded by hand. */
function keptOf({ rows, texts }: ColumnContent['unreadable'], { exclude }: Setup) {
  const excluded = new Set(exclude.map(({ row }) => row));
  const kept = rows.map((row) => !excluded.has(row));
  return { rows: rows.filter((_, at) => kept[at]), texts: texts.filter((_, at) => kept[at]) };
}

/** "1,234" or "1.234,5": a sign stands between thousands. */
function isThousand(written: string): boolean {
  return /^\d{1,3}([.,' ]\d{3})+([.,]\d+)?$/.test(written);
}

export function missing(cohort: Cohort, setup: Setup): Finding {
  const composed = setup.endpoints.filter(isComposed);
  const dates = new Set(composed.flatMap((one) => timeColumns({ ...one, start: null })));
  const needed = new Set(
    setup.endpoints.filter((one) => !isComposed(one)).flatMap(endpointColumns),
  );
  // That some have no day of the event is what a composition is for.
  const columns = usedColumns(setup).filter((name) => !dates.has(name) || needed.has(name));
  const ofColumns = columns.flatMap((name): Check[] => {
    const content = contentOf(cohort, setup, name);
    const own = setup.types.get(name);
    if (content === null || own === undefined || content.missing === 0) return [];
    const known = new Set([
      ...(own.type === 'category' ? own.levels : content.values.map(({ value }) => value)),
      ...[...own.merge.values()].flat(),
    ]);
    const excluded = new Set(setup.exclude.map(({ row }) => row));
    const gaps = rowsOfTexts(textColumn(cohort, name), (written) => !known.has(written));
    const rows = gaps.filter((row) => !excluded.has(row));
    if (rows.length === 0) return [];
    return [
      {
        id: `missing:${name}`,
        kind: 'warning',
        claim: says.missing.claim(name, rows),
        text: whatMissingMeans(setup, name, own.levels),
        rows,
        columns: [name],
      },
    ];
  });
  const found = [...ofColumns, ...composed.flatMap((one) => withoutEnd(cohort, setup, one))];
  return found.length > 0 ? found : { passed: says.missing.passed };
}

/** Patients with neither an event nor a day without one. */
function withoutEnd(cohort: Cohort, setup: Setup, endpoint: EndpointSetup): Check[] {
  const { times } = composedFollowUp(cohort, setup, endpoint);
  const excluded = new Set(setup.exclude.map(({ row }) => row - 1));
  const rows = rowsWhere(cohort, (row) => times[row] === null && !excluded.has(row));
  if (rows.length === 0) return [];
  return [
    {
      id: `missing:${endpoint.name}`,
      kind: 'warning',
      claim: says.missing.noEnd(endpoint.name, rows),
      text: says.missing.leftOut,
      rows,
      columns: timeColumns(endpoint),
    },
  ];
}

function whatMissingMeans(setup: Setup, name: string, levels: readonly string[]): string {
  if (name === setup.response?.column) return says.missing.notEvaluable;
  const { endpoints } = setup;
  if (endpoints.some(({ time, end }) => time === null && end === name)) return says.missing.endDate;
  const [only] = levels;
  return levels.length === 1 && only !== undefined && endpoints.some(({ event }) => event === name)
    ? says.missing.onlyEvents(only, name)
    : says.missing.leftOut;
}

/** Patients are fewer than this share of the rows where most rows are of patients who came again. */
const mostlyPatients = 0.6;

export function repeated(cohort: Cohort, setup: Setup): Finding {
  const [first, ...others] = setup.identifiers.flatMap(
    (own) => cohort.columns.find((one) => one.name === own) ?? [],
  );
  if (first === undefined) return null;
  // Beside a number of the row the patient's own stands in a column of its own.
  const named = [first, ...others.filter((one) => namesPatients(wordsOf(one.name)))];
  const identifier = named.find((one) => severalTimes(cohort, one).size > 0);
  if (identifier === undefined) return { passed: says.repeated.passed };
  const { name, values } = identifier;
  const column = textColumn(cohort, name);
  const twice = severalTimes(cohort, identifier);
  const rows = rowsOfTexts(column, (written) => twice.has(written));
  const origin = columnNamed(cohort, originColumn(cohort.how) ?? '');
  const ofParts = origin === undefined ? null : partsOf(column, origin, twice);
  if (ofParts !== null && ofParts.within === 0) {
    const { kind } = cohort.how;
    return [
      {
        id: 'repeated',
        kind: 'warning',
        claim: says.repeated.parts(name, twice.size, kind === 'files', rows),
        text: says.repeated.partsText,
        rows,
        columns: [name],
      },
    ];
  }
  const different = values.length + (ofParts?.further ?? 0);
  const several = ofParts?.several ?? twice.size;
  const visit = visitColumn(cohort, setup, column, twice, different);
  const known = values.reduce((sum, one) => sum + one.count, 0);
  const where = { id: 'repeated', rows, columns: visit === null ? [name] : [name, visit] };
  // Where most have several rows, or rows far outnumber the patients, all counts are of rows.
  if (2 * several > different || different < mostlyPatients * known) {
    const claim = says.repeated.visits(name, different, several, known, visit);
    return [{ ...where, kind: 'problem', claim, text: says.repeated.visitsText }];
  }
  if (visit === null) {
    const claim = says.repeated.claim(name, twice.size, rows);
    return [{ ...where, kind: 'warning', claim, text: says.repeated.text }];
  }
  const claim = says.repeated.someVisits(name, different, several, visit, rows);
  return [{ ...where, kind: 'warning', claim, text: says.repeated.someVisitsText }];
}

/** The values of an identifier that stand in more than one row. */
function severalTimes(cohort: Cohort, { name, values }: ColumnContent): Set<string> {
  const column = textColumn(cohort, name);
  const counts = textCounts(column);
  const several = new Set(column.texts.filter((_, code) => counts[code]! > 1));
  if (several.size === 0) return several;
  return new Set(values.flatMap(({ value }) => (several.has(value) ? [value] : [])));
}

/** Fewer patients with several rows may have been entered twice. */
const fewestSeen = 3;
const manySeen = 0.2;

/** A column of dates, or of numbers of visits, that differs between the rows of each patient. */
function visitColumn(
  cohort: Cohort,
  setup: Setup,
  patients: TextColumn,
  twice: ReadonlySet<string>,
  different: number,
): string | null {
  if (twice.size < Math.max(fewestSeen, manySeen * different)) return null;
  const differs = ({ name }: ColumnContent) =>
    differsWithin(patients, textColumn(cohort, name), (written) => twice.has(written));
  const isVisit = ({ name }: ColumnContent) =>
    !setup.identifiers.includes(name) &&
    (setup.types.get(name)?.type === 'date' || namesVisits(wordsOf(name)));
  return cohort.columns.find((one) => isVisit(one) && differs(one))?.name ?? null;
}

/**
 * Of identifiers that stand in several rows: how often one stands again in the same file or sheet,
 * how many do, each counted in each part, and in how many further parts they stand.
 */
function partsOf(column: TextColumn, origin: TextColumn, twice: ReadonlySet<string>) {
  const seen = new Map<string, Set<number>>();
  const again = new Set<string>();
  let within = 0;
  column.codes.forEach((code, row) => {
    const written = column.texts[code]!;
    if (!twice.has(written)) return;
    const parts = seen.get(written) ?? new Set();
    const part = origin.codes[row]!;
    if (parts.has(part)) {
      within += 1;
      again.add(`${code} ${part}`);
    }
    seen.set(written, parts.add(part));
  });
  const further = [...seen.values()].reduce((sum, { size }) => sum + size - 1, 0);
  return { within, several: again.size, further };
}

/** Columns that can identify a patient; they are listed under the table. */
export function identifiers(setup: Setup): Finding {
  return setup.identifiers.length > 0 ? null : { passed: says.identifiers.passed };
}
