// Times that say themselves that they are censored: "12.5+" or ">12.5".
import { writtenNumber } from './parse-number.ts';
import { recoded, type TextColumn } from './text-table.ts';

/** Whether a time is written as a lower limit of the true one. */
export function isCensored(text: string): boolean {
  const number = writtenNumber(text, '.') ?? writtenNumber(text, ',');
  return number?.limit === 'lower';
}

/** Of each row whether its time is that of an event or of censoring; empty where no time stands. */
export function censoringOf(times: TextColumn): TextColumn {
  return recoded(times, (text) => {
    if (isCensored(text)) return 'censored';
    return (writtenNumber(text, '.') ?? writtenNumber(text, ',')) === null ? '' : 'event';
  });
}
