// Bytes -> text. A file is judged by its content, never by its name: clinicians rename .xlsx to
// .csv, and a wrong guess here would turn names and values into other names and values.

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** What a file picker offers first; anything may be dropped, and is judged by its content. */
export const fileTypes = '.csv,.tsv,.txt,.tab,text/csv,text/plain';

export type Decoded =
  { ok: true; text: string; encoding: Encoding } | { ok: false; problem: string };

const encodings: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be'];

/** The text of a file, or one sentence that says why it has none. */
export function decode(bytes: Uint8Array, wanted?: string): Decoded {
  if (bytes.length === 0)
    return refuse('This file is empty. Choose a table with one row for each patient.');
  const foreign = foreignFormat(bytes);
  if (foreign !== null) return refuse(foreign);

  const encoding =
    wanted === undefined ? detect(bytes) : encodings.find((name) => name === wanted.toLowerCase());
  if (encoding === undefined) {
    return refuse(
      `The encoding ${wanted} cannot be read yet. Save the table as CSV UTF-8 and open that file.`,
    );
  }
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return refuse(
      'This file is not in UTF-8, so accents and other letters would be misread. ' +
        'Save it as CSV UTF-8 (in Excel: File, Save As, CSV UTF-8) and open that file.',
    );
  }
  if (binaryCharacters.test(text)) {
    return refuse(
      'This file is not a table of text. Save the table as CSV UTF-8 and open that file.',
    );
  }
  if (text.trim() === '')
    return refuse('This file is empty. Choose a table with one row for each patient.');
  return { ok: true, text, encoding };
}

function refuse(problem: string): Decoded {
  return { ok: false, problem };
}

/** Control characters that no spreadsheet writes into text. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const binaryCharacters = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

function detect(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a byte order mark, Latin letters in UTF-16 leave every other byte zero.
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  const [even, odd] = zeros as [number, number];
  const many = sample.length / 5;
  if (odd > many && even === 0) return 'utf-16le';
  if (even > many && odd === 0) return 'utf-16be';
  return 'utf-8';
}

const oldWorkbook =
  'This is an old Excel workbook (.xls) or one that is locked with a password. ' +
  'Open it in Excel, save it as CSV UTF-8 and open that file.';

const signatures: readonly { bytes: readonly number[]; sentence: string }[] = [
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], sentence: oldWorkbook },
  {
    bytes: [0x24, 0x46, 0x4c, 0x32],
    sentence: 'This is an SPSS file. In SPSS, save it as CSV and open that file.',
  },
  {
    bytes: [0x24, 0x46, 0x4c, 0x33],
    sentence: 'This is an SPSS file. In SPSS, save it as CSV and open that file.',
  },
  {
    bytes: [0x25, 0x50, 0x44, 0x46],
    sentence: 'This is a PDF. A table of patients is needed, saved as CSV.',
  },
  { bytes: [0x1f, 0x8b], sentence: 'This file is compressed. Unpack it and open the CSV inside.' },
  {
    bytes: [0x89, 0x50, 0x4e, 0x47],
    sentence: 'This is a picture. A table of patients is needed, saved as CSV.',
  },
  {
    bytes: [0xff, 0xd8, 0xff],
    sentence: 'This is a picture. A table of patients is needed, saved as CSV.',
  },
];

/** What a file that is no text is, in a sentence; null where it may be text. */
function foreignFormat(bytes: Uint8Array): string | null {
  const startsWith = (signature: readonly number[]) =>
    signature.every((byte, at) => bytes[at] === byte);
  if (startsWith([0x50, 0x4b, 0x03, 0x04])) return zipSentence(bytes);
  return signatures.find((signature) => startsWith(signature.bytes))?.sentence ?? null;
}

function zipSentence(bytes: Uint8Array): string {
  // File names stand uncompressed in a zip; the directory at its end lists them all.
  const names = ascii(bytes.subarray(0, 4096)) + ascii(bytes.subarray(-65536));
  if (names.includes('xl/')) {
    return 'This is an Excel workbook. Save it as CSV UTF-8 (in Excel: File, Save As) and open that file.';
  }
  if (names.includes('opendocument.spreadsheet')) {
    return 'This is a LibreOffice workbook. Save it as CSV (Unicode UTF-8) and open that file.';
  }
  return 'This file is a compressed archive. Unpack it and open the CSV inside.';
}

function ascii(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
