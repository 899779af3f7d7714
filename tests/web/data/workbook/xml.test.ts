import { expect, test } from 'vitest';

import { attribute, createXmlReader } from '../../../../web/data/workbook/xml.ts';

function heard(xml: string, piece: number): string[] {
  const events: string[] = [];
  const reader = createXmlReader({
    open: (name, tag) => events.push(`<${name} ${attribute(tag, 'r') ?? '-'}`),
    close: (name) => events.push(`/${name}`),
    text: (text) => events.push(text),
  });
  for (let at = 0; at < xml.length; at += piece) reader.write(xml.slice(at, at + piece));
  return events;
}

const xml =
  '<?xml version="1.0"?><!DOCTYPE x><x:a xmlns:x="y"><!-- <b> --><x:b r="1" s=\'"\' />&lt;&#65;&#x42;&unknown;' +
  '<c  x:r = \'>2\' t="&amp;"><![CDATA[<&amp;>]]></c></x:a>';

test.each([1, 3, 7, 1000])('is the same in pieces of %d', (piece) => {
  expect(heard(xml, piece)).toEqual([
    '<a -',
    '<b 1',
    '/b',
    '<AB&unknown;',
    '<c >2',
    '<&amp;>',
    '/c',
    '/a',
  ]);
});

test('a quote that is never closed is given up in time', () => {
  const started = performance.now();
  expect(() => heard(`<a b="${'<c>'.repeat(500_000)}`, 65_536)).toThrow('damaged');
  expect(performance.now() - started).toBeLessThan(5000);
});
