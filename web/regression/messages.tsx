// What is told of models, as messages of the panel.
import { levelRows } from '../data/row-values.ts';
import { rowsAbout } from '../panels/messages.tsx';
import { shownCohort, shownSetup } from '../panels/shown.ts';
import type { Message } from '../ui/messages.tsx';
import { Prose } from '../ui/prose.tsx';
import type { RunsOff, Told } from './warnings.ts';

export function inProse({ claim, text: told }: Told): Message {
  return { claim, text: <Prose text={told} /> };
}

/** The patients of a level in which all, or none, have the event. */
export function rowsOfLevel({ column, level }: RunsOff): Partial<Message> {
  if (shownCohort.value === null || level === '') return {};
  return rowsAbout([column], levelRows(shownCohort.value, shownSetup.value, column, level));
}
