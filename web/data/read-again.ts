// The open table read once more, as a person says that it is to be read. One step that can be undone.
import { text } from '../text/text.ts';
import { type Cohort, originalOf } from './cohort.ts';
import { keepFingerprintOf } from './fingerprint.ts';
import { loadProblem } from './opening.ts';
import type { ReadOptions } from './read-options.ts';
import { beginReading, readSource, stopReading } from './reading/reading.ts';
import { restoredSetup } from './saved/restore.ts';
import { savedAnalysis } from './saved/save.ts';
import { initialSetup, type Setup } from './setup.ts';
import { contentOf, keepSource, sourceOf } from './source.ts';
import { change, cohort, setup } from './state.ts';

const words = text.shell.open;

/** Answers whether the table was read; what is not mentioned in `wanted` stays as it was said. */
export async function readAgain(wanted: ReadOptions): Promise<boolean> {
  const before = cohort.peek();
  const content = before === null ? null : contentOf(before);
  if (before === null || content === null) return false;
  const size = typeof content === 'string' ? content.length : content.size;
  const stop = beginReading(before.name, size);
  const source = await sourceOf(before, withChoices(before.how.asked, wanted));
  if (source === null || stop.aborted) return false;
  try {
    const read = await readSource(source, stop);
    // Meanwhile another table may have been opened, or this one undone.
    if (read === null || cohort.peek() !== before) return false;
    loadProblem.value = read.ok ? null : words.problem(before.name, read.problem);
    if (!read.ok) return false;
    const bound = changesOfRows(setup.peek());
    if (bound > 0 && !(sameRows(before, read.cohort) && sameColumns(before, read.cohort))) {
      loadProblem.value = words.otherRows(bound);
      return false;
    }
    keepSource(read.cohort, content);
    keepFingerprintOf(before, read.cohort);
    const carried = carriedSetup(before, setup.peek(), read.cohort);
    change(text.shell.undo.steps.read, { cohort: read.cohort, setup: carried });
    return true;
  } catch {
    loadProblem.value = words.gaveUp(before.name);
    return false;
  } finally {
    if (!stop.aborted) stopReading();
  }
}

/** Corrections and exclusions belong to rows by their numbers. */
function changesOfRows({ edits, exclude }: Setup): number {
  return edits.length + exclude.length;
}

/** Whether the same lines are rows, so that each keeps its number. */
function sameRows(before: Cohort, now: Cohort): boolean {
  const lines = ({ how }: Cohort) => how.leftOut.map(({ line }) => line).join();
  return (
    before.table.rows === now.table.rows &&
    before.how.sheet === now.how.sheet &&
    before.how.together?.read === now.how.together?.read &&
    before.how.headerRow === now.how.headerRow &&
    before.how.headerRows === now.how.headerRows &&
    lines(before) === lines(now)
  );
}

/** Lines are numbered anew in another sheet. */
function withChoices(asked: ReadOptions, wanted: ReadOptions): ReadOptions {
  const {
    sheet: _,
    sheets: __,
    headerRow: ___,
    headerRows: ____,
    keep: _____,
    ...ofAnySheet
  } = asked;
  const other = wanted.sheet !== undefined || wanted.sheets !== undefined;
  return { ...(other ? ofAnySheet : asked), ...wanted };
}

/**
 * Where the columns are still what they were, all that was decided about them holds; where a column
 * has another name or holds another kind of values, everything is guessed afresh, and only the
 * options stay.
 */
export function carriedSetup(before: Cohort, decided: Setup, now: Cohort): Setup {
  if (sameColumns(before, now)) return restoredSetup(now, savedAnalysis(before, decided, null));
  return { ...initialSetup(now), options: initialOptions(now, decided) };
}

function sameColumns(before: Cohort, now: Cohort): boolean {
  const { columns } = originalOf(before);
  return (
    columns.length === now.columns.length &&
    columns.every(
      ({ name, type, order }, at) =>
        now.columns[at]!.name === name &&
        now.columns[at]!.type === type &&
        now.columns[at]!.order === order,
    )
  );
}

/** Options that name columns which are gone are left to the default. */
function initialOptions(now: Cohort, decided: Setup): Setup['options'] {
  return restoredSetup(now, { riskset: 1, page: { options: { ...decided.options } } }).options;
}
