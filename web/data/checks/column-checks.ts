// Checks of single columns: what cannot be read, what is missing, what is repeated or rare.
import { count } from '../../format/numbers.ts';
import { listed, rowList } from '../../format/words.ts';
import { type Cohort, columnTexts } from '../cohort.ts';
import { contentOf, levelTexts, type Setup } from '../setup.ts';
import { type Check, type Finding, patients, rowsWhere } from './finding.ts';

function usedColumns(setup: Setup): string[] {
  const { arm, response, grade, endpoints, factors } = setup;
  const names = [
    arm,
    ...endpoints.flatMap(({ time, start, end, event }) => [
      ...(time === null ? [start, end] : [time]),
      event,
    ]),
    response?.column ?? null,
    grade,
    ...factors,
  ];
  return [...new Set(names.filter((name) => name !== null))];
}

export function unreadable(cohort: Cohort, setup: Setup): Finding {
  const found = [...new Set([...usedColumns(setup), ...setup.covariates])].flatMap(
    (name): Check[] => {
      const content = contentOf(cohort, setup, name);
      if (content === null) return [];
      const { rows, texts } = content.unreadable;
      if (rows.length === 0) return [];
      const what = content.type === 'date' ? ['a date', 'dates'] : ['a number', 'numbers'];
      const values =
        rows.length === 1
          ? `1 value that is not ${what[0]}`
          : `${count(rows.length)} values that are not ${what[1]}`;
      const shown = texts
        .slice(0, 3)
        .map((text) => `'${text}'`)
        .join(', ');
      return [
        {
          id: `unreadable:${name}`,
          kind: 'problem',
          claim: `${name} has ${values} (${rowList(rows)}: ${shown}).`,
          text: `Correct ${rows.length === 1 ? 'it or count it' : 'them or count them'} as missing.`,
          rows,
          columns: [name],
          uncountable: [...new Set(texts)],
        },
      ];
    },
  );
  return found.length > 0 ? found : { passed: 'every number and date can be read' };
}

export function missing(cohort: Cohort, setup: Setup): Finding {
  const found = usedColumns(setup).flatMap((name): Check[] => {
    const content = contentOf(cohort, setup, name);
    if (content === null || content.missing === 0) return [];
    const known = new Set(content.values.map(({ value }) => value));
    const texts = levelTexts(cohort, setup, name);
    const rows = rowsWhere(cohort, (row) => !known.has(texts[row]!));
    const text =
      name === setup.response?.column
        ? 'They count as not evaluable.'
        : 'Analyses that need it leave them out and say so.';
    return [
      {
        id: `missing:${name}`,
        kind: 'warning',
        claim: `${patients(rows)} ${rows.length === 1 ? 'has' : 'have'} no value of ${name}.`,
        text,
        rows,
        columns: [name],
      },
    ];
  });
  return found.length > 0 ? found : { passed: 'no value missing in the columns used' };
}

export function repeated(cohort: Cohort, setup: Setup): Finding {
  const identifier = cohort.columns.find(({ name }) => name === setup.identifiers[0]);
  if (identifier === undefined) return null;
  const texts = columnTexts(cohort, identifier.name);
  const twice = new Set(
    identifier.values.filter((value) => value.count > 1).map(({ value }) => value),
  );
  const rows = rowsWhere(cohort, (row) => twice.has(texts[row]!));
  if (rows.length === 0) return { passed: 'no repeated patient' };
  return [
    {
      id: 'repeated',
      kind: 'warning',
      claim: `${count(twice.size)} ${twice.size === 1 ? `value of ${identifier.name} stands` : `values of ${identifier.name} stand`} in more than one row (${rowList(rows)}).`,
      text: 'One row for each patient is needed: the same patient would count twice.',
      rows,
      columns: [identifier.name],
    },
  ];
}

/** Fewer patients than this in a level give no comparison worth printing. */
const smallLevel = 5;

export function smallLevels(cohort: Cohort, setup: Setup): Finding {
  const categories = setup.covariates.filter((name) => setup.types.get(name)?.type === 'category');
  const found = categories.flatMap((name): Check[] => {
    const texts = levelTexts(cohort, setup, name);
    const small = (setup.types.get(name)?.levels ?? [])
      .map((level) => ({ level, rows: rowsWhere(cohort, (row) => texts[row] === level) }))
      .filter(({ rows }) => rows.length < smallLevel);
    if (small.length === 0) return [];
    const named = small.map(
      ({ level, rows }) => `${level} is ${rows.length === 1 ? 'one patient' : patients(rows)}`,
    );
    return [
      {
        id: `small:${name}`,
        kind: 'warning',
        claim: `${listed(named)}.`,
        text: `That is too few for a comparison in ${name}. Leave it out of models.`,
        rows: small.flatMap(({ rows }) => rows).toSorted((a, b) => a - b),
        columns: [name],
      },
    ];
  });
  if (found.length > 0) return found;
  return categories.length > 0 ? { passed: `no level of fewer than ${smallLevel} patients` } : null;
}
