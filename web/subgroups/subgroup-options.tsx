import { possibleSubgroups, shownSubgroups } from '../data/analyses/regression.ts';
import { setOptions, setup } from '../data/store.ts';
import { LevelField, levelShown, PanelOptions } from '../panels/options.tsx';
import { text } from '../text/text.ts';
import { Checkboxes } from '../ui/checkboxes.tsx';

const words = text.subgroups.options;

/** Which factors the forest shows. */
export function SubgroupOptions({ labelOf }: { labelOf: (column: string) => string }) {
  const possible = possibleSubgroups(setup.value);
  const shown = shownSubgroups(setup.value);
  const all = shown.length === possible.length;
  return (
    <PanelOptions
      settings={[
        all ? words.all(possible.length) : words.some(shown.length, possible.length),
        levelShown(),
      ]}
    >
      <Checkboxes
        label={words.factors}
        choices={possible.map((value) => ({ value, label: labelOf(value) }))}
        value={shown}
        onChange={(factors) =>
          setOptions('subgroups', { factors: factors.length === possible.length ? null : factors })
        }
      />
      <LevelField />
      <p class="note">{words.hint}</p>
    </PanelOptions>
  );
}
