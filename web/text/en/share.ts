// Sharing: what goes, what stays, and how it is opened.
import { count } from '../../base/rounding.ts';
import { counted, listed } from './grammar.ts';

const reopen = 'Ask for it again, or for the file in place of the link.';

export const share = {
  /** Columns of shared results that stand for the times and events of an endpoint. */
  timeColumn: (endpoint: string) => `${endpoint} time`,
  eventColumn: (endpoint: string) => `${endpoint} event`,

  /** What stands for the words of an adverse event where these do not go. */
  eventTerm: (n: number) => `term ${n}`,
  eventAnswers: { yes: 'yes', no: 'no' },

  /** A column that says who meets a condition on days, which do not go. */
  conditionColumn: (column: string, n: number) => `${column}: condition ${n}`,

  open: 'Share this analysis',
  title: 'Share this analysis',
  openPaper: 'Share the checked paper',
  titleOfPaper: 'Share the checked paper',
  /** Where nothing has a name of its own. */
  paperName: 'Checked paper',
  close: 'Close',
  what: 'What to share',
  kinds: {
    results: 'Results',
    settings: 'Settings',
    rows: 'Patients’ rows',
    report: 'Report in one file',
    paper: 'Checked paper',
  },
  about: {
    results:
      'Every number, table and figure of this page, and no record of a patient. Who opens it can read, copy and save them, and change what counts alone can answer.',
    settings:
      'All that you decided, and nothing of the patients. Who opens it needs the same table; its fingerprint tells whether it is the same.',
    rows: 'The columns that the analysis needs, row by row, encrypted with a passphrase. Who has the link and the passphrase can change everything, as you can.',
    report:
      'This page with the results inside, as one file that opens by a double click, also without a network. With the encrypted rows in it too, if you want: then everything can be changed by who has the passphrase.',
    paper:
      'The text of Check a paper and the printed results in it. Who opens it needs nothing else: the text is marked, every verdict is computed again, and everything can be corrected.',
  },

  review: {
    goes: 'What goes',
    stays: 'What stays here',
    column: 'Column',
    how: 'How',
    why: 'Why',
    nothing: 'Nothing that the page knows of.',
    look: 'Free text, names and days of single patients are often recognised and stay here, but not always: look at what goes before you send it.',
    levels: (levels: readonly string[]) => `names of its groups: ${listed(levels)}`,
    merged: (level: string, parts: readonly string[]) => `${level} is ${listed(parts)}`,
    counts: (levels: readonly string[]) => `how many in each arm have which: ${listed(levels)}`,
    nameOnly: 'its name, and how it is read',
    numbers: 'mean, median, quartiles and what models say of it',
    numbersWithRange:
      'mean, median, quartiles, smallest and largest value, and what models say of it',
    times: (endpoint: string, n: number) =>
      `${counted(n, 'different time')} of ${endpoint}, in each arm, with how many had the event or were censored`,
    eventsOf: (endpoint: string) => `how many had the event, at each of the times of ${endpoint}`,
    asIs: 'as it is',
    days: 'as days from each patient’s own start: written as dates from 1 January 2000 on, of no calendar',
    numbered: 'as numbers that only say which rows are of one patient',
    ages: (n: number) => `as it is, but ${counted(n, 'age')} above 89 as 90`,
    identifierAsIs: 'as it is, and it can identify the patients',
    identifierNamed: 'its name alone, and that it can identify a patient',
    trueDays: 'as the dates that they are',
    identifier: 'it can identify a patient',
    freeText: 'it looks like free text',
    date: 'dates can identify a patient',
    eventTable: 'The table of adverse events, of which nothing is counted here',
    eventColumn: (column: string) => `${column} (adverse events)`,
    asIsWith: (texts: readonly string[]) =>
      texts.length === 0 ? 'empty' : `as it is: ${listed(texts)}`,
    eventCoded: (texts: readonly string[]) =>
      texts.length === 0
        ? 'empty'
        : `without its words, which look like free text: ${listed(texts)}`,
    eventWordsStay: (column: string) =>
      `The words in ${column} of the table of adverse events, which look like free text`,
    eventRows: (name: string, n: number) =>
      `${counted(n, 'row')} of the table of adverse events, and its name, ${name}`,
    eventColumnsStay: 'All other columns of the table of adverse events',
    eventRowsStay: (n: number) =>
      `${counted(n, 'row')} of the table of adverse events, of nobody whose row goes`,
    unused: 'the analysis does not need it',
    putBack: (column: string) => `Put ${column} back`,
    putEventWordsBack: (column: string) => `Put the words in ${column} (adverse events) back`,
    putBackHint: 'Only if you have looked at what stands in it.',
    identifierHint:
      'Whoever opens the rows can then tell who the patients are. Only if they may know it anyway.',
    putBackDates: 'Put the dates back',
    datesHint:
      'With a date of birth, treatment or death somebody can be recognised. Only if whoever opens the rows may know it anyway.',
    edits: (n: number) => `${counted(n, 'correction')} of cells, with their reasons`,
    editsInRows: (n: number) =>
      `What stood in ${counted(n, 'corrected cell')} before, and why it was corrected`,
    exclusions: (n: number) => `Which ${counted(n, 'row')} you left out, and why`,
    exclusionsInRows: (n: number) =>
      `The cells of ${counted(n, 'row')} that you left out; your reasons for it go`,
    file: (name: string) => `The name of the file, ${name}`,
    fingerprint: 'The fingerprint of the file, from which nothing can be read',
    sheets: (names: readonly string[]) => `The names of sheets that are read: ${listed(names)}`,
    conditionDays: (days: readonly string[]) =>
      `Days in conditions on who is analysed: ${listed(days)}`,
    selection: (conditions: string, n: string, of: string) =>
      `Who was selected: ${n} of ${of} rows, with ${conditions}`,
    ownCodes: (n: number) =>
      `${counted(n, 'text')} of cells that count as missing and are no usual code: who opens it says so again`,
    eventFile: (name: string) =>
      `The name of the table of adverse events, ${name}, and its fingerprint`,
    eventColumns: (columns: readonly string[]) =>
      `Columns of the table of adverse events: ${listed(columns)}`,
    eventTexts: (terms: readonly string[]) =>
      `Texts of the table of adverse events: ${listed(terms)}`,
    anyEvent: 'any adverse event',
    anyGrade: 'any grade',
    severe: 'grade 3 or higher',
    fatal: 'grade 5',
    worst: (grade: number) => `grade ${grade} at worst`,
    cutoff: (days: readonly string[]) => `The day on which data were closed: ${listed(days)}`,
    small: (n: number) =>
      `${counted(n, 'cell')} below 5. So few patients may be recognised by who knows them.`,
    smallName: 'Small cells',
    smallCell: (column: string, level: string, arm: string, n: number) =>
      `${column}: ${level}${arm === '' ? '' : `, ${arm}`}: ${n}`,
    noSmall: 'No count is below 5.',
    residuals:
      'Residuals, influence of single patients and numbers of rows stay here. Where the page would show them it says so.',
    paperStays: 'What was checked of a paper, which is shared by itself',
    pasted: (n: number) => `The pasted text, ${counted(n, 'character')}`,
    printed: (n: number, corrected: number, added: number) =>
      [
        `${counted(n, 'printed result')} with ${n === 1 ? 'its' : 'their'} figures`,
        ...(corrected > 0
          ? [`${count(corrected)} as you corrected ${corrected === 1 ? 'it' : 'them'}`]
          : []),
        ...(added > 0 ? [`${count(added)} that you added`] : []),
      ].join(', '),
    taken: (n: number) => `What you removed from the list: ${counted(n, 'printed result')}`,
    manuscript:
      'A paper holds no patient’s data, but one that is not published yet may be confidential: whoever has the link or the file can read all of this.',
    verdicts: 'Verdicts: they are computed again where it is opened',
    openTable: 'The open table, and all that you decided about it',
  },

  passphrase: {
    label: 'Passphrase',
    again: 'The same again',
    show: 'Show what I type',
    empty:
      'Whoever has it can read the rows. Nobody can open them without it, and nobody can find it out for you.',
    short: (n: number) =>
      `${counted(n, 'character')}: too short to hold out against guessing. At least 12, better five or six words that do not belong together.`,
    fair: (n: number) =>
      `${counted(n, 'character')}: fair, if it is nowhere else in use. Five or six words that do not belong together are better.`,
    good: (n: number) => `${counted(n, 'character')}: long enough, if it is nowhere else in use.`,
    differs: 'The two are not the same.',
    otherWay: 'Tell it by another way than the link: on the telephone, if the link goes by mail.',
    encrypt: 'Encrypt the rows',
    encrypting: 'Encrypting',
    noCrypto:
      'This page was opened over plain http, where browsers do not encrypt. Open it over https, or from a disk, to share rows.',
  },

  link: {
    making: 'Packing',
    length: (n: number) => `The link has ${counted(n, 'character')}.`,
    tooLong: (n: number, most: number) =>
      `A link of this would have ${counted(n, 'character')}. Beyond ${count(most)} mail programs cut links: send the file.`,
    fileLength: (n: number) => `The file has ${counted(n, 'character')}.`,
    copy: 'Copy the link',
    copied: 'Copied. It stands behind “#” in the address, which browsers send to nobody.',
    failed: 'The browser does not allow copying here: copy it from the field.',
    field: 'The link',
    save: 'Save as a file',
    saved: (file: string) => `${file} is saved where your browser puts downloads.`,
    fromDisk:
      'This page was opened from a disk and has no address that others can open. Send the file, or say where the page is hosted.',
    address: 'Address of the hosted page',
    addressHint: 'https://… It is remembered in this browser.',
    addressProblem: 'An address begins with https:// or http://.',
    fileName: (stem: string, kind: string) => `${stem} ${kind}.riskset.json`,
    kindInName: {
      results: 'results',
      settings: 'settings',
      rows: 'encrypted rows',
      paper: 'shared',
    },
  },

  report: {
    withRows: 'With the patients’ rows, encrypted with a passphrase',
    withRowsAsTheyCame: 'With the encrypted rows, as they came',
    rows: 'The rows',
    save: 'Save the report',
    fileName: (stem: string) => `${stem} report.html`,
    changed:
      'This page is not as it was built: a browser extension may have changed it. What it saved would not run. Save it from a browser without extensions.',
    name: 'This report',
    openRows: 'Open the rows with a passphrase',
    hasRows:
      'This report also holds the patients’ rows, encrypted. With the passphrase every option is open.',
  },

  notReady: {
    computing: 'The page is still computing: results can be shared when all of them are there.',
    withoutRows: 'These are shared results: settings and rows are with whoever has the table.',
  },

  /** Opening what somebody shared. */
  opening: {
    link: 'The link',
    damaged: (what: string) => `${what} is damaged: what it holds cannot be read. ${reopen}`,
    cutOff: (what: string, there: number, whole: number) =>
      `${what} is cut off: ${counted(there, 'byte')} of ${counted(whole, 'byte')} are there. ${reopen}`,
    newer: (what: string, number: number, known: number) =>
      `${what} has format ${number}, and this version of Riskset reads up to format ${known}. Open it with a newer version.`,
    tooLarge: (what: string) =>
      `${what} would unpack to more than any analysis needs. It was not made by Riskset and is not opened.`,
    unfitting: (what: string) =>
      `${what} does not hold what it says. It was not made by Riskset, or was changed since. ${reopen}`,
    noCrypto: (what: string) =>
      `${what} holds encrypted rows. This page was opened over plain http, where browsers do not decrypt: open it over https, or save the page and open it from a disk.`,
    settingsName: 'The shared analysis',
    paperName: 'The shared paper',
    passphraseTitle: 'These rows are encrypted',
    passphraseHint: 'Whoever sent them has told you the passphrase, or will.',
    decrypt: 'Open the rows',
    decrypting: 'Opening',
    wrong: 'This is not the passphrase the rows were encrypted with. Capitals and spaces count.',
    leave: 'Leave them',
  },

  /** Above a page of results that somebody shared. */
  results: {
    title: (name: string) => `Results of ${name}, shared with you`,
    about: (patients: number, version: string) =>
      `Of ${counted(patients, 'patient')}, computed with Riskset ${version}. They hold no record of a patient: each count and curve is as it was sent, and what would need the patients’ rows says so.`,
    selected: (n: number, of: number, conditions: string) =>
      `These are the ${count(n)} of ${counted(of, 'row')} with ${conditions}.`,
    fact: 'results without rows',
  },
  /** Above a page of rows that somebody shared. */
  rowsOpened: (name: string) =>
    `The rows of ${name} are opened. Dates are made up: only the days between them are true.`,
};
