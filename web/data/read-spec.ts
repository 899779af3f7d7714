// How a table was read, in the words of the analysis file.
import type { ReadSpec } from '../../build/wasm/riskset.js';

import type { Cohort } from './cohort.ts';

/** How the table was read, so that it is read again so. */
export function readSpec({ encoding, delimiter, decimal, how }: Cohort): ReadSpec {
  const { sheet, together, headerRow, headerRows, asked } = how;
  return {
    ...(encoding !== null && { encoding }),
    ...(delimiter !== null && { delimiter }),
    decimal,
    ...(sheet !== null && (together?.read === true ? { sheets: together.sheets } : { sheet })),
    headerRow,
    ...(headerRows > 1 && { headerRows }),
    ...(asked.keep !== undefined && asked.keep.length > 0 && { keep: asked.keep }),
    ...(asked.hidden === false && { hidden: false }),
  };
}
