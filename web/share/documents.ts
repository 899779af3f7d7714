// What a link or a file holds, once it is unpacked. Everything in it may be anyone's: each kind is
// checked by who opens it.
import type { Cohort } from '../data/cohort.ts';
import { parseSaved, type SavedAnalysis } from '../data/saved/document.ts';
import { same } from '../data/same.ts';
import { defaultOptions } from '../data/options.ts';

/** No rows: whoever opens it has the table. */
export interface SettingsDocument {
  riskset: 1;
  kind: 'settings';
  analysis: SavedAnalysis;
}

type Plain = Record<string, unknown>;

/**
 * The analysis with only what a page cannot know by itself: no analyses, which follow from the rest, no
 * option that is as always, no empty list; no number of a line of the file; and of a further table only
 * what stands in the page's part.
 */
export function slim(saved: SavedAnalysis, { columns: guessed }: Cohort): SavedAnalysis {
  const { analyses: _, tables: ____, read, page, columns, ...analysis } = saved;
  const { keep: __, missing: ___, ...howRead } = read ?? {};
  const { options, ...rest } = page ?? {};
  const labels = new Map(guessed.map(({ name, label }) => [name, label]));
  const named = Object.entries(columns ?? {}).map(([name, { label, ...own }]) => {
    const said = label !== undefined && label !== labels.get(name);
    return [name, { ...own, ...(said && { label }) }];
  });
  return {
    ...analysis,
    columns: Object.fromEntries(named) as NonNullable<SavedAnalysis['columns']>,
    read: howRead,
    page: { ...withoutEmpty(rest), options: chosenOf(options ?? {}) },
  };
}

function withoutEmpty(part: Plain): Plain {
  const isEmpty = (value: unknown) =>
    value === null ||
    value === undefined ||
    value === false ||
    (typeof value === 'object' && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries(part).filter(([, value]) => !isEmpty(value)));
}

function chosenOf(options: Plain): Plain {
  const usual = { ...defaultOptions } as unknown as Plain;
  const parts = Object.entries(options).map(([part, own]): [string, unknown] => {
    const other = usual[part];
    if (typeof own !== 'object' || own === null) return [part, same(own, other) ? null : own];
    const chosen = Object.entries(own).filter(
      ([key, value]) => !same(value, (other as Plain | undefined)?.[key]),
    );
    return [part, Object.fromEntries(chosen)];
  });
  return withoutEmpty(Object.fromEntries(parts));
}

/** The analysis of a document, looked at as a saved file is; null where it is none. */
export function analysisIn(document: unknown): SavedAnalysis | null {
  const parsed = parseSaved(JSON.stringify(field(document, 'analysis') ?? null), '');
  return parsed.ok ? parsed.file : null;
}

export function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Plain)[key]
    : undefined;
}
