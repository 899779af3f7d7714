// An arm's line type says the same as its colour, for those who cannot tell the colours apart and
// for a black printer. '' is a solid line.

const dashes = ['', '7 4', '2 3', '10 3 2 3', '12 4', '4 2', '14 3 2 3 2 3', '3 6'] as const;

export const mostArms = dashes.length;

/** The dash pattern of an arm; `undefined` draws a solid line. */
export function dashOf(arm: number): string | undefined {
  return dashes[arm % mostArms] || undefined;
}

/** The class that carries an arm's colour. */
export function armClass(arm: number): string {
  return `arm-${(arm % mostArms) + 1}`;
}
