// A cohort on its way from the worker to the page. What has one entry for each row goes over without
// being copied; the values of a column go as places among its texts, for a copy of each value of a
// large table would block the page that receives it.
import type { Cohort, ColumnProfile } from '../cohort.ts';
import type { TextColumn } from '../text/text-table.ts';

interface PackedColumn extends Omit<ColumnProfile, 'values'> {
  /** Of each value, its place among the texts of the column. */
  places: Int32Array<ArrayBuffer>;
  counts: Int32Array<ArrayBuffer>;
}

export interface PackedCohort extends Omit<Cohort, 'columns'> {
  columns: PackedColumn[];
}

export function packed(cohort: Cohort): PackedCohort {
  const columns = cohort.columns.map(({ values, ...rest }, at) => {
    const places = new Map(cohort.table.columns[at]!.texts.map((text, place) => [text, place]));
    return {
      ...rest,
      places: Int32Array.from(values, ({ value }) => places.get(value)!),
      counts: Int32Array.from(values, ({ count }) => count),
    };
  });
  return { ...cohort, columns };
}

export function unpacked(cohort: PackedCohort): Cohort {
  const columns = cohort.columns.map(({ places, counts, ...rest }, at): ColumnProfile => {
    const { texts } = cohort.table.columns[at]!;
    const values = Array.from(places, (place, value) => ({
      value: texts[place]!,
      count: counts[value]!,
    }));
    return { ...rest, values };
  });
  return { ...cohort, columns };
}

/** What goes over without being copied. */
export function handedOver({ table, columns }: PackedCohort): Transferable[] {
  return [
    ...table.columns.map(({ codes }: TextColumn) => codes.buffer as ArrayBuffer),
    ...columns.flatMap(({ places, counts }) => [places.buffer, counts.buffer]),
  ];
}
