// Reading a file: why it could not be read, what was changed on the way, what was guessed and why.
import { count } from '../../base/rounding.ts';
import { counted, rowList } from './grammar.ts';

export const reading = {
  /** `verb` completes "66 patients …", `hazard` "Hazard ratio for …". */
  endpointKinds: {
    PFS: {
      title: 'Progression-free survival',
      verb: 'progressed or died',
      hazard: 'progression or death',
    },
    DFS: { title: 'Disease-free survival', verb: 'relapsed or died', hazard: 'relapse or death' },
    RFS: { title: 'Relapse-free survival', verb: 'relapsed or died', hazard: 'relapse or death' },
    EFS: { title: 'Event-free survival', verb: 'had an event', hazard: 'the event' },
    MFS: {
      title: 'Metastasis-free survival',
      verb: 'had metastases or died',
      hazard: 'metastasis or death',
    },
    TTP: { title: 'Time to progression', verb: 'progressed', hazard: 'progression' },
    DSS: {
      title: 'Disease-specific survival',
      verb: 'died of the disease',
      hazard: 'death from the disease',
    },
    OS: { title: 'Overall survival', verb: 'died', hazard: 'death' },
  },
  ownEndpointVerb: 'had the event',

  roleEvidence: {
    dates: 'Its values are dates.',
    responses: 'Its values are RECIST responses.',
    firstResponse: 'Its name says when a response was seen.',
    grades: 'Its values are CTCAE grades, 0 to 5.',
    adverseEvent: 'Its name says adverse event.',
    time: (endpoint: string) => `Its name says follow-up time for ${endpoint}.`,
    event: (endpoint: string) => `Its name says events of ${endpoint}.`,
    otherOutcome: 'It looks like another outcome.',
    arm: 'Its name says treatment.',
    constant: 'It does not vary.',
    place: 'It looks like the place of treatment.',
    number: 'A number known for most patients.',
    groups: (levels: number) => `${count(levels)} groups of patients.`,
    texts: (levels: number) => `${count(levels)} different texts: too many for groups.`,
    birth: 'Its name says date of birth.',
    identifier: 'Its name says identifier.',
    differentValues: 'A different value in every row.',
    differentTexts: 'A different text in every row.',
  },

  referenceNamed: (level: string) => `${level} names a comparator.`,
  referenceUnknown: 'No name tells which arm is the comparator: the first is taken.',

  eventEvidence: {
    manyValues: (column: string, values: number) =>
      `${column} has ${count(values)} values; two are usual.`,
    oneAndTwo: 'Files that write 1 and 2 differ: 2 marks the event in many, not in all.',
    unknown: 'The values do not say which of them is the event.',
    reversedName: (column: string, event: string) =>
      `The name ${column} suggests that ${event} marks patients without the event.`,
    otherUnknown: (event: string, others: string) =>
      `${event} sounds like the event; ${others} is not known.`,
    reversedTimes: (event: string) =>
      `Patients with ${event} were followed more than twice as long as the others: it may mark those without the event.`,
    fromLegend: (event: string, meaning: string) =>
      `The column’s name says that ${event} is “${meaning}”.`,
    usualCode: (event: string) => `Guessed: in most files ${event} marks the event.`,
    fromWord: (event: string) => `Guessed from the word ${event}.`,
  },

  delimiters: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' },

  /** Why a file could not be read, and what was changed while reading. */
  reading: {
    empty: 'This file is empty. Choose a table with one row for each patient.',
    noRows: 'This file has column names but no rows. Add one row for each patient.',
    unknownDelimiter: (delimiter: string) =>
      `The delimiter "${delimiter}" is not known. Use a comma, semicolon, tab or vertical bar.`,
    unknownEncoding: (encoding: string) =>
      `The encoding ${encoding} cannot be read yet. Save the table as CSV UTF-8 and open that file.`,
    unknownLetters:
      'This file is not in UTF-8, so accents and other letters would be misread. ' +
      'Save it as CSV UTF-8 (in Excel: File, Save As, CSV UTF-8) and open that file.',
    notText: 'This file is not a table of text. Save the table as CSV UTF-8 and open that file.',
    oldWorkbook:
      'This is an old Excel workbook (.xls) or one that is locked with a password. ' +
      'Open it in Excel, save it as CSV UTF-8 and open that file.',
    workbook:
      'This is an Excel workbook. Save it as CSV UTF-8 (in Excel: File, Save As) and open that file.',
    openDocument:
      'This is a LibreOffice workbook. Save it as CSV (Unicode UTF-8) and open that file.',
    archive: 'This file is a compressed archive. Unpack it and open the CSV inside.',
    spss: 'This is an SPSS file. In SPSS, save it as CSV and open that file.',
    pdf: 'This is a PDF. A table of patients is needed, saved as CSV.',
    picture: 'This is a picture. A table of patients is needed, saved as CSV.',
    compressed: 'This file is compressed. Unpack it and open the CSV inside.',
    openQuote: (row = 0) =>
      `A quotation mark opened in ${lineName(row)} is never closed. Close it or remove it.`,
    strayQuote: (row = 0) =>
      `A quotation mark stands inside a quoted text in ${lineName(row)}. Double it or remove it.`,
    ragged: (
      expected: number,
      ragged: readonly { row: number; found: number }[],
      delimiter: string,
    ) => {
      const shown = ragged.slice(0, 5).map(({ row, found }) => `row ${row} has ${found}`);
      const more = ragged.length > shown.length ? ` and ${ragged.length - shown.length} more` : '';
      const have = ragged.length === 1 ? 'row does' : 'rows do';
      return (
        `${ragged.length} ${have} not have the ${expected} cells of the header (${shown.join(', ')}${more}). ` +
        `Look there for a missing or an extra ${delimiter}; a text that holds one must stand in quotation marks.`
      );
    },
    emptyRows: (rows: readonly number[]) =>
      `${counted(rows.length, 'empty row')} left out (${rowList(rows)}); the rows after are numbered without ${rows.length === 1 ? 'it' : 'them'}.`,
    unnamed: (column: number, called: string) =>
      `Column ${column} has no name and is called ${called} here.`,
    sameName: (column: number, name: string, called: string) =>
      `Column ${column} is called ${name}, as another is; it is called ${called} here.`,
  },

  extraLines: {
    title: (line: string) => `The first line, “${line}”, is a title and was left out.`,
    twoLines: (example: string) =>
      `The column names stand in two lines and were joined, as in “${example}”.`,
    units: (shown: string) =>
      `The line under the column names holds units (${shown}) and was left out; rows are numbered without it.`,
    ending: (start: string) => `The last line, “${start}”, is no patient and was left out.`,
  },
};

function lineName(row: number): string {
  return row === 0 ? 'the header' : `row ${row}`;
}
