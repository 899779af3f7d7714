// Checks of the levels of arms and covariates: two spellings of one, too few patients, nobody with an
// event.
import { armName, levelLabel } from '../../format/words.ts';
import { text } from '../../text/text.ts';
import type { Cohort } from '../cohort.ts';
import { looksMisspelt } from '../guess/misspelt.ts';
import { levelColumn, levelCounts, levelRows } from '../row-values.ts';
import type { Setup } from '../setup.ts';
import { rowsOfTexts } from '../text/text-table.ts';
import type { FollowUp } from './endpoint-checks.ts';
import type { Check, Finding } from './finding.ts';

const says = text.data.checks;

/** Fewer patients than this in a level give no comparison worth printing. */
const smallLevel = 5;

interface Level {
  level: string;
  patients: number;
}

function levelsOf(cohort: Cohort, setup: Setup, name: string): Level[] {
  const counts = levelCounts(cohort, setup, name);
  return (setup.types.get(name)?.levels ?? []).map((level) => ({
    level,
    patients: counts.get(level) ?? 0,
  }));
}

function rowsOf(cohort: Cohort, setup: Setup, name: string, levels: readonly Level[]): number[] {
  const wanted = new Set(levels.map(({ level }) => level));
  return rowsOfTexts(levelColumn(cohort, setup, name), (level) => wanted.has(level));
}

function categoriesOf(setup: Setup): string[] {
  return setup.covariates.filter((name) => setup.types.get(name)?.type === 'category');
}

/** The arm, also one of too many names, and the covariates. */
function namedColumns(setup: Setup): string[] {
  const arm = setup.arm ?? setup.refusedArm;
  return [...(arm === null ? [] : [arm]), ...categoriesOf(setup)];
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
  const columns = namedColumns(setup);
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
        rows: rowsOf(cohort, setup, name, groups.flat()),
        columns: [name],
        levelsOf: name,
        offer: {
          kind: 'merge',
          column: name,
          groups: groups.map((group) => ({
            into: largest(group).level,
            from: group.map(({ level }) => level),
          })),
        },
      },
    ];
  });
  if (found.length > 0) return found;
  return columns.length > 0 ? { passed: says.alike.passed } : null;
}

function largest(levels: readonly Level[]): Level {
  return levels.reduce((most, one) => (one.patients > most.patients ? one : most));
}

/** What a hand misspells once or twice may be a fifth of the patients; more of them may be a tenth. */
const fewPatients = 2;
const timesLarger = (patients: number) => (patients <= fewPatients ? 5 : 10);

/** Levels of few patients that may be a much larger one, misspelt. One that may be either of two is none. */
export function misspeltLevels(cohort: Cohort, setup: Setup): Finding {
  const columns = namedColumns(setup);
  const found = columns.flatMap((name): Check[] => {
    const levels = levelsOf(cohort, setup, name).filter(({ patients }) => patients > 0);
    if (levels.length > mostCompared) return [];
    const groups = new Map<Level, Level[]>();
    for (const level of levels) {
      const twins = levels.filter(
        (other) =>
          other.patients >= timesLarger(level.patients) * level.patients &&
          looksMisspelt(level.level, other.level),
      );
      const [twin] = twins;
      if (twin !== undefined && twins.length === 1) {
        groups.set(twin, [...(groups.get(twin) ?? []), level]);
      }
    }
    return [...groups].map(([twin, own]) => ({
      id: `misspelt:${name}:${twin.level}`,
      kind: 'warning',
      claim: says.misspelt.claim(
        name,
        own.map(({ level, patients }) => ({ level, patients })),
        twin,
      ),
      text: says.misspelt.text,
      rows: rowsOf(cohort, setup, name, own),
      columns: [name],
      levelsOf: name,
      offer: {
        kind: 'merge',
        column: name,
        groups: [{ into: twin.level, from: [...own, twin].map(({ level }) => level) }],
      },
    }));
  });
  if (found.length > 0) return found;
  return columns.length > 0 ? { passed: says.misspelt.passed } : null;
}

