import type { RateInterval } from '../data/options.ts';
import { text } from '../text/text.ts';
import { ChoiceField } from './options.tsx';

const kinds: readonly RateInterval[] = ['clopperPearson', 'wilson', 'wald'];

/** Which of its intervals stands beside a rate. */
export function RateIntervalField({
  value,
  onChange,
}: {
  value: RateInterval;
  onChange: (interval: RateInterval) => void;
}) {
  return (
    <ChoiceField
      label={text.comparison.intervalField}
      hint={text.comparison.intervalHint}
      choices={kinds.map((kind) => ({ value: kind, label: text.comparison.interval[kind] }))}
      value={value}
      onChange={onChange}
    />
  );
}
