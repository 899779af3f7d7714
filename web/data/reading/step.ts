// How far the reading of a table is.

export interface ReadingStep {
  /** First the rows are parted into cells, then the columns are looked through. */
  part: 'rows' | 'columns';
  done: number;
  total: number;
}

export type Tell = (step: ReadingStep) => void;
