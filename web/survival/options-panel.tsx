import { tickSteps } from '../figures/ticks.ts';
import { parts, setOptions } from '../data/store.ts';
import { tick, units } from '../format/numbers.ts';
import { ChoiceField, LevelField, PanelOptions } from '../panels/options.tsx';
import { RowFields } from '../panels/row-options.tsx';
import { text } from '../text/text.ts';
import { Checkboxes } from '../ui/checkboxes.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { SurvivalAnswers } from './answers.ts';
import { commit, readTime, readTimes, writtenTimes } from './entries.ts';
import { optionsInWords } from './options-words.ts';

const say = text.survival.options;

/** What can be chosen about curves, rates and means; every choice is followed at once. */
export function SurvivalOptions({ answers }: { answers: SurvivalAnswers }) {
  const { unit, times, words } = answers;
  const { survival, curves } = parts.options.value;
  const happened = words.counted.toLowerCase();
  const limits = { unit, longest: times.longest };
  return (
    <PanelOptions settings={optionsInWords(answers)}>
      <ChoiceField
        label={say.interval}
        choices={choicesOf(say.intervals)}
        value={survival.interval}
        onChange={(interval) => setOptions('survival', { interval })}
      />
      <ChoiceField
        label={say.median}
        choices={choicesOf(say.medianIntervals)}
        value={survival.median}
        onChange={(median) => setOptions('survival', { median })}
        hint={say.medianHint}
      />
      <LevelField />
      <RowFields />
      <TickField answers={answers} />
      <TextField
        label={say.landmarks(unit)}
        value={survival.landmarks === null ? '' : writtenTimes(survival.landmarks)}
        hint={
          survival.landmarks === null && times.landmarks.length > 0
            ? say.automatic(writtenTimes(times.landmarks))
            : say.landmarksNone
        }
        onCommit={(entry) =>
          commit(readTimes(entry, limits), (landmarks) => setOptions('survival', { landmarks }))
        }
      />
      <TextField
        label={say.horizon(unit)}
        numeric
        value={survival.horizon === null ? '' : tick(survival.horizon)}
        hint={
          survival.horizon === null && times.horizon !== null
            ? say.automatic(tick(times.horizon))
            : say.landmarksNone
        }
        onCommit={(entry) =>
          commit(readTime(entry, limits), (horizon) => setOptions('survival', { horizon }))
        }
      />
      <Checkboxes
        label={say.figure}
        choices={[
          { value: 'bands', label: say.bands },
          { value: 'censorTicks', label: say.censorTicks },
          { value: 'medians', label: say.medians },
          { value: 'meanArea', label: say.meanArea },
        ]}
        value={(['bands', 'censorTicks', 'medians', 'meanArea'] as const).filter(
          (mark) => curves[mark],
        )}
        onChange={(marks) =>
          setOptions('curves', {
            bands: marks.includes('bands'),
            censorTicks: marks.includes('censorTicks'),
            medians: marks.includes('medians'),
            meanArea: marks.includes('meanArea'),
          })
        }
      />
      <ChoiceField
        label={say.atRisk}
        choices={choicesOf(say.atRiskKinds(happened))}
        value={curves.atRisk}
        onChange={(atRisk) => setOptions('curves', { atRisk })}
      />
    </PanelOptions>
  );
}

function choicesOf<Key extends string>(labels: Record<Key, string>) {
  return (Object.entries(labels) as [Key, string][]).map(([value, label]) => ({ value, label }));
}

const automatic = '';

function TickField({ answers: { unit, times } }: { answers: SurvivalAnswers }) {
  const { tickEvery } = parts.options.value.survival;
  const steps = tickSteps(times.longest, unit);
  const shown = tickEvery !== null && steps.includes(tickEvery) ? String(tickEvery) : automatic;
  return (
    <Select
      label={say.tickEvery}
      choices={[
        { value: automatic, label: say.tickAutomatic },
        ...steps.map((step) => ({ value: String(step), label: `${tick(step)} ${units[unit]}` })),
      ]}
      value={shown}
      onChange={(step) =>
        setOptions('survival', { tickEvery: step === automatic ? null : Number(step) })
      }
    />
  );
}
