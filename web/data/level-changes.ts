// How the setup follows when levels are ordered, merged, renamed and taken apart. Pure.
import type { Cohort } from './cohort.ts';
import { mostArms } from './guess.ts';
import { responseCodeOf } from './guess/codes.ts';
import {
  joinedInto,
  joinedLevels,
  type Levels,
  merged,
  reordered,
  split,
  splitInto,
} from './levels.ts';
import type { Options } from './options.ts';
import { withOtherArm } from './setup-changes.ts';
import { type EndpointSetup, type ResponseSetup, type Setup, withArm } from './setup.ts';

/**
 * Grades are read from their own texts: a merged grade would have no number. Of an identifier the
 * setup keeps no value.
 */
export function canMerge(setup: Setup, column: string): boolean {
  const { types, grade, adverseEvents, identifiers } = setup;
  const fixed = [grade, ...adverseEvents, ...identifiers].includes(column);
  return types.get(column)?.type === 'category' && !fixed;
}

/** The setup with the levels of a column in another order; the first is the reference. */
export function withLevelOrder(before: Setup, column: string, wanted: readonly string[]): Setup {
  const own = before.types.get(column);
  if (own?.type !== 'category' || before.identifiers.includes(column)) return before;
  const after: Setup = {
    ...withLevels(before, column, { ...own, levels: reordered(own.levels, wanted) }),
    response: withResponses(before, column, (levels) =>
      reordered([...levels.keys()], wanted).map((level) => [level, levels.get(level)!]),
    ),
  };
  return before.arm === column
    ? { ...after, armLevels: reordered(before.armLevels, wanted) }
    : after;
}

/** The setup in which several levels are one, or one has another name. */
export function withMerged(
  cohort: Cohort,
  before: Setup,
  column: string,
  into: string,
  from: readonly string[],
): Setup {
  const own = before.types.get(column);
  const name = into.trim();
  if (own === undefined || !canMerge(before, column) || name === '') return before;
  const joined = joinedLevels(own, name, from);
  if (joined.every((level) => level === name) || isHidden(own, name, joined)) return before;
  const after: Setup = {
    ...withLevels(before, column, merged(own, name, joined)),
    options: withOutcomeMerged(before, column, name, joined),
    endpoints: before.endpoints.map((endpoint) =>
      endpoint.event === column ? withEventsMerged(endpoint, name, joined) : endpoint,
    ),
    response: withResponses(before, column, (levels) => {
      const meanings = new Set(joined.map((level) => levels.get(level) ?? null));
      const [meaning = null] = meanings;
      return joinedInto([...levels.keys()], name, joined).map((level) => [
        level,
        level === name ? (meanings.size === 1 ? meaning : null) : levels.get(level)!,
      ]);
    }),
  };
  if (before.arm === column) {
    return { ...after, armLevels: joinedInto(before.armLevels, name, joined) };
  }
  return before.refusedArm === column ? withOtherArm(cohort, after, column) : after;
}

/** Whether the name is a value that another merged level stands for: it would mean two things. */
function isHidden({ merge }: Levels, name: string, joined: readonly string[]): boolean {
  return [...merge].some(([level, parts]) => !joined.includes(level) && parts.includes(name));
}

/** The setup in which a merged level is taken apart. */
export function withSplit(before: Setup, column: string, level: string): Setup {
  const own = before.types.get(column);
  const parts = own?.merge.get(level);
  if (own === undefined || parts === undefined) return before;
  const after: Setup = {
    ...withLevels(before, column, split(own, level)),
    endpoints: before.endpoints.map((endpoint) =>
      endpoint.event !== column || endpoint.eventLevels === null
        ? endpoint
        : { ...endpoint, eventLevels: splitInto(endpoint.eventLevels, level, parts) },
    ),
    response: withResponses(before, column, (levels) =>
      [...levels].flatMap(([text, meaning]) =>
        text === level
          ? parts.map((part) => [part, responseCodeOf(part) ?? meaning] as const)
          : [[text, meaning] as const],
      ),
    ),
  };
  if (before.arm !== column) return after;
  const armLevels = splitInto(before.armLevels, level, parts);
  return armLevels.length > mostArms ? withArm(after, column) : { ...after, armLevels };
}

/** The setup in which every level of a column stands for itself. */
export function withoutMerges(before: Setup, column: string): Setup {
  const own = before.types.get(column);
  return [...(own?.merge.keys() ?? [])].reduce(
    (setup, level) => withSplit(setup, column, level),
    before,
  );
}

function withLevels(before: Setup, column: string, { levels, merge }: Levels): Setup {
  const own = before.types.get(column)!;
  return { ...before, types: new Map(before.types).set(column, { ...own, levels, merge }) };
}

/** An event merged with a value that is none says neither: it is asked again. */
function withEventsMerged(
  endpoint: EndpointSetup,
  name: string,
  joined: readonly string[],
): EndpointSetup {
  const { eventLevels } = endpoint;
  const events = joined.filter((level) => eventLevels?.includes(level));
  if (eventLevels === null || events.length === 0) return endpoint;
  return events.length === joined.length
    ? { ...endpoint, eventLevels: joinedInto(eventLevels, name, joined) }
    : { ...endpoint, eventLevels: null, confirmed: false };
}

/** The level that is the outcome of odds ratios keeps being it under a new name. */
function withOutcomeMerged(
  { options }: Setup,
  column: string,
  name: string,
  joined: readonly string[],
): Options {
  const { logistic } = options;
  return logistic.column === column && joined.some((level) => level === logistic.level)
    ? { ...options, logistic: { ...logistic, level: name } }
    : options;
}

type Meanings = ResponseSetup['levels'];

function withResponses(
  { response }: Setup,
  column: string,
  change: (levels: Meanings) => Iterable<readonly [string, ReturnType<typeof responseCodeOf>]>,
): ResponseSetup | null {
  return response?.column === column
    ? { ...response, levels: new Map(change(response.levels)) }
    : response;
}
