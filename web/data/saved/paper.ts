// The paper of a saved analysis: its claims are analyses of the file, its text stands under `page`.
import { claimAnalysis, gapOf } from '../paper/analyses.ts';
import { type Claim, type ClaimKind, claimKinds, type PrintedArm } from '../paper/claim.ts';
import { emptyPaper, type Paper, type PaperClaim, type Place } from '../paper/paper.ts';
import type { Analysis } from '../analyses/analysis.ts';
import type { SavedAnalysis } from './document.ts';
import type { Shape } from './shape.ts';

/** What of a claim the analysis cannot say. */
interface SavedMark {
  id?: string | null;
  places?: (number[] | null)[] | null;
  by?: PaperClaim['by'] | null;
  ofCurve?: boolean | null;
  /** Where something lacks, so that no analysis can be asked. */
  claim?: object | null;
}

export interface SavedPaper {
  text?: string | null;
  marks?: (SavedMark | null)[] | null;
  removed?: (string | null)[] | null;
}

const line: Shape = 'text';
const whole: Shape = 'anything';

export const paperShape: Shape = {
  keys: {
    text: line,
    marks: {
      listOf: {
        keys: {
          id: line,
          places: { listOf: { listOf: 'number' } },
          by: { oneOf: ['found', 'corrected', 'hand'] },
          ofCurve: 'flag',
          claim: whole,
        },
      },
    },
    removed: { listOf: line },
  },
};

/** The analyses of the claims that can be checked, and the page's part. */
export function savedPaper({ text, claims, removed }: Paper): {
  analyses: Analysis[];
  paper: SavedPaper;
} {
  return {
    analyses: claims.filter(({ claim }) => gapOf(claim) === null).map(claimAnalysis),
    paper: {
      text,
      marks: claims.map(({ id, places, by, ofCurve, claim }) => ({
        id,
        places: places.map((place) => [...place]),
        by,
        ...(ofCurve === true && { ofCurve }),
        ...(gapOf(claim) !== null && { claim }),
      })),
      removed: [...removed],
    },
  };
}

/** null where the file says nothing of a paper. */
export function restoredPaper({ analyses, page }: SavedAnalysis): Paper | null {
  const saved = page?.paper ?? null;
  const asked = (analyses ?? []).filter(isClaim).map((one, at) => ({
    id: typeof one['id'] === 'string' ? one['id'] : `claim-${at + 1}`,
    claim: claimOf(one),
  }));
  if (saved === null && asked.length === 0) return null;
  const text = saved?.text ?? '';
  const byId = new Map(asked.map((one) => [one.id, one.claim]));
  const marked = (saved?.marks ?? []).flatMap((mark): PaperClaim[] => {
    const id = mark?.id ?? '';
    const claim =
      byId.get(id) ?? (isClaim(mark?.claim ?? null) ? claimOf(mark!.claim!) : undefined);
    byId.delete(id);
    if (claim === undefined || id === '') return [];
    const places = (mark?.places ?? []).filter((place) => isPlace(place, text.length));
    const { by = 'hand', ofCurve } = mark!;
    return [
      { id, claim, places, by: by ?? 'hand', ...(ofCurve === true && { ofCurve: true as const }) },
    ];
  });
  const further = [...byId].map(([id, claim]): PaperClaim => ({
    id,
    claim,
    places: [],
    by: 'hand',
  }));
  const removed = (saved?.removed ?? []).filter((one): one is string => typeof one === 'string');
  return { ...emptyPaper, text, claims: [...marked, ...further], removed };
}

/** Whether a file holds nothing but a paper, and so waits for no table. */
export function isPaperAlone(file: SavedAnalysis): boolean {
  const { riskset: _, title: __, analyses, page, ...rest } = file;
  const { paper: ___, ...restOfPage } = page ?? {};
  return (
    restoredPaper(file) !== null &&
    (analyses ?? []).every(isClaim) &&
    !Object.values({ ...rest, ...restOfPage }).some(isSaid)
  );
}

function isSaid(part: unknown): boolean {
  return part !== null && part !== undefined && Object.keys(part).length > 0;
}

export function isClaim(value: unknown): value is Record<string, unknown> & { kind: ClaimKind } {
  if (typeof value !== 'object' || value === null) return false;
  const { method, kind } = value as { method?: unknown; kind?: unknown };
  return (
    (method === 'checkClaim' || method === undefined) && claimKinds.some((known) => known === kind)
  );
}

const texts = [
  'count',
  'n',
  'percent',
  'value',
  'lower',
  'upper',
  'unit',
  'statistic',
  'df',
  'events',
  'test',
  'p',
];

/** What a claim can hold, as texts; everything else of a foreign file is left out. */
function claimOf(value: object): Claim {
  const { kind, measure, arms, level, nAssumed } = value as Record<string, unknown> & {
    kind: ClaimKind;
  };
  return {
    kind,
    ...textsOf(value),
    ...((measure === 'HR' || measure === 'OR' || measure === 'RR') && { measure }),
    ...(nAssumed === true && { nAssumed }),
    ...(typeof level === 'number' && level > 0 && level < 1 && { level }),
    ...(Array.isArray(arms) && { arms: arms.map((arm: unknown) => armOf(arm)) }),
  };
}

function armOf(arm: unknown): PrintedArm {
  return typeof arm === 'object' && arm !== null ? (textsOf(arm) as PrintedArm) : {};
}

function textsOf(value: object): Record<string, string | string[]> {
  const entries = Object.entries(value).filter(([key]) => texts.includes(key));
  return Object.fromEntries(
    entries.flatMap(([key, part]: [string, unknown]): [string, string | string[]][] => {
      if (isPrinted(part)) return [[key, String(part)]];
      return Array.isArray(part) ? [[key, part.filter(isPrinted).map(String)]] : [];
    }),
  );
}

function isPrinted(part: unknown): boolean {
  return typeof part === 'string' || typeof part === 'number';
}

function isPlace(place: unknown, length: number): place is Place {
  if (!Array.isArray(place) || place.length !== 2) return false;
  const [from, to] = place as [number, number];
  return Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= length;
}
