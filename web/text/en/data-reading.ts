// Reading a file: why it could not be read, what was changed on the way, what was guessed and why.
import { count } from '../../base/rounding.ts';
import { counted, listed } from './grammar.ts';

/** A text of a column as one of several files or sheets writes it. */
interface WrittenSo {
  part: string;
  name: string;
  example: string;
  decimal: '.' | ',';
}

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
    PFS2: {
      title: 'Progression-free survival 2',
      verb: 'progressed on the next line or died',
      hazard: 'progression on the next line or death',
    },
    PPS: { title: 'Post-progression survival', verb: 'died', hazard: 'death' },
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
    dateRoles: {
      start: 'Its name says from when on follow-up counts.',
      progression: 'Its name says the day of progression or relapse.',
      death: 'Its name says the day of death.',
      lastContact: 'Its name says until when a patient was followed.',
      lastAssessment: 'Its name says when the tumour was last assessed.',
      newTherapy: 'Its name says when another treatment started.',
      cutoff: 'Its name says when the data were closed.',
    },
    sameLastDay: 'The same day in every row, and no date of the table is later.',
    responses: 'Its values are RECIST responses.',
    firstResponse: 'Its name says when a response was seen.',
    grades: 'Its values are CTCAE grades, 0 to 5.',
    adverseEvent: 'Its name says adverse event.',
    term: 'Its name says what an adverse event is called.',
    time: (endpoint: string) => `Its name says follow-up time for ${endpoint}.`,
    event: (endpoint: string) => `Its name says events of ${endpoint}.`,
    states: 'Its values say life and disease at last contact.',
    censoring: 'It says which times are written as censored, such as “12.5+”.',
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
    severalRows: (all: boolean) =>
      `Its name says patient, and ${all ? 'each has' : 'some have'} several rows.`,
    visits: 'A number that stands again and again, each time with another visit.',
    rowNumbers: 'It numbers the rows.',
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
    states: 'Guessed from the words for life and disease at last contact.',
    statesOpen:
      'Whether a patient who is alive with disease had progressed is not told: say what it means.',
    statesOfDisease:
      'Guessed from the words for life and disease. Deaths of other causes count as censored, though they are competing risks.',
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
    unreadLetters: (letters: number) =>
      `${counted(letters, 'letter')} cannot be read in this encoding and ${letters === 1 ? 'is' : 'are'} shown as \ufffd: the file may be damaged or in another encoding.`,
    notText: 'This file is not a table of text. Save the table as CSV UTF-8 and open that file.',
    oldWorkbook:
      'This is an old Excel workbook (.xls). Open it in Excel, save it as Excel Workbook (.xlsx) and open that file.',
    lockedWorkbook:
      'This workbook is locked with a password. Open it in Excel, remove the password (File, Info, Protect Workbook), save it and open it again.',
    otherOffice:
      'This is an old Office document without a table. Save the table as Excel Workbook (.xlsx) or CSV UTF-8 and open that file.',
    binaryWorkbook:
      'This is a binary Excel workbook (.xlsb). Open it in Excel, save it as Excel Workbook (.xlsx) and open that file.',
    xmlWorkbook:
      'This is an XML spreadsheet of Excel 2003. Open it in Excel, save it as Excel Workbook (.xlsx) and open that file.',
    webPage:
      'This is a web page, as some systems export it under the name of a spreadsheet. Open it in Excel, save it as Excel Workbook (.xlsx) and open that file.',
    damagedWorkbook:
      'This workbook is damaged or incomplete. Open it in Excel, save it again as Excel Workbook (.xlsx) and open that file.',
    tooLarge:
      'This workbook unpacks to far more than a table of its size holds, and was not opened. Copy the table alone into a new workbook and open that one.',
    noSheet: (sheet: string, sheets: readonly string[]) =>
      `There is no sheet “${sheet}” in this workbook. Its sheets are ${listed(sheets.map((name) => `“${name}”`))}.`,
    notComputed: (cells: readonly string[]) =>
      `${counted(cells.length, 'cell')} ${cells.length === 1 ? 'holds a formula' : 'hold formulas'} whose value was never computed (${listed(some(cells))}): taken as unknown. Open the workbook in Excel, save it and open it again to have ${cells.length === 1 ? 'it' : 'them'}.`,
    merged: (cells: number) =>
      `Cells merged over several rows hold their value in each of these rows (${counted(cells, 'cell')} filled).`,
    openDocument:
      'This is a LibreOffice workbook (.ods). Save it as Excel 2007-365 (.xlsx) and open that file.',
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
    unnamed: (column: number, called: string) =>
      `Column ${column} has no name and is called ${called} here.`,
    noNames:
      'No line holds column names: the columns are called column_1 and so on. If a line does hold them, choose it under How the file was read.',
    twoLines: (example: string) =>
      `The column names stand in several lines and were joined, as in “${example}”.`,
    /** The name of a column, which may stand in a formula of somebody's script. */
    sectionColumn: 'group',
    noFile: (file: string, files: readonly string[]) =>
      `“${file}” is not among these files, which are ${listed(files.map((name) => `“${name}”`))}.`,
    otherFile: (first: string, other: string) =>
      `“${first}” and “${other}” have other columns, and cannot be read as one table. Open one of them; a table of adverse events is added under Data.`,
    otherColumns: (first: string, other: string) =>
      `The sheets “${first}” and “${other}” have other columns, and cannot be read as one table.`,
    otherUnits: ({
      column,
      parts: [first, other],
      units: [unit, otherUnit],
    }: {
      column: string;
      parts: readonly [string, string];
      units: readonly [string, string];
    }) =>
      `“${first}” gives ${column} in ${unit} and “${other}” in ${otherUnit}: they cannot be read as one table. Write both in one unit, or open them one by one.`,
    otherDecimals: (first: WrittenSo, other: WrittenSo) =>
      `“${first.part}” writes numbers with a decimal ${first.decimal === ',' ? 'comma' : 'point'} (“${first.example}” in ${first.name}) and “${other.part}” with a decimal ${other.decimal === ',' ? 'comma' : 'point'} (“${other.example}” in ${other.name}): they cannot be read as one table. Save both alike, or open them one by one.`,
    otherThousands: (first: WrittenSo, other: WrittenSo) =>
      `${first.name} is “${first.example}” in “${first.part}”, which may be a thousand, and “${other.example}” in “${other.part}”: they cannot be read as one table. Save both without a sign between thousands, or open them one by one.`,
    otherDates: (first: WrittenSo, other: WrittenSo) =>
      `The dates of ${first.name} seem to be written in one order in “${first.part}” (“${first.example}”) and in another in “${other.part}” (“${other.example}”): they cannot be read as one table. Save both alike, best as YYYY-MM-DD, or open them one by one.`,
    sections: (column: string, sections: readonly string[]) =>
      `The column ${column} was made of the lines that stand over patients: ${listed(some(sections.map((one) => `“${one}”`)))}.`,
    censoringName: (time: string) => `${time} censoring`,
    censoringMade: (made: { time: string; example: string; rows: number }) =>
      `${made.time} has times such as “${made.example}” (${counted(made.rows, 'row')}): they are read as censored then, all others as events. The column ${made.time} censoring says which.`,
    sameName: (column: number, name: string, called: string) =>
      `Column ${column} is called ${name}, as another is; it is called ${called} here.`,
  },

  /** Lines that are no patients; `shown` are the first cells of the first of them. */
  leftOut: {
    title: (lines: readonly number[], shown: readonly string[]) =>
      `${linesCalled(lines, shown)} ${lines.length === 1 ? 'is a title and was' : 'are titles and were'} left out.`,
    units: (lines: readonly number[], shown: readonly string[]) =>
      `${linesCalled(lines, shown)} ${lines.length === 1 ? 'holds' : 'hold'} units and ${were(lines)} left out.`,
    names: (lines: readonly number[]) =>
      `${linesNamed(lines)} ${lines.length === 1 ? 'repeats' : 'repeat'} the column names and ${were(lines)} left out.`,
    section: (lines: readonly number[], shown: readonly string[]) =>
      `${linesCalled(lines, shown)} ${lines.length === 1 ? 'stands' : 'stand'} over patients and ${were(lines)} left out.`,
    summary: (lines: readonly number[], shown: readonly string[]) =>
      `${linesCalled(lines, shown)} ${lines.length === 1 ? 'sums up patients and was' : 'sum up patients and were'} left out.`,
    remark: (lines: readonly number[], shown: readonly string[]) =>
      `${linesCalled(lines, shown)} ${lines.length === 1 ? 'is a remark and was' : 'are remarks and were'} left out.`,
    empty: (lines: readonly number[]) =>
      `${linesNamed(lines)} ${lines.length === 1 ? 'is empty and was' : 'are empty and were'} left out; rows are numbered without ${lines.length === 1 ? 'it' : 'them'}.`,
    hidden: (lines: readonly number[]) =>
      `${linesNamed(lines)} ${lines.length === 1 ? 'is hidden in the workbook and was' : 'are hidden in the workbook and were'} left out.`,
    useRow: (lines: number) => (lines === 1 ? 'Use it as a row' : 'Use them as rows'),
    hiddenRead: (rows: number, columns: number) => {
      const what = [
        ...(rows > 0 ? [counted(rows, 'row')] : []),
        ...(columns > 0 ? [counted(columns, 'column')] : []),
      ];
      return `${listed(what)} ${rows + columns === 1 ? 'is' : 'are'} hidden in the workbook and ${rows + columns === 1 ? 'was' : 'were'} read.`;
    },
    leaveHidden: 'Leave hidden cells out',
    readHidden: 'Read hidden cells',
    columnsHidden: (columns: number) =>
      `${counted(columns, 'column')} ${columns === 1 ? 'is' : 'are'} hidden in the workbook and ${columns === 1 ? 'was' : 'were'} left out.`,
    keptAsRows: (lines: readonly number[]) =>
      `${linesNamed(lines)} ${lines.length === 1 ? 'was taken as a row' : 'were taken as rows'} by you.`,
    sheetsAlike: (sheets: readonly string[], read: string) =>
      `The sheets ${listed(sheets.map((one) => `“${one}”`))} have the same columns, as where each arm has its own. Only “${read}” is read.`,
    readTogether: 'Read these sheets together',
    filesAlike: (files: readonly string[], read: string) =>
      `The files ${listed(files.map((one) => `“${one}”`))} have the same columns, as where each arm has its own. Only “${read}” is read.`,
    readFilesTogether: 'Read these files together',
    filesTogether: (files: readonly string[], column: string) =>
      `The files ${listed(files.map((one) => `“${one}”`))} have the same columns and are read as one table; the file’s name is the column ${column}. Lines are numbered on from file to file.`,
    sheetsTogether: (sheets: readonly string[], column: string) =>
      `The sheets ${listed(sheets.map((one) => `“${one}”`))} are read as one table; the sheet’s name is the column ${column}. Lines are numbered on from sheet to sheet.`,
    readAlone: (sheet: string) => `Read “${sheet}” alone`,
    leaveOut: (lines: number) => (lines === 1 ? 'Leave it out' : 'Leave them out'),
  },

  howRead: {
    heading: 'How the file was read',
    encodings: {
      'utf-8': 'UTF-8',
      'utf-16le': 'UTF-16',
      'utf-16be': 'UTF-16, big end first',
      'windows-1252': 'Windows-1252, Western Europe',
      gb18030: 'GB18030, Chinese',
      shift_jis: 'Shift-JIS, Japanese',
      'windows-1250': 'Windows-1250, Central Europe',
      'windows-1251': 'Windows-1251, Cyrillic',
      'windows-1253': 'Windows-1253, Greek',
      'windows-1254': 'Windows-1254, Turkish',
      big5: 'Big5, Chinese',
      'euc-jp': 'EUC-JP, Japanese',
      'euc-kr': 'EUC-KR, Korean',
    },
    separated: { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' },
    delimiters: { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Vertical bar' },
    asText: (encoding: string, separated: string) =>
      `${encoding.split(',')[0]}, separated by ${separated}`,
    pasted: (separated: string) => `Pasted, separated by ${separated}`,
    asSheet: (sheet: string, sheets: number) =>
      sheets === 1 ? `Sheet “${sheet}”` : `Sheet “${sheet}” of ${count(sheets)}`,
    asFile: (file: string) => `File “${file}” alone`,
    asFiles: (files: readonly string[]) =>
      `Files ${listed(files.map((one) => `“${one}”`))} together`,
    asSheets: (sheets: readonly string[]) =>
      `Sheets ${listed(sheets.map((one) => `“${one}”`))} together`,
    header: (line: number, lines: number) =>
      line === 0
        ? 'without column names'
        : lines === 1
          ? `column names in line ${count(line)}`
          : `column names in lines ${count(line)} to ${count(line + lines - 1)}`,
    comma: 'decimal comma',
    encoding: 'Encoding',
    delimiter: 'Separated by',
    decimal: 'Decimal sign',
    decimals: { '.': 'Point: 12.5', ',': 'Comma: 12,5' },
    sheet: 'Sheet',
    file: 'File',
    allFiles: 'All of them',
    addFile: 'Add the rows of another file',
    hiddenSheet: (name: string) => `${name} (hidden)`,
    headerRow: 'Column names in line',
    headerRows: 'Lines of names',
    noHeader: 'No line: name them column_1, …',
    lineOf: (line: number, shown: string) => (shown === '' ? String(line) : `${line}: ${shown}`),
    encodingOf: (encoding: string, sample: string | null) =>
      sample === null ? encoding : `${encoding}: ${sample}`,
    unsure: (encoding: string) =>
      `The encoding ${encoding.split(',')[0]} is a guess: other encodings make as much sense of the letters.`,
    lookAt: (sample: string) =>
      `The file’s letters read as “${sample}”. If that is wrong, choose another under How the file was read.`,
    changed: 'Read again.',
  },
};

function some(items: readonly string[]): string[] {
  return items.length > 6 ? [...items.slice(0, 5), `${count(items.length - 5)} more`] : [...items];
}

function linesNamed(lines: readonly number[]): string {
  return `${lines.length === 1 ? 'Line' : 'Lines'} ${listed(some(lines.map(String)))}`;
}

function linesCalled(lines: readonly number[], shown: readonly string[]): string {
  const more = lines.length > 3;
  const quoted = shown.slice(0, 3).map((one) => `“${one}”`);
  return `${linesNamed(lines)} (${listed(more ? [...quoted, '…'] : quoted)})`;
}

function were(lines: readonly number[]): string {
  return lines.length === 1 ? 'was' : 'were';
}

function lineName(row: number): string {
  return row === 0 ? 'the header' : `row ${row}`;
}
