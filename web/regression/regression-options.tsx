import type { Options } from '../data/options.ts';
import { cohort, parts, setFactors, setLevels, setOptions, setup } from '../data/store.ts';
import { rowOptions } from '../data/analyses/row-options.ts';
import { testedCovariates } from '../data/analyses/regression.ts';
import { tick } from '../format/numbers.ts';
import { levelLabel } from '../format/words.ts';
import { ChoiceField, LevelField, levelShown, PanelOptions } from '../panels/options.tsx';
import { RowFields } from '../panels/row-options.tsx';
import { rowSettings } from '../panels/row-words.ts';
import { text } from '../text/text.ts';
import { Checkboxes } from '../ui/checkboxes.tsx';
import { Select } from '../ui/select.tsx';
import type { LabelOf } from './labels.ts';

const words = text.regression.options;

type Entry = Options['regression']['entry'];
const entries: readonly Entry[] = ['chosen', 'all', 0.05, 0.1, 0.2];
const ties: readonly Options['regression']['ties'][] = ['efron', 'breslow', 'exact'];

/** Who enters the multivariable model, the reference levels, ties, and the coverage. */
export function RegressionOptions({ labelOf }: { labelOf: LabelOf }) {
  const covariates = parts.covariates.value;
  const factors = parts.factors.value;
  const factorsChosen = parts.factorsChosen.value;
  const options = parts.options.value;
  const { entry, firth, ties: chosenTies } = options.regression;
  const offered = covariates.filter((name) => parts.types.value.get(name)?.type !== 'date');
  return (
    <PanelOptions
      settings={[
        typeof entry === 'number'
          ? words.settings.below(tick(entry))
          : entry === 'all'
            ? words.settings.all
            : words.settings[factorsChosen ? 'chosen' : 'guessed'](factors.length),
        words.settings.ties(text.regression.ties[chosenTies]),
        ...(firth ? [words.settings.firth] : []),
        levelShown(),
        ...rowSettings(rowOptions(setup.value)),
      ]}
    >
      <Select
        label={words.entry}
        choices={entries.map((one) => ({ value: String(one), label: entryName(one) }))}
        value={String(entry)}
        onChange={(value) =>
          setOptions('regression', {
            entry: entries.find((one) => String(one) === value) ?? 'chosen',
          })
        }
      />
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
      {entry === 'chosen' && offered.length > 0 && (
        <Checkboxes
          label={words.covariates}
          choices={offered.map((name) => ({ value: name, label: labelOf(name) }))}
          value={factors}
          onChange={setFactors}
        />
      )}
      <References labelOf={labelOf} />
    </PanelOptions>
  );
}

/** Exact ties have no penalty: those of Efron are closest to them. */
export function penalise(firth: boolean): void {
  const exact = parts.options.value.regression.ties === 'exact';
  setOptions('regression', { firth, ...(firth && exact && { ties: 'efron' as const }) });
}

function entryName(entry: Entry): string {
  if (typeof entry === 'number') return words.below(tick(entry));
  return words[entry];
}

/** The level that the others are compared with, for each category of the table. */
function References({ labelOf }: { labelOf: LabelOf }) {
  const arm = parts.arm.value;
  const armLevels = parts.armLevels.value;
  const types = parts.types.value;
  const tested = cohort.value === null ? [] : testedCovariates(cohort.value, setup.value);
  const categories = [
    ...(arm === null ? [] : [{ column: arm, levels: armLevels }]),
    ...tested.flatMap((column) => {
      const own = types.get(column);
      return own?.type === 'category' ? [{ column, levels: own.levels }] : [];
    }),
  ].filter(({ levels }) => levels.length > 1);
  return (
    <>
      {categories.map(({ column, levels }) => (
        <Select
          key={column}
          label={words.reference(labelOf(column))}
          choices={levels.toSorted().map((level) => ({ value: level, label: levelLabel(level) }))}
          value={levels[0] ?? ''}
          onChange={(level) => setLevels(column, [level, ...levels])}
        />
      ))}
    </>
  );
}
