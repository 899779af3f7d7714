import {
  binaryOutcome,
  outcomeColumns,
  outcomeKind,
  outcomeLevels,
} from '../data/analyses/logistic.ts';
import type { Options } from '../data/options.ts';
import { parts, setOptions, setup } from '../data/store.ts';
import { levelLabel } from '../format/words.ts';
import { ChoiceField, LevelField, levelShown, PanelOptions } from '../panels/options.tsx';
import { text } from '../text/text.ts';
import { Select } from '../ui/select.tsx';
import { CovariateField, EntryField, entrySetting, References } from './entry-fields.tsx';
import type { LogisticAnswers } from './logistic-answers.ts';

const words = text.regression.logistic;

type Kind = Options['logistic']['outcome'];
const rates = ['orr', 'dcr'] as const;

/** Which outcome the odds are of. */
export function OutcomeFields() {
  const now = setup.value;
  const kind = outcomeKind(now);
  const columns = outcomeColumns(now);
  const kinds: Kind[] = [
    ...(now.response === null ? [] : rates),
    ...(columns.length > 0 || kind === 'column' ? ['column' as const] : []),
  ];
  return (
    <div class="options screen-only">
      {kinds.length > 1 && (
        <ChoiceField
          label={words.outcome}
          choices={kinds.map((value) => ({
            value,
            label: value === 'column' ? words.column : words.names[value].outcome,
          }))}
          value={kind}
          onChange={(outcome) => setOptions('logistic', { outcome })}
        />
      )}
      {kind === 'column' && <ColumnFields columns={columns} />}
    </div>
  );
}

const none = '';

function ColumnFields({ columns }: { columns: readonly string[] }) {
  const now = setup.value;
  const own = binaryOutcome(now);
  if (columns.length === 0) return <p class="note">{words.noColumns}</p>;
  return (
    <>
      <Select
        label={words.whichColumn}
        choices={[
          ...(own === null ? [{ value: none, label: words.none }] : []),
          ...columns.map((name) => ({ value: name, label: now.types.get(name)?.label ?? name })),
        ]}
        value={own?.column ?? none}
        onChange={(column) => setOptions('logistic', { column, level: null })}
      />
      {own?.response === null && (
        <ChoiceField
          label={words.whichLevel}
          choices={outcomeLevels(now, own.column).map((level) => ({
            value: level,
            label: levelLabel(level),
          }))}
          value={own.level}
          onChange={(level) => setOptions('logistic', { level })}
        />
      )}
    </>
  );
}

/** Who enters, the intervals, Firth's penalty, and of whom a response rate is. */
export function LogisticOptions({ own }: { own: LogisticAnswers }) {
  const { logistic, response } = parts.options.value;
  const { interval, firth } = logistic;
  const { outcome } = own;
  const { response: labels } = text;
  const { options } = text.regression;
  return (
    <PanelOptions
      settings={[
        entrySetting(),
        ...(firth ? [options.settings.firth] : [words.intervals[interval]]),
        ...(outcome.response === null
          ? []
          : [labels.denominators[response.denominator].toLowerCase()]),
        levelShown(),
      ]}
    >
      <EntryField />
      {!firth && (
        <ChoiceField
          label={words.interval}
          choices={(['wald', 'profile'] as const).map((value) => ({
            value,
            label: words.intervals[value],
          }))}
          value={interval}
          onChange={(value) => setOptions('logistic', { interval: value })}
          hint={words.intervalHint}
        />
      )}
      <ChoiceField
        label={options.penalty}
        choices={(['none', 'firth'] as const).map((value) => ({
          value,
          label: options.penalties[value],
        }))}
        value={firth ? 'firth' : 'none'}
        onChange={(value) => setOptions('logistic', { firth: value === 'firth' })}
        hint={words.penaltyHint}
      />
      {outcome.response !== null && (
        <ChoiceField
          label={labels.denominator}
          choices={(['all', 'evaluable'] as const).map((value) => ({
            value,
            label: labels.denominators[value],
          }))}
          value={response.denominator}
          onChange={(denominator) => setOptions('response', { denominator })}
        />
      )}
      <LevelField />
      <p class="note options-note">
        {options.entryHint} {parts.endpoints.value.length > 0 && words.shared}
      </p>
      <CovariateField without={outcome.column} />
      <References without={outcome.column} />
    </PanelOptions>
  );
}
