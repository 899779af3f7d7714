// Checks of the levels of arms and covariates: two spellings of one, too few patients, nobody with an
// event.
import { armName, levelLabel } from '../../format/words.ts';
import { text } from '../../text/text.ts';
import type { Cohort } from '../cohort.ts';
import { levelTexts, type Setup } from '../setup.ts';
import type { FollowUp } from './endpoint-checks.ts';
import { type Check, type Finding, rowsWhere } from './finding.ts';

const says = text.data.checks;

/** Fewer patients than this in a level give no comparison worth printing. */
const smallLevel = 5;

interface Level {
  level: string;
  rows: number[];
}

function levelsOf(cohort: Cohort, setup: Setup, name: string): Level[] {
  const texts = levelTexts(cohort, setup, name);
  return (setup.types.get(name)?.levels ?? []).map((level) => ({
    level,
    rows: rowsWhere(cohort, (row) => texts[row] === level),
  }));
}

function categoriesOf(setup: Setup): string[] {
  return setup.covariates.filter((name) => setup.types.get(name)?.type === 'category');
}

/** A value without what hands write differently: "Chemo", "CHEMO." and "chemo" are spelt alike. */
function spelling(level: string): string {
  const joined = level
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]|\.$/gu, '');
  return joined.replace(/(?<=\p{L})-(?=\p{L})/gu, '');
}

/** Values of the arm or of a covariate that are probably one value, written in several ways. */
export function alikeLevels(cohort: Cohort, setup: Setup): Finding {
  const arm = setup.arm ?? setup.refusedArm;
  const columns = [...(arm === null ? [] : [arm]), ...categoriesOf(setup)];
  const found = columns.flatMap((name): Check[] => {
    const spellings = new Map<string, Level[]>();
    for (const level of levelsOf(cohort, setup, name)) {
      const key = spelling(level.level);
      spellings.set(key, [...(spellings.get(key) ?? []), level]);
    }
    const groups = [...spellings.values()].filter((group) => group.length > 1);
    if (groups.length === 0) return [];
    return [
      {
        id: `alike:${name}`,
        kind: 'warning',
        claim: says.alike.claim(
          name,
          groups.map((group) => group.map(({ level }) => level)),
        ),
        text: says.alike.text,
        rows: groups
          .flatMap((group) => group.flatMap(({ rows }) => rows))
          .toSorted((a, b) => a - b),
        columns: [name],
        levelsOf: name,
      },
    ];
  });
  if (found.length > 0) return found;
  return columns.length > 0 ? { passed: says.alike.passed } : null;
}

export function smallLevels(cohort: Cohort, setup: Setup): Finding {
  const categories = categoriesOf(setup);
  const found = categories.flatMap((name): Check[] => {
    const levels = levelsOf(cohort, setup, name);
    const small = levels.filter(({ rows }) => rows.length > 0 && rows.length < smallLevel);
    if (small.length === 0) return [];
    return [
      {
        id: `small:${name}`,
        kind: 'warning',
        claim: says.small.claim(
          small.map(({ level, rows }) => ({ level: levelLabel(level), patients: rows.length })),
        ),
        text: says.small.text(name),
        rows: small.flatMap(({ rows }) => rows).toSorted((a, b) => a - b),
        columns: [name],
        ...(levels.length > 2 && { levelsOf: name }),
      },
    ];
  });
  if (found.length > 0) return found;
  return categories.length > 0 ? { passed: says.small.passed(smallLevel) } : null;
}

/**
 * Levels of which nobody has the event, of the arm and of the model's factors. A level too small
 * for a comparison has its own sentence; where nobody at all has the event the question of its
 * coding comes first.
 */
export function levelsWithoutEvents(
  cohort: Cohort,
  setup: Setup,
  endpoints: readonly FollowUp[],
): Finding {
  const { arm } = setup;
  const factors = setup.factors.filter((name) => setup.types.get(name)?.type === 'category');
  const columns = [...(arm === null ? [] : [arm]), ...factors];
  const known = endpoints.filter(({ events }) => events.includes(true));
  if (columns.length === 0 || known.length === 0) return null;
  const found = columns.flatMap((name) =>
    levelsOf(cohort, setup, name)
      .filter(({ rows }) => name === arm || rows.length >= smallLevel)
      .flatMap(({ level, rows }) =>
        known.flatMap(({ endpoint, events }): Check[] => {
          const followed = rows.filter((row) => events[row - 1] !== null);
          const free = followed.length > 0 && followed.every((row) => events[row - 1] === false);
          if (!free) return [];
          const of = { verb: endpoint.verb, n: followed.length, endpoint: endpoint.name };
          return [
            {
              id: `noEvents:${endpoint.name}:${name}:${level}`,
              kind: 'warning',
              claim:
                name === arm
                  ? says.noEvents.arm(armName(level), of.verb, of.n, of.endpoint)
                  : says.noEvents.claim(levelLabel(level), name, of.verb, of.n, of.endpoint),
              text: name === arm ? says.noEvents.armText : says.noEvents.text,
              rows: followed,
              columns: [name, endpoint.event].filter((column) => column !== null),
              ...(name !== arm && { levelsOf: name }),
            },
          ];
        }),
      ),
  );
  return found.length > 0 ? found : { passed: says.noEvents.passed };
}
