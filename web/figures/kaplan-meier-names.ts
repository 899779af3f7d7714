// Names of arms that a figure has room for; tables and sentences have the whole.
import { rowHeight, swatch, type SurvivalFigureData } from './kaplan-meier-data.ts';
import { textSize } from './looks.ts';
import { fitted, fittedInMiddle, type Measure } from './measure.ts';

/** Names no wider than `room`. Where their beginnings are the same, their ends are kept too. */
export function shortNames(
  names: readonly string[],
  room: number,
  width: (text: string) => number,
): string[] {
  const cut = names.map((name) => fitted(name, room, width));
  if (new Set(cut).size === new Set(names).size) return cut;
  return names.map((name) => fittedInMiddle(name, room, width));
}

export function namesFor(
  { groups }: SurvivalFigureData,
  room: number,
  size: number,
  measure: Measure,
): string[] {
  const labels = groups.map(({ label }) => label);
  return shortNames(labels, room, (text) => measure(text, size, true));
}

export interface KeyRow {
  label: string;
  x: number;
  y: number;
}

/** The key above the plot: one arm a line on a phone, else as many as a line holds. */
export function keyRows(
  data: SurvivalFigureData,
  width: number,
  narrow: boolean,
  measure: Measure,
): KeyRow[] {
  let x = 0;
  let y = 10;
  return namesFor(data, width - swatch - 8, textSize, measure).map((label) => {
    const needed = swatch + measure(label, textSize) + 24;
    if (x > 0 && (narrow || x + needed > width)) {
      x = 0;
      y += rowHeight;
    }
    const row = { label, x, y };
    x += needed;
    return row;
  });
}
