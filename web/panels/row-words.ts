// How rows count, in words.
import type { RowOptions } from '../data/analyses/row-options.ts';
import { text } from '../text/text.ts';

const say = text.panels.rowOptions;

/** What is chosen, for the folded line of a panel's options. */
export function rowSettings({ weights, cluster }: RowOptions): string[] {
  return [
    ...(weights === undefined ? [] : [say.weighted(weights)]),
    ...(cluster === undefined ? [] : [say.clustered(cluster)]),
  ];
}

/** The same as sentences of the method line. */
export function rowsInWords({ weights, cluster }: RowOptions): string[] {
  return [
    ...(weights === undefined ? [] : [say.weightedBy(weights, cluster === undefined)]),
    ...(cluster === undefined ? [] : [say.clusteredBy(cluster)]),
  ];
}
