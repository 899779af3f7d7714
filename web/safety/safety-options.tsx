import type { Options } from '../data/options.ts';
import { parts, setOptions } from '../data/store.ts';
import { count } from '../format/numbers.ts';
import { levelLabel } from '../format/words.ts';
import { ChoiceField, LevelField, levelShown, PanelOptions } from '../panels/options.tsx';
import { RateIntervalField } from '../panels/rate-options.tsx';
import { text } from '../text/text.ts';
import { Checkboxes } from '../ui/checkboxes.tsx';
import { termOf } from './answers.ts';

const words = text.safety;
const orders: readonly Options['safety']['order'][] = ['frequency', 'difference', 'name', 'file'];

/** Which adverse events are listed and in what order; the interval of a rate. */
export function SafetyOptions() {
  const adverseEvents = parts.adverseEvents.value;
  const options = parts.options.value;
  const types = parts.types.value;
  const { interval, order, terms } = options.safety;
  const listed =
    terms === null ? adverseEvents : adverseEvents.filter((one) => terms.includes(one));
  const all = listed.length === adverseEvents.length;
  return (
    <PanelOptions
      settings={[
        text.comparison.interval[interval],
        levelShown(),
        ...(adverseEvents.length === 0
          ? []
          : [
              all
                ? words.allTerms
                : words.someTerms(count(listed.length), count(adverseEvents.length)),
              words.orders[order].toLowerCase(),
            ]),
      ]}
    >
      <RateIntervalField
        value={interval}
        onChange={(value) => setOptions('safety', { interval: value })}
      />
      <LevelField />
      {adverseEvents.length > 0 && (
        <>
          <ChoiceField
            label={words.order}
            choices={orders.map((value) => ({ value, label: words.orders[value] }))}
            value={order}
            onChange={(value) => setOptions('safety', { order: value })}
          />
          <Checkboxes
            label={words.terms}
            choices={adverseEvents.map((name) => ({
              value: name,
              label: levelLabel(termOf(types.get(name)?.label ?? name)),
            }))}
            value={listed}
            onChange={(value) =>
              setOptions('safety', { terms: value.length === adverseEvents.length ? null : value })
            }
          />
        </>
      )}
    </PanelOptions>
  );
}
