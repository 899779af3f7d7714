// How a table was read, in words: in one line, and what was left out or changed on the way.
import { capitalised } from '../../../format/words.ts';
import { text } from '../../../text/text.ts';
import type { Cohort } from '../../cohort.ts';
import type { Together } from '../../how-read.ts';
import type { LeftOutKind } from '../../lines/line.ts';
import type { Delimiter } from '../../read-csv.ts';
import type { ReadOptions } from '../../read-options.ts';
import type { Encoding } from '../../text/encodings.ts';

const words = text.data.howRead;
const says = text.data.leftOut;

/** "UTF-8, separated by commas, column names in line 1". */
export function howReadSentence({ how, encoding, delimiter, decimal }: Cohort): string {
  const { kind, sheet, sheets, together, headerRow, headerRows } = how;
  const parts = [
    ...(sheet === null
      ? []
      : [
          together?.read === true
            ? (kind === 'files' ? words.asFiles : words.asSheets)(together.sheets)
            : kind === 'files'
              ? words.asFile(sheet)
              : words.asSheet(sheet, sheets.length),
        ]),
    ...(delimiter === null
      ? []
      : kind === 'pasted'
        ? [words.pasted(words.separated[delimiter as Delimiter])]
        : [
            words.asText(
              words.encodings[encoding as Encoding],
              words.separated[delimiter as Delimiter],
            ),
          ]),
    ...(decimal === ',' ? [words.comma] : []),
    words.header(headerRow, headerRows),
  ];
  return capitalised(parts.join(', '));
}

export interface ReadingNote {
  claim: string;
  /** What undoes it, and the button that does. */
  undo: { button: string; options: ReadOptions } | null;
}

const kinds: readonly LeftOutKind[] = [
  'title',
  'units',
  'names',
  'section',
  'summary',
  'remark',
  'empty',
  'hidden',
];

/** What was left out and what was changed, each with what undoes it. */
export function readingNotes({ how, notes }: Cohort): ReadingNote[] {
  const { leftOut, hidden, asked } = how;
  const kept = asked.keep ?? [];
  const all: ReadingNote[] = kinds.flatMap((kind) => {
    const found = leftOut.filter((one) => one.kind === kind);
    if (found.length === 0) return [];
    const lines = found.map(({ line }) => line);
    const claim = says[kind](
      lines,
      found.map((one) => one.text),
    );
    const undo =
      kind === 'title' || kind === 'empty'
        ? null
        : kind === 'hidden'
          ? { button: says.readHidden, options: { hidden: true } }
          : { button: says.useRow(lines.length), options: { keep: [...kept, ...lines] } };
    return [{ claim, undo }];
  });
  if (kept.length > 0) {
    const undo = { button: says.leaveOut(kept.length), options: { keep: [] } };
    all.push({ claim: says.keptAsRows(kept), undo });
  }
  const { together } = how;
  if (together !== null) all.unshift(sheetsNote(together, how.sheet!, how.kind === 'files'));
  const rows = asked.hidden === false ? 0 : hidden.rows;
  if (rows + hidden.columns > 0) {
    all.push(
      asked.hidden === false
        ? {
            claim: says.columnsHidden(hidden.columns),
            undo: { button: says.readHidden, options: { hidden: true } },
          }
        : {
            claim: says.hiddenRead(rows, hidden.columns),
            undo: { button: says.leaveHidden, options: { hidden: false } },
          },
    );
  }
  return [...all, ...notes.map((claim) => ({ claim, undo: null }))];
}

/** Sheets, or files, that are read as one table, or could be. */
function sheetsNote(
  { sheets, read, column }: Together,
  sheet: string,
  areFiles: boolean,
): ReadingNote {
  return read
    ? {
        claim: (areFiles ? says.filesTogether : says.sheetsTogether)(sheets, column!),
        undo: { button: says.readAlone(sheet), options: { sheet } },
      }
    : {
        claim: (areFiles ? says.filesAlike : says.sheetsAlike)(sheets, sheet),
        undo: {
          button: areFiles ? says.readFilesTogether : says.readTogether,
          options: { sheets },
        },
      };
}

/** Why the letters should be looked at; null where they need not be. */
export function doubt({ how, encoding }: Cohort): { claim: string; text: string } | null {
  const sample = how.samples.find((one) => one.encoding === encoding)?.text;
  if (how.sure || sample === undefined) return null;
  return { claim: words.unsure(words.encodings[encoding as Encoding]), text: words.lookAt(sample) };
}
