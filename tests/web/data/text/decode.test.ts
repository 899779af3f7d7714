import { describe, expect, test } from 'vitest';

import { decode } from '../../../../web/data/text/decode.ts';

const text = 'name,größe\nÅsa,170\n';

function utf16(littleEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\ufeff' : ''), ...text].map((letter) => letter.charCodeAt(0));
  const view = new DataView(new ArrayBuffer(units.length * 2));
  units.forEach((unit, at) => view.setUint16(at * 2, unit, littleEndian));
  return new Uint8Array(view.buffer);
}

const latin = (letter: string) => letter.charCodeAt(0);
const utf8 = new TextEncoder().encode(text);

function zip(name: string): Uint8Array {
  return Uint8Array.of(0x50, 0x4b, 3, 4, ...new TextEncoder().encode(name));
}

describe('decode', () => {
  test.each([
    ['UTF-8', utf8, 'utf-8'],
    ['UTF-8 with a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8), 'utf-8'],
    ['UTF-16, little end first', utf16(true, true), 'utf-16le'],
    ['UTF-16, big end first', utf16(false, true), 'utf-16be'],
    ['UTF-16 without a mark', utf16(true, false), 'utf-16le'],
    ['UTF-16 without a mark, big end first', utf16(false, false), 'utf-16be'],
    ['the plain CSV of a German Excel', Uint8Array.from(text, latin), 'windows-1252'],
  ])('reads %s without the mark', (_, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ ok: true, text, encoding });
  });

  test('does not take two accents in a row for a Chinese sign', () => {
    expect(decode(Uint8Array.from('Größe\n1\n', latin))).toMatchObject({ text: 'Größe\n1\n' });
  });

  test('reads the plain CSV of a Chinese Excel', () => {
    const names = Uint8Array.of(0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0xcb, 0xc0, 0xcd, 0xf6, 0x0a);
    expect(decode(names)).toEqual({ ok: true, text: '姓名\n死亡\n', encoding: 'gb18030' });
  });

  test.each([
    ['an empty file', Uint8Array.of(), 'This file is empty.'],
    ['a file of spaces', new TextEncoder().encode(' \r\n \n'), 'This file is empty.'],
    ['an Excel workbook', zip('....xl/workbook.xml'), 'This is an Excel workbook. Save it as CSV'],
    [
      'a LibreOffice workbook',
      zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
      'This is a LibreOffice workbook.',
    ],
    ['another zip', zip('data.csv'), 'This file is a compressed archive.'],
    [
      'an old or locked workbook',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0),
      'This is an old Excel workbook (.xls) or one that is locked',
    ],
    ['an SPSS file', new TextEncoder().encode('$FL2@(#) SPSS DATA FILE'), 'This is an SPSS file.'],
    ['a PDF', new TextEncoder().encode('%PDF-1.7'), 'This is a PDF.'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'This is a picture.'],
    [
      'bytes that are no text',
      Uint8Array.of(0x61, 0, 1, 2, 3, 0x62, 0x63, 7),
      'This file is not a table of text.',
    ],
    [
      'letters of no known kind',
      Uint8Array.of(0xe4, 0x0a, 0xd0, 0xd5, 0xd0, 0xd5, 0x0a),
      'This file is not in UTF-8',
    ],
  ])('refuses %s in one sentence that says what to do', (_, bytes, sentence) => {
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({
      ok: false,
      problem: expect.stringContaining(sentence) as string,
    });
  });

  test('refuses an encoding that is asked for and not known, instead of guessing one', () => {
    expect(decode(utf8, 'big5')).toMatchObject({
      ok: false,
      problem:
        'The encoding big5 cannot be read yet. Save the table as CSV UTF-8 and open that file.',
    });
  });
});
