// How a table is read, as a saved analysis says it.
import type { Shape } from './shape.ts';

/** As `ReadOptions` says; what a file written by hand says otherwise is left out there. */
export interface SavedRead {
  encoding?: string | null;
  delimiter?: string | null;
  decimal?: string | null;
  sheet?: string | null;
  sheets?: (string | null)[] | null;
  headerRow?: number | null;
  headerRows?: number | null;
  keep?: number[] | null;
  hidden?: boolean | null;
  missing?: (string | number)[] | null;
}

export const readShape: Shape = {
  keys: {
    encoding: 'text',
    delimiter: 'text',
    decimal: 'text',
    sheet: 'text',
    sheets: { listOf: 'text' },
    headerRow: 'number',
    headerRows: 'number',
    keep: { listOf: 'number' },
    hidden: 'flag',
    missing: { listOf: 'label' },
  },
};
