import { deflateRawSync } from 'node:zlib';

import { expect, test } from 'vitest';

import {
  brought,
  deflated,
  fragment,
  inflated,
  sealed,
  unsealed,
  Unopenable,
} from '../../../web/share/envelope.ts';
import { documentOf, fileOf, inFile, textOf } from '../../../web/share/link.ts';
import type { SettingsDocument } from '../../../web/share/documents.ts';

const document: SettingsDocument = {
  riskset: 1,
  kind: 'settings',
  analysis: { riskset: 1, arm: 'Behandlung', page: { covariates: ['Größe', '__proto__', '年龄'] } },
};
const text = await textOf(document);
const link = `https://example.org/riskset/#${fragment('settings', text)}`;

const opened = async (broken: string) => {
  const found = brought(broken)!;
  return documentOf(found.kind as 'settings', found.text);
};

const codeOf = async (broken: string) => {
  try {
    await documentOf('settings', broken);
  } catch (error) {
    return error instanceof Unopenable ? error.code : error;
  }
  return null;
};

test('a document is the same after the way through a link and through a file', async () => {
  expect(await opened(link)).toStrictEqual(document);
  const file = inFile(fileOf('settings', text))!;
  expect(file.kind).toBe('settings');
  expect(await documentOf('settings', file.text)).toStrictEqual(document);
  expect(text).toMatch(/^A[\w-]+$/);
});

test.each<[string, (whole: string) => string]>([
  [
    'lines of quoted-printable',
    (whole) => whole.replace(/.{70}/g, '$&=\r\n').replace('#s=', '#s=3D'),
  ],
  ['its breaks, stripped by the browser', (whole) => whole.replace(/.{70}/g, '$&=')],
  ['line breaks', (whole) => whole.replace(/.{60}/g, '$&\n')],
  ['spaces, as an address bar writes them', (whole) => whole.replace(/.{60}/g, '$&%20')],
  ['quoted lines', (whole) => whole.replace(/.{60}/g, '$&\n> ')],
  ['a full stop', (whole) => `${whole}.`],
  ['a bracket and a comma', (whole) => `(${whole}),`],
  ['angle brackets', (whole) => `<${whole}>`],
  ['words behind it', (whole) => `${whole} is the link`],
  ['a parameter of somebody else', (whole) => `${whole}&utm_source=mail`],
])('a link with %s opens', async (_, broken) => {
  expect(await opened(broken(link))).toStrictEqual(document);
});

test('other anchors are no such link', () => {
  for (const other of [
    '',
    '#data',
    '#two-rates&x1=15&n1=49',
    '#s=',
    '#s=1',
    '#settings=abcdefghijk',
  ])
    expect(brought(other), other).toBeNull();
});

test('what is cut off says so, with how much is there', async () => {
  expect(await codeOf(text.slice(0, -9))).toBe('cutOff');
  expect(await codeOf('')).toBe('damaged');
});

test('another letter anywhere is noticed', async () => {
  for (let at = 0; at < text.length; at += 3) {
    const other = text[at] === 'B' ? 'C' : 'B';
    const code = await codeOf(text.slice(0, at) + other + text.slice(at + 1));
    expect(['damaged', 'cutOff', 'newer'], String(at)).toContain(code);
  }
});

test('a later format is refused with both numbers', async () => {
  const bytes = Uint8Array.from(atob(text.slice(0, 12)), (letter) => letter.charCodeAt(0));
  bytes[0] = 7;
  const later = btoa(String.fromCharCode(...bytes)) + text.slice(12);
  await expect(documentOf('settings', later)).rejects.toMatchObject({
    code: 'newer',
    found: 7,
    wanted: 1,
  });
});

test('a bomb is refused before it is unpacked', async () => {
  const bomb = deflateRawSync(Buffer.alloc(200 * 1024 * 1024, 0x20));
  expect(bomb.length).toBeLessThan(300_000);
  expect(await codeOf(sealed(new Uint8Array(bomb)))).toBe('tooLarge');
});

test('whole packets of something else are refused', async () => {
  const pack = async (value: unknown) => sealed(await deflated(value));
  for (const other of [null, 1, 'text', [], {}, { riskset: 1, kind: 'rows' }, { kind: 'results' }])
    expect(await codeOf(await pack(other)), JSON.stringify(other)).toBe('damaged');
  expect(await codeOf(sealed(new Uint8Array(deflateRawSync('{"kind": "settings",'))))).toBe(
    'damaged',
  );
  expect(await codeOf(sealed(Uint8Array.of(1, 2, 3, 4)))).toBe('damaged');
});

test('keys of a prototype are keys like others', async () => {
  const hostile = JSON.parse(
    '{"kind":"settings","__proto__":{"polluted":1},"constructor":2}',
  ) as object;
  const back = (await inflated(unsealed(sealed(await deflated(hostile))))) as object;
  expect(Object.keys(back)).toStrictEqual(['kind', '__proto__', 'constructor']);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test('a file of something else is none of ours', () => {
  for (const other of ['', 'a,b\n1,2', '{"riskset":1}', '{"kind":"rows"}', '[]', 'null'])
    expect(inFile(other), other).toBeNull();
});
