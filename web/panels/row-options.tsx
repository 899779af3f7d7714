import { possibleClusters, possibleWeights } from '../data/analyses/row-options.ts';
import { parts, setOptions, setup } from '../data/store.ts';
import { text } from '../text/text.ts';
import { Select } from '../ui/select.tsx';

const say = text.panels.rowOptions;
const none = '';

/** A weight for each row and rows that belong together, for every curve and Cox model at once. */
export function RowFields() {
  const { weights, cluster } = parts.options.value.rows;
  const labels = parts.types.value;
  const choices = (columns: readonly string[], nothing: string) => [
    { value: none, label: nothing },
    ...columns.map((name) => ({ value: name, label: labels.get(name)?.label ?? name })),
  ];
  const shown = (columns: readonly string[], chosen: string | null) =>
    chosen !== null && columns.includes(chosen) ? chosen : none;
  const chosenOf = (value: string) => (value === none ? null : value);
  const weighing = possibleWeights(setup.value);
  const grouping = possibleClusters(setup.value);
  return (
    <>
      <Select
        label={say.weights}
        choices={choices(weighing, say.unweighted)}
        value={shown(weighing, weights)}
        onChange={(value) => setOptions('rows', { weights: chosenOf(value) })}
      />
      <Select
        label={say.cluster}
        choices={choices(grouping, say.independent)}
        value={shown(grouping, cluster)}
        onChange={(value) => setOptions('rows', { cluster: chosenOf(value) })}
      />
    </>
  );
}
