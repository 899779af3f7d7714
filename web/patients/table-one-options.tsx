import type { Options } from '../data/options.ts';
import { parts, setOptions } from '../data/store.ts';
import { ChoiceField, PanelOptions } from '../panels/options.tsx';
import { text } from '../text/text.ts';
import { Checkboxes } from '../ui/checkboxes.tsx';
import { Select } from '../ui/select.tsx';

const words = text.tableOne.options;

const adjustments: readonly Options['tableOne']['adjust'][] = [
  'none',
  'bonferroni',
  'holm',
  'hochberg',
  'hommel',
  'BH',
  'BY',
];
const quartiles: readonly Options['tableOne']['quartiles'][] = ['r', 'spss', 'sas'];
const columns = ['tests', 'differences', 'range'] as const;

/** Which columns Table 1 has, and how its numbers come about. */
export function TableOneOptions() {
  const own = parts.options.value.tableOne;
  const shown = columns.filter((column) => own[column]);
  return (
    <PanelOptions
      settings={[
        ...shown.map((column) => words[column]),
        own.adjust === 'none' ? words.unadjusted : words.adjustments[own.adjust],
        `${words.quartiles} ${words.packages[own.quartiles]}`,
      ]}
    >
      <Checkboxes
        label={words.columns}
        choices={columns.map((value) => ({ value, label: words[value] }))}
        value={shown}
        onChange={(value) =>
          setOptions('tableOne', {
            tests: value.includes('tests'),
            differences: value.includes('differences'),
            range: value.includes('range'),
          })
        }
      />
      <Select
        label={words.adjust}
        choices={adjustments.map((value) => ({ value, label: words.adjustments[value] }))}
        value={own.adjust}
        onChange={(adjust) => setOptions('tableOne', { adjust })}
      />
      <ChoiceField
        label={words.quartiles}
        choices={quartiles.map((value) => ({ value, label: words.packages[value] }))}
        value={own.quartiles}
        onChange={(value) => setOptions('tableOne', { quartiles: value })}
      />
    </PanelOptions>
  );
}
