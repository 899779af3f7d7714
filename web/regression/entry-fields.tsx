// Who enters the multivariable model and against which levels: the same for every outcome.
import { testedCovariates } from '../data/analyses/regression.ts';
import type { Options } from '../data/options.ts';
import { cohort, parts, setFactors, setLevels, setOptions, setup } from '../data/store.ts';
import { tick } from '../format/numbers.ts';
import { levelLabel } from '../format/words.ts';
import { text } from '../text/text.ts';
import { Checkboxes } from '../ui/checkboxes.tsx';
import { Select } from '../ui/select.tsx';
import { shownLabel as labelOf } from './shown-label.ts';

const words = text.regression.options;

type Entry = Options['regression']['entry'];
const entries: readonly Entry[] = ['chosen', 'all', 0.05, 0.1, 0.2];

/** The rule, for the folded line of the options. */
export function entrySetting(): string {
  const { entry } = parts.options.value.regression;
  if (typeof entry === 'number') return words.settings.below(tick(entry));
  if (entry === 'all') return words.settings.all;
  const factors = parts.factors.value;
  return words.settings[parts.factorsChosen.value ? 'chosen' : 'guessed'](factors.length);
}

export function EntryField() {
  return (
    <Select
      label={words.entry}
      choices={entries.map((one) => ({ value: String(one), label: entryName(one) }))}
      value={String(parts.options.value.regression.entry)}
      onChange={(value) =>
        setOptions('regression', {
          entry: entries.find((one) => String(one) === value) ?? 'chosen',
        })
      }
    />
  );
}

/** Those that can enter, where they are chosen by hand; `without`: the column of the outcome. */
export function CovariateField({ without = null }: { without?: string | null }) {
  const factors = parts.factors.value;
  const offered = parts.covariates.value.filter(
    (name) => name !== without && parts.types.value.get(name)?.type !== 'date',
  );
  if (parts.options.value.regression.entry !== 'chosen' || offered.length === 0) return null;
  return (
    <Checkboxes
      label={words.covariates}
      choices={offered.map((name) => ({ value: name, label: labelOf(name) }))}
      value={factors}
      onChange={(names) =>
        setFactors(without !== null && factors.includes(without) ? [...names, without] : names)
      }
    />
  );
}

function entryName(entry: Entry): string {
  if (typeof entry === 'number') return words.below(tick(entry));
  return words[entry];
}

/** The level that the others are compared with, for each category of the table. */
export function References({ without = null }: { without?: string | null }) {
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
  ].filter(({ column, levels }) => column !== without && levels.length > 1);
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
