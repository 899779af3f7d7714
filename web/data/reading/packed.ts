// A cohort on its way from the worker to the page, a column at a time: what arrives at once is
// received in one task, and a large table would hold the page in it. What has one entry for each row
// goes over without being copied; the values of a column go as places among its texts.
import type { Cohort, ColumnProfile } from '../cohort.ts';
import type { TextColumn } from '../text/text-table.ts';

interface PackedColumn extends Omit<ColumnProfile, 'values'> {
  texts: TextColumn;
  /** Of each value, its place among the texts of the column. */
  places: Int32Array<ArrayBuffer>;
  counts: Int32Array<ArrayBuffer>;
}

/** The columns in their order, then all the rest. */
export type Piece = { column: PackedColumn } | { rest: Cohort };

export interface Parcel {
  piece: Piece;
  /** What goes over without being copied. */
  transfer: Transferable[];
}

export function packed(cohort: Cohort): Parcel[] {
  const columns = cohort.columns.map(({ values, ...profile }, at): Parcel => {
    const texts = cohort.table.columns[at]!;
    const known = new Map(texts.texts.map((text, place) => [text, place]));
    const places = Int32Array.from(values, ({ value }) => known.get(value)!);
    const counts = Int32Array.from(values, ({ count }) => count);
    const transfer = [texts.codes.buffer as ArrayBuffer, places.buffer, counts.buffer];
    return { piece: { column: { ...profile, texts, places, counts } }, transfer };
  });
  const rest: Cohort = { ...cohort, columns: [], table: { ...cohort.table, columns: [] } };
  return [...columns, { piece: { rest }, transfer: [] }];
}

/** Puts pieces together; answers with the cohort when it has the last. */
export function unpacking(): (piece: Piece) => Cohort | null {
  const columns: ColumnProfile[] = [];
  const texts: TextColumn[] = [];
  return (piece) => {
    if ('rest' in piece) {
      return { ...piece.rest, columns, table: { ...piece.rest.table, columns: texts } };
    }
    const { texts: own, places, counts, ...profile } = piece.column;
    const values = Array.from(places, (place, value) => ({
      value: own.texts[place]!,
      count: counts[value]!,
    }));
    columns.push({ ...profile, values });
    texts.push(own);
    return null;
  };
}