/** More levels than this are names or remarks, and each is compared with every other. */
const mostCompared = 60;

/** The arm where some arms are large enough and others are not: those may be misspelt. */
function armOfUnlikeSizes(cohort: Cohort, setup: Setup): string[] {
  const { arm } = setup;
  if (arm === null) return [];
  const sizes = levelsOf(cohort, setup, arm).map(({ patients }) => patients);
  const isSmall = (n: number) => n > 0 && n < smallLevel;
  return sizes.some(isSmall) && sizes.some((n) => n >= smallLevel) ? [arm] : [];
}

export function smallLevels(cohort: Cohort, setup: Setup): Finding {
  const columns = [...armOfUnlikeSizes(cohort, setup), ...categoriesOf(setup)];
  const found = columns.flatMap((name): Check[] => {
    const levels = levelsOf(cohort, setup, name);
    const small = levels.filter(({ patients }) => patients > 0 && patients < smallLevel);
    if (small.length === 0) return [];
    return [
      {
        id: `small:${name}`,
        kind: 'warning',
        claim: says.small.claim(
          small.map(({ level, patients }) => ({ level: levelLabel(level), patients })),
        ),
        text: name === setup.arm ? says.small.arm(levels.length > 2) : says.small.text(name),
        rows: rowsOf(cohort, setup, name, small),
        columns: [name],
        ...(levels.length > 2 && { levelsOf: name }),
      },
    ];
  });
  if (found.length > 0) return found;
  return columns.length > 0 ? { passed: says.small.passed(smallLevel) } : null;
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
  const told = known.map(({ endpoint, events }) => ({ endpoint, events, said: saidOf(events) }));
  const found = columns.flatMap((name) => {
    const free = told.map(({ endpoint, events, said }) => ({
      endpoint,
      events,
      levels: withoutEvents(cohort, setup, name, said),
    }));
    return levelsOf(cohort, setup, name).flatMap(({ level }) =>
      free
        .filter(({ levels }) => levels.includes(level))
        .map(({ endpoint, events }): Check => {
          const rows = levelRows(cohort, setup, name, level).filter(
            (row) => events[row - 1] !== null,
          );
          const of = { verb: endpoint.verb, n: rows.length, endpoint: endpoint.name };
          return {
            id: `noEvents:${endpoint.name}:${name}:${level}`,
            kind: 'warning',
            claim:
              name === arm
                ? says.noEvents.arm(armName(level), of.verb, of.n, of.endpoint)
                : says.noEvents.claim(levelLabel(level), name, of.verb, of.n, of.endpoint),
            text: name === arm ? says.noEvents.armText : says.noEvents.text,
            rows,
            columns: [name, endpoint.event].filter((column) => column !== null),
            ...(name !== arm && { levelsOf: name }),
          };
        }),
    );
  });
  return found.length > 0 ? found : { passed: says.noEvents.passed };
}

/** What is said of each row, in a byte: nothing, no event, the event. */
function saidOf(events: FollowUp['events']): Uint8Array {
  const said = new Uint8Array(events.length);
  for (let row = 0; row < said.length; ++row) {
    if (events[row] !== null) said[row] = events[row] === true ? 2 : 1;
  }
  return said;
}

/** The levels in which somebody is followed and nobody has the event. */
function withoutEvents(cohort: Cohort, setup: Setup, name: string, said: Uint8Array): string[] {
  const { texts, codes } = levelColumn(cohort, setup, name);
  const followed = new Uint8Array(texts.length);
  const affected = new Uint8Array(texts.length);
  for (let row = 0; row < codes.length; ++row) {
    if (said[row] === 2) affected[codes[row]!] = 1;
    else if (said[row] === 1) followed[codes[row]!] = 1;
  }
  return levelsOf(cohort, setup, name).flatMap(({ level, patients }) => {
    const code = texts.indexOf(level);
    const large = name === setup.arm || patients >= smallLevel;
    return large && followed[code] === 1 && affected[code] === 0 ? [level] : [];
  });
}
