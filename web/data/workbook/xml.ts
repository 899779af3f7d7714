// The XML of a workbook, read in pieces as it is unpacked: tags and texts one after another. Names
// lose their prefix, for some programs write <x:row> where others write <row>. Entities that a
// document declares itself are not followed.

import { Unreadable } from './zip.ts';

export interface XmlHandler {
  /** `tag`: all that stands between the angles, for `attribute`. */
  open: (name: string, tag: string) => void;
  close: (name: string) => void;
  text: (text: string) => void;
}

export interface XmlReader {
  write: (piece: string) => void;
}

export function createXmlReader(handler: XmlHandler): XmlReader {
  let rest = '';
  return {
    write(piece) {
      rest += piece;
      let at = 0;
      for (;;) {
        const next = step(rest, at, handler);
        if (next === at) break;
        at = next;
      }
      rest = rest.slice(at);
      if (rest.length > longest) throw new Unreadable('damaged');
    },
  };
}

/** A cell holds at most 32,767 letters. */
const longest = 1_000_000;

/** Where it goes on; the same place where more has to be read first. */
function step(xml: string, at: number, handler: XmlHandler): number {
  const start = xml.indexOf('<', at);
  if (start < 0) return at;
  if (start > at) {
    handler.text(plain(xml.slice(at, start)));
    return start;
  }
  if (xml.startsWith('<!', at) || xml.startsWith('<?', at)) return special(xml, at, handler);
  const end = tagEnd(xml, at);
  if (end < 0) return at;
  if (xml.charCodeAt(at + 1) === slash) {
    handler.close(localName(xml, at + 2, end));
  } else {
    const empty = xml.charCodeAt(end - 1) === slash;
    const name = localName(xml, at + 1, empty ? end - 1 : end);
    handler.open(name, xml.slice(at + 1, end));
    if (empty) handler.close(name);
  }
  return end + 1;
}

const slash = 0x2f;

function special(xml: string, at: number, handler: XmlHandler): number {
  const closing = xml.startsWith('<!--', at)
    ? '-->'
    : xml.startsWith('<![CDATA[', at)
      ? ']]>'
      : xml.startsWith('<?', at)
        ? '?>'
        : '>';
  // "<!" alone may still become a comment.
  if (xml.length - at < '<![CDATA['.length) return at;
  const end = xml.indexOf(closing, at);
  if (end < 0) return at;
  if (closing === ']]>') handler.text(xml.slice(at + '<![CDATA['.length, end));
  return end + closing.length;
}

/** The next angle that stands in no quotes; a quote that is never closed must not cost the square. */
function tagEnd(xml: string, from: number): number {
  let open = 0;
  for (let at = from; at < xml.length; at += 1) {
    const sign = xml.charCodeAt(at);
    if (open !== 0) {
      if (sign === open) open = 0;
    } else if (sign === quote || sign === apostrophe) open = sign;
    else if (sign === angle) return at;
  }
  return -1;
}

const quote = 0x22;
const apostrophe = 0x27;
const angle = 0x3e;

function localName(xml: string, from: number, to: number): string {
  let start = from;
  let end = from;
  for (; end < to; end += 1) {
    const sign = xml.charCodeAt(end);
    if (sign === 0x3a) start = end + 1;
    else if (sign <= 0x20) break;
  }
  return xml.slice(start, end);
}

/** The value of an attribute, whatever its prefix; null where the tag has none. */
export function attribute(tag: string, name: string): string | null {
  // As nearly all programs write it; of a large table this is asked some million times.
  const lead = ` ${name}="`;
  const at = tag.indexOf(lead);
  if (!unusual.test(tag)) {
    if (at < 0) return null;
    const start = at + lead.length;
    return plain(tag.slice(start, tag.indexOf('"', start)));
  }
  for (const [, found, double, single] of tag.matchAll(attributes)) {
    if (found === name) return plain(double ?? single ?? '');
  }
  return null;
}

const unusual = /[':\n\r\t]|\s=|=\s/;
const attributes = /\s(?:[^\s=:"']+:)?([^\s=:"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function plain(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities.get(name as string) ?? whole;
    const code = Number.parseInt((hex ?? decimal) as string, hex === undefined ? 10 : 16);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}
