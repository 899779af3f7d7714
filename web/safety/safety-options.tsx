import type { Options } from '../data/options.ts';
import { parts, setOptions } from '../data/store.ts';
import { setEventTable } from '../data/tables/opened.ts';
import { count } from '../format/numbers.ts';
import { levelLabel } from '../format/words.ts';
import { ChoiceField, LevelField, levelShown, PanelOptions } from '../panels/options.tsx';
import { RateIntervalField } from '../panels/rate-options.tsx';
import { text } from '../text/text.ts';
import { Checkboxes } from '../ui/checkboxes.tsx';
import { termOf } from './answers.ts';

const words = text.safety;
const orders: readonly Options['safety']['order'][] = ['frequency', 'difference', 'name', 'file'];

interface Listing {
  terms: readonly { value: string; label: string }[];
  listed: readonly string[];
  onChange: (listed: string[] | null) => void;
}

/** The columns of the cohort, or the terms of a table of adverse events. */
function listing(): Listing {
  const eventTable = parts.eventTable.value;
  if (eventTable !== null) {
    const { term } = eventTable.texts;
    return {
      terms: term.map((value) => ({ value, label: levelLabel(value) })),
      listed: eventTable.listed ?? term,
      onChange: (listed) => setEventTable((before) => ({ ...before, listed })),
    };
  }
  const adverseEvents = parts.adverseEvents.value;
  const types = parts.types.value;
  const { terms } = parts.options.value.safety;
  return {
    terms: adverseEvents.map((name) => ({
      value: name,
      label: levelLabel(termOf(types.get(name)?.label ?? name)),
    })),
    listed: terms === null ? adverseEvents : adverseEvents.filter((one) => terms.includes(one)),
    onChange: (listed) => setOptions('safety', { terms: listed }),
  };
}

/** Which adverse events are listed and in what order; the interval of a rate. */
export function SafetyOptions() {
  const { interval, order } = parts.options.value.safety;
  const { terms, listed, onChange } = listing();
  const all = listed.length === terms.length;
  return (
    <PanelOptions
      settings={[
        text.comparison.interval[interval],
        levelShown(),
        ...(terms.length === 0
          ? []
          : [
              all ? words.allTerms : words.someTerms(count(listed.length), count(terms.length)),
              words.orders[order].toLowerCase(),
            ]),
      ]}
    >
      <RateIntervalField
        value={interval}
        onChange={(value) => setOptions('safety', { interval: value })}
      />
      <LevelField />
      {terms.length > 0 && (
        <>
          <ChoiceField
            label={words.order}
            choices={orders.map((value) => ({ value, label: words.orders[value] }))}
            value={order}
            onChange={(value) => setOptions('safety', { order: value })}
          />
          <Checkboxes
            label={words.terms}
            choices={terms}
            value={listed}
            onChange={(value) => onChange(value.length === terms.length ? null : value)}
          />
        </>
      )}
    </PanelOptions>
  );
}
