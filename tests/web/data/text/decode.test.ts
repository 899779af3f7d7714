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

/** A container of old Office documents; names in its directory are UTF-16. */
function compound(name: string): Uint8Array {
  const wide = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  return Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, ...wide);
}

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
    expect(decode(bytes)).toMatchObject({ ok: true, text, encoding, unread: 0 });
  });

  test('does not take two accents in a row for a Chinese sign', () => {
    expect(decode(Uint8Array.from('Größe\n1\n', latin))).toMatchObject({ text: 'Größe\n1\n' });
  });

  test('reads the plain CSV of a Chinese Excel', () => {
    const names = Uint8Array.of(0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0xcb, 0xc0, 0xcd, 0xf6, 0x0a);
    expect(decode(names)).toEqual({
      ok: true,
      text: '姓名\n死亡\n',
      encoding: 'gb18030',
      sure: true,
      unread: 0,
    });
  });

  test.each([
    ['an empty file', Uint8Array.of(), 'This file is empty.'],
    ['a file of spaces', new TextEncoder().encode(' \r\n \n'), 'This file is empty.'],
    ['a damaged workbook', zip('....xl/workbook.xml'), 'This workbook is damaged or incomplete.'],
    ['a binary workbook', zip('....xl/workbook.bin'), 'This is a binary Excel workbook (.xlsb).'],
    [
      'a LibreOffice workbook',
      zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
      'This is a LibreOffice workbook (.ods).',
    ],
    ['another zip', zip('data.csv'), 'This file is a compressed archive.'],
    ['an old workbook', compound('Workbook'), 'This is an old Excel workbook (.xls).'],
    ['a locked workbook', compound('EncryptedPackage'), 'This workbook is locked with a password.'],
    [
      'an old document',
      compound('WordDocument'),
      'This is an old Office document without a table.',
    ],
    [
      'a web page under another name',
      new TextEncoder().encode('\n<html><table><tr><td>a</td></tr></table></html>'),
      'This is a web page',
    ],
    [
      'the XML of Excel 2003',
      new TextEncoder().encode(
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      ),
      'This is an XML spreadsheet of Excel 2003.',
    ],
    ['an SPSS file', new TextEncoder().encode('$FL2@(#) SPSS DATA FILE'), 'This is an SPSS file.'],
    ['a PDF', new TextEncoder().encode('%PDF-1.7'), 'This is a PDF.'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'This is a picture.'],
    [
      'bytes that are no text',
      Uint8Array.of(0x61, 0, 1, 2, 3, 0x62, 0x63, 7),
      'This file is not a table of text.',
    ],
  ])('refuses %s in one sentence that says what to do', (_, bytes, sentence) => {
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({
      ok: false,
      problem: expect.stringContaining(sentence) as string,
    });
  });

  test('reads letters of no known kind as seems best, and says that it is not sure', () => {
    expect(decode(Uint8Array.from('død', latin))).toMatchObject({ text: 'død', sure: false });
  });

  test('counts the letters of a UTF-8 file that were cut', () => {
    const cut = Uint8Array.of(
      ...new TextEncoder().encode('名,年齢,性別,死亡\nÅ,1,2,3\n'),
      0xe5,
      0xad,
    );
    expect(decode(cut)).toMatchObject({ ok: true, encoding: 'utf-8', unread: 1 });
  });

  test('reads an encoding that is asked for, whatever it makes of the letters', () => {
    const bytes = Uint8Array.of(0xd0, 0xd5, 0xc3, 0xfb);
    expect(decode(bytes, 'GBK')).toMatchObject({ ok: true, text: '姓名', encoding: 'gb18030' });
    expect(decode(bytes, 'windows-1252')).toMatchObject({ ok: true, text: 'ÐÕÃû', sure: true });
    expect(decode(Uint8Array.of(0x80), 'cp1252')).toMatchObject({ text: '€' });
  });

  test('refuses an encoding that is asked for and not known, instead of guessing one', () => {
    expect(decode(utf8, 'ebcdic')).toMatchObject({
      ok: false,
      problem:
        'The encoding ebcdic cannot be read yet. Save the table as CSV UTF-8 and open that file.',
    });
  });
});
