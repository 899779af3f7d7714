// What stays unless the owner puts it back: columns that look like free text, and of rows identifiers
// and dates too.
import { useState } from 'preact/hooks';

import type { Cohort } from '../data/cohort.ts';
import { openEventTable } from '../data/tables/opened.ts';
import { isWithoutRows } from '../data/without-rows.ts';
import type { Setup } from '../data/setup.ts';
import { text } from '../text/text.ts';
import { dateColumns, neededColumns } from './dates.ts';
import { eventWordsKept } from './event-words.ts';
import { freeTexts } from './free-text.ts';
import type { About } from './review.ts';
import type { Offer } from './review-lists.tsx';

const words = text.share.review;

/** `ofRows`: whether rows are to be shared. `question` differs where another choice was made. */
export function usePutBack(
  cohort: Cohort,
  setup: Setup,
  ofRows: boolean,
): { about: About; offers: Offer[]; question: string } {
  const [columns, setColumns] = useState<readonly string[]>([]);
  const [events, setEvents] = useState<readonly string[]>([]);
  const [dates, setDates] = useState(false);
  const texts = isWithoutRows(cohort) ? [] : freeTexts(cohort, setup);
  const identifiers = ofRows ? identifiersOf(cohort, setup) : [];
  const { eventTable } = setup;
  const kept =
    isWithoutRows(cohort) || eventTable === null
      ? []
      : eventWordsKept(openEventTable.value, eventTable);
  const offer = (column: string, hint: string): Offer => ({
    label: words.putBack(column),
    hint,
    chosen: columns.includes(column),
    onChoose: (chosen) =>
      setColumns(chosen ? [...columns, column] : columns.filter((one) => one !== column)),
  });
  const eventColumns = kept.map((role) => setup.eventTable?.columns[role] ?? '');
  const dated = ofRows && hasDates(cohort, setup);
  const putBack = {
    identifiers: identifiers.filter((one) => columns.includes(one)),
    dates: dated && dates,
    events: eventColumns.filter((one) => events.includes(one)),
  };
  return {
    about: { cohort, setup, texts: texts.filter((one) => !columns.includes(one)), putBack },
    offers: [
      ...texts.map((one) => offer(one, words.putBackHint)),
      ...identifiers.map((one) => offer(one, words.identifierHint)),
      ...eventColumns.map((one) => ({
        label: words.putEventWordsBack(one),
        hint: words.putBackHint,
        chosen: events.includes(one),
        onChoose: (chosen: boolean) =>
          setEvents(chosen ? [...events, one] : events.filter((other) => other !== one)),
      })),
      ...(dated
        ? [{ label: words.putBackDates, hint: words.datesHint, chosen: dates, onChoose: setDates }]
        : []),
    ],
    question: [...columns, String(putBack.dates), ...putBack.events].join('\n'),
  };
}

function identifiersOf({ table }: Cohort, { identifiers, eventTable }: Setup): string[] {
  const all = new Set([...identifiers, eventTable?.cohortPatient]);
  return table.header.filter((name) => all.has(name));
}

function hasDates(cohort: Cohort, setup: Setup): boolean {
  const dates = new Set(dateColumns(setup));
  return neededColumns(cohort, setup).some((name) => dates.has(name));
}
