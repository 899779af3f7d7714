// Subgroup results as rows of a forest plot.
import type {
  ArmEffect,
  Interaction,
  SubgroupForest,
  SubgroupRow,
  TimeUnit,
} from '../../build/wasm/riskset.js';
import type { ForestData, ForestEffect, ForestRow } from '../figures/forest-model.ts';
import { count, notReachedShort, pValue, ratio, ratioInterval, time } from '../format/numbers.ts';
import { capitalised, inSentence, levelLabel } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import type { EndpointWords } from '../panels/endpoint-words.ts';
import { text } from '../text/text.ts';
import { shortNames } from '../panels/short-names.ts';

const own = text.subgroups;

export interface Subgroups {
  forest: SubgroupForest;
  /** The arm whose effect is drawn, where several are compared with the reference. */
  arm: string;
  labelOf: (column: string) => string;
  words: EndpointWords;
  unit: TimeUnit;
  /** "95%" */
  coverage: string;
}

/** The arm's effect against the reference in one row. */
export function effectIn(row: SubgroupRow, arm: string): ArmEffect {
  return [row, ...row.others].find(({ a }) => a === arm) ?? row;
}

/** The arms that are compared with the reference. */
export function comparedArms({ overall }: SubgroupForest): string[] {
  return [overall, ...overall.others].map(({ a }) => a);
}

export function forestData(subgroups: Subgroups): ForestData {
  const { forest, arm, words, unit, coverage } = subgroups;
  const { a, b } = effectIn(forest.overall, arm);
  const [compared, reference] = [armLabel(a), armLabel(b)];
  const [shortArm, shortReference] = shortNames(compared, reference);
  return {
    kind: 'ratio',
    groups: [
      {
        head: own.pair(compared, inSentence(reference)),
        columns: [{ head: own.patients }, { head: capitalised(words.events) }],
      },
      {
        head: own.medianHead(unit),
        columns: [
          { head: shortArm, whole: compared },
          { head: shortReference, whole: reference },
        ],
      },
    ],
    effectHead: own.ratioHead(coverage),
    better: {
      left: own.better(inSentence(compared)),
      right: own.better(inSentence(reference)),
    },
    rows: [
      { ...levelRow(forest.overall, subgroups), kind: 'overall', label: own.all },
      ...factors(forest).flatMap((factor) => factorRows(factor, subgroups)),
    ],
  };
}

export function factors({ rows }: SubgroupForest): string[] {
  return [...new Set(rows.map(({ factor }) => factor))];
}

function factorRows(factor: string, subgroups: Subgroups): ForestRow[] {
  const { forest, labelOf } = subgroups;
  const interaction = forest.interactions.find((one) => one.factor === factor);
  return [
    {
      kind: 'factor',
      label: labelOf(factor),
      cells: [],
      effect: null,
      text: '',
      interval: '',
      interaction: interactionText(interaction),
    },
    ...forest.rows.filter((row) => row.factor === factor).map((row) => levelRow(row, subgroups)),
  ];
}

function interactionText(interaction: Interaction | undefined): string {
  if (interaction === undefined || interaction.p === null) return own.notTested;
  return pValue(interaction.p);
}

function levelRow(row: SubgroupRow, { arm, unit }: Subgroups): ForestRow {
  const effect = effectIn(row, arm);
  const mine = row.perArm.find(({ label }) => label === effect.a);
  const reference = row.perArm.find(({ label }) => label === effect.b);
  const both = (show: (of: SubgroupRow['perArm'][number]) => string) =>
    mine === undefined || reference === undefined ? '' : `${show(mine)} / ${show(reference)}`;
  const drawn = drawnEffect(effect, (mine?.events ?? 0) + (reference?.events ?? 0));
  return {
    kind: 'level',
    label: levelLabel(row.level),
    cells: [
      both(({ n }) => count(n)),
      both(({ events }) => count(events)),
      ...(mine === undefined || reference === undefined
        ? []
        : [medianOf(mine, unit), medianOf(reference, unit)]),
    ],
    effect: drawn,
    text: drawn === null ? own.notEstimable(whyNot(row, effect)) : ratio(drawn.value),
    interval: drawn === null ? '' : `(${ratioInterval(drawn)})`,
    interaction: '',
  };
}

function medianOf({ n, median }: SubgroupRow['perArm'][number], unit: TimeUnit): string {
  if (n === 0) return own.none;
  return median === null ? notReachedShort : time(median, unit);
}

function drawnEffect(
  { ratio: value, lower, upper, small }: ArmEffect,
  events: number,
): ForestEffect | null {
  return value === null || lower === null || upper === null
    ? null
    : { value, lower, upper, weight: events, small };
}

/** The plain reason, from the counts beside it. */
function whyNot(row: SubgroupRow, { a, b }: ArmEffect): string {
  const arms = row.perArm.filter(({ label }) => label === a || label === b);
  if (arms.some(({ n }) => n === 0)) return own.oneArm;
  if (arms.every(({ events }) => events === 0)) return own.noEvents;
  if (arms.some(({ events }) => events === 0)) return own.noEventsInOne;
  return own.noOverlap;
}
