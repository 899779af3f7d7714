import type { Options } from '../data/options.ts';
import { parts, setOptions, setup } from '../data/store.ts';
import { rowOptions } from '../data/analyses/row-options.ts';
import { ChoiceField, LevelField, levelShown, PanelOptions } from '../panels/options.tsx';
import { RowFields } from '../panels/row-options.tsx';
import { rowSettings } from '../panels/row-words.ts';
import { text } from '../text/text.ts';
import { CovariateField, EntryField, entrySetting, References } from './entry-fields.tsx';

const words = text.regression.options;

const ties: readonly Options['regression']['ties'][] = ['efron', 'breslow', 'exact'];

/** Who enters the multivariable model, the reference levels, ties, and the coverage. */
export function RegressionOptions() {
  const { firth, ties: chosenTies } = parts.options.value.regression;
  return (
    <PanelOptions
      settings={[
        entrySetting(),
        words.settings.ties(text.regression.ties[chosenTies]),
        ...(firth ? [words.settings.firth] : []),
        levelShown(),
        ...rowSettings(rowOptions(setup.value)),
      ]}
    >
      <EntryField />
      <ChoiceField
        label={words.ties}
        choices={ties.map((value) => ({ value, label: text.regression.ties[value] }))}
        value={chosenTies}
        onChange={(value) =>
          setOptions('regression', { ties: value, ...(value === 'exact' && { firth: false }) })
        }
        hint={words.tiesHint}
      />
      <ChoiceField
        label={words.penalty}
        choices={[
          { value: 'none', label: words.penalties.none },
          { value: 'firth', label: words.penalties.firth },
        ]}
        value={firth ? 'firth' : 'none'}
        onChange={(value) => penalise(value === 'firth')}
        hint={words.penaltyHint}
      />
      <LevelField />
      <RowFields />
      <p class="note options-note">{words.entryHint}</p>
      <CovariateField />
      <References />
    </PanelOptions>
  );
}

/** Exact ties have no penalty: those of Efron are closest to them. */
export function penalise(firth: boolean): void {
  const exact = parts.options.value.regression.ties === 'exact';
  setOptions('regression', { firth, ...(firth && exact && { ties: 'efron' as const }) });
}
