// The different texts of a column, each with its number of rows and whatever was made of it.
export type Counts = readonly (readonly [text: string, count: number, ...made: unknown[]])[];

export function inRows(texts: Counts): number {
  return texts.reduce((total, [, count]) => total + count, 0);
}

/** A type is believed when nearly every value fits it; the rest are asked about by row. */
export const nearly = 0.8;
