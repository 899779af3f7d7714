import { nbsp } from '../base/rounding.ts';
import { parts, setOptions } from '../data/store.ts';
import { tick, unitAt } from '../format/numbers.ts';
import { StatTable } from '../tables/stat-table.tsx';
import { text } from '../text/text.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { SurvivalAnswers } from './answers.ts';
import { conditionalTable } from './conditional-table.ts';
import { commit, readTime } from './entries.ts';

const say = text.survival.chosenTime.alive;

/** What lies before the patients who have come to a chosen time without the event. */
export function ConditionalSurvival({ answers: own }: { answers: SurvivalAnswers }) {
  const { unit, times, words, level, options } = own;
  const { aliveAt } = parts.options.value.survival;
  const table = conditionalTable(own);
  return (
    <Disclosure
      name={say.name}
      setting={aliveAt === null ? say.none : say.setting(timeOf(aliveAt, own))}
    >
      <p class="prose">{say.explain}</p>
      <div class="options screen-only">
        <TextField
          label={say.field(words.free, unit)}
          numeric
          value={aliveAt === null ? '' : tick(aliveAt)}
          hint={say.hint}
          onCommit={(entry) =>
            commit(readTime(entry, { unit, longest: times.longest }), (at) =>
              setOptions('survival', { aliveAt: at }),
            )
          }
        />
      </div>
      {aliveAt !== null && table !== null && table.rows.length === 1 && (
        <p class="note">{say.noTimes}</p>
      )}
      {aliveAt !== null && table !== null && table.rows.length > 1 && (
        <>
          <StatTable model={table} stacked={own.groups.length <= 2} />
          <p class="note">
            {say.method(level, text.survival.method.intervals[options.survival.interval])}
          </p>
        </>
      )}
    </Disclosure>
  );
}

/** "6 months" */
function timeOf(at: number, { unit }: SurvivalAnswers): string {
  return `${tick(at)}${nbsp}${unitAt(at, unit)}`;
}
