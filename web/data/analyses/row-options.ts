// How rows count in curves and Cox models: by a weight each, and in groups that belong together.
import { endpointColumns } from '../endpoint-dates.ts';
import type { Setup } from '../setup.ts';

/** As the engine's options name them. */
export interface RowOptions {
  weights?: string;
  cluster?: string;
}

/** What was chosen stays chosen while the column cannot be it, but is not followed then. */
export function rowOptions(setup: Setup): RowOptions {
  const { weights, cluster } = setup.options.rows;
  return {
    ...(weights !== null && possibleWeights(setup).includes(weights) && { weights }),
    ...(cluster !== null && possibleClusters(setup).includes(cluster) && { cluster }),
  };
}

/** Whether the tests that know neither weights nor clusters can speak of the rows. */
export function countAlike({ weights, cluster }: RowOptions): boolean {
  return weights === undefined && cluster === undefined;
}

export function possibleWeights(setup: Setup): string[] {
  return unused(setup).filter((name) => setup.types.get(name)?.type === 'number');
}

/** Patients, or groups of them such as centres. */
export function possibleClusters(setup: Setup): string[] {
  const { identifiers, types } = setup;
  return unused(setup).filter(
    (name) => identifiers.includes(name) || types.get(name)?.type === 'category',
  );
}

/** Columns that say neither the arm nor any outcome. */
function unused(setup: Setup): string[] {
  const { arm, response, grade, adverseEvents, endpoints, types } = setup;
  const outcomes = [response?.column ?? null, grade, ...adverseEvents];
  const used = new Set([arm, ...outcomes, ...endpoints.flatMap(endpointColumns)]);
  return [...types.keys()].filter((name) => !used.has(name));
}
