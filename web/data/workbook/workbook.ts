// A workbook of Excel 2007 or later (or of another program that writes its format): which sheets it
// has, and the content of one.
import type { Tell } from '../reading/step.ts';
import { type Shown, shownBy } from './number-format.ts';
import { type Book, createSheetReader, isTrue, type SheetContent, unescaped } from './sheet.ts';
import { attribute, createXmlReader, type XmlHandler } from './xml.ts';
import { openZip, Unreadable, type Zip } from './zip.ts';

export interface SheetName {
  name: string;
  hidden: boolean;
}

export interface Workbook {
  sheets: SheetName[];
  read: (sheet: number, tell?: Tell) => Promise<SheetContent>;
}

/** null: a zip, but no workbook. Throws `Unreadable`. */
export async function openWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<Workbook | null> {
  const zip = openZip(bytes);
  const path = await workbookPath(zip);
  if (path === null) return null;
  const related = await relationsOf(zip, path);
  const { sheets, from1904 } = await sheetsOf(zip, path, related);
  const pathOf = (kind: string) => [...related.values()].find((one) => one.kind === kind)?.path;
  const strings = await stringsOf(zip, pathOf('sharedStrings'));
  const shown = await formatsOf(zip, pathOf('styles'));
  const book: Book = { strings, shown, from1904 };
  return {
    sheets,
    read: (at, tell) => contentOf(zip, sheets[at]!.path, book, tell),
  };
}

interface Related {
  kind: string;
  path: string;
}

async function workbookPath(zip: Zip): Promise<string | null> {
  const related = [...(await relationsOf(zip, '')).values()];
  const named = related.find(({ kind }) => kind === 'officeDocument')?.path ?? 'xl/workbook.xml';
  return zip.names.includes(named) && named.endsWith('.xml') ? named : null;
}

/** The parts that one part names, by the identifiers that it uses for them. */
async function relationsOf(zip: Zip, path: string): Promise<Map<string, Related>> {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const related = new Map<string, Related>();
  await parse(zip, `${folder}_rels/${path.slice(slash)}.rels`, {
    ...ignored,
    open(name, tag) {
      if (name !== 'Relationship') return;
      const target = attribute(tag, 'Target') ?? '';
      const id = attribute(tag, 'Id') ?? '';
      const kind = (attribute(tag, 'Type') ?? '').split('/').at(-1)!;
      related.set(id, { kind, path: found(zip, resolved(folder, target)) });
    },
  });
  return related;
}

const ignored: XmlHandler = {
  open: () => undefined,
  close: () => undefined,
  text: () => undefined,
};

function resolved(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of target.split(/[\\/]/)) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Some programs differ in the case of a name between a part and where they mention it. */
function found(zip: Zip, path: string): string {
  const lower = path.toLowerCase();
  return zip.names.find((name) => name.toLowerCase() === lower) ?? path;
}

async function sheetsOf(
  zip: Zip,
  path: string,
  related: ReadonlyMap<string, Related>,
): Promise<{ sheets: (SheetName & { path: string })[]; from1904: boolean }> {
  const sheets: (SheetName & { path: string })[] = [];
  let from1904 = false;
  await parse(zip, path, {
    ...ignored,
    open(name, tag) {
      if (name === 'workbookPr') from1904 = isTrue(attribute(tag, 'date1904'));
      if (name !== 'sheet') return;
      const part = related.get(attribute(tag, 'id') ?? '');
      // Sheets of charts and macros hold no cells.
      if (part?.kind !== 'worksheet') return;
      sheets.push({
        name: unescaped(attribute(tag, 'name') ?? String(sheets.length + 1)),
        hidden: (attribute(tag, 'state') ?? 'visible') !== 'visible',
        path: part.path,
      });
    },
  });
  return { sheets, from1904 };
}

async function stringsOf(zip: Zip, path: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (path === undefined) return strings;
  let text = '';
  let inside = false;
  let furigana = false;
  await parse(zip, path, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') inside = !furigana;
      else if (name === 'rPh') furigana = true;
    },
    close(name) {
      if (name === 't') inside = false;
      else if (name === 'rPh') furigana = false;
      else if (name === 'si') strings.push(unescaped(text));
    },
    text(part) {
      if (inside) text += part;
    },
  });
  return strings;
}

async function formatsOf(zip: Zip, path: string | undefined): Promise<Shown[]> {
  const shown: Shown[] = [];
  if (path === undefined) return shown;
  const codes = new Map<number, string>();
  let cells = false;
  await parse(zip, path, {
    ...ignored,
    open(name, tag) {
      if (name === 'numFmt') {
        codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
      } else if (name === 'cellXfs') cells = true;
      else if (name === 'xf' && cells) {
        const id = Number(attribute(tag, 'numFmtId') ?? 0);
        shown.push(shownBy(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') cells = false;
    },
  });
  return shown;
}

async function contentOf(zip: Zip, path: string, book: Book, tell?: Tell): Promise<SheetContent> {
  if (zip.sizeOf(path) === null) throw new Unreadable('damaged');
  const reader = createSheetReader(book);
  await parse(zip, path, reader, (share) => {
    const done = reader.content.rows.length;
    tell?.({ part: 'rows', done, total: Math.max(done, Math.round(done / share)) });
  });
  return reader.content;
}

async function parse(
  zip: Zip,
  path: string,
  handler: XmlHandler | { write: (piece: string) => void },
  tellShare?: (share: number) => void,
): Promise<void> {
  const reader = 'write' in handler ? handler : createXmlReader(handler);
  const size = zip.sizeOf(path) ?? 0;
  let decoder: TextDecoder | null = null;
  let done = 0;
  for await (const chunk of zip.chunks(path)) {
    decoder ??= new TextDecoder(xmlEncoding(chunk));
    reader.write(decoder.decode(chunk, { stream: true }));
    done += chunk.length;
    if (size > 0) tellShare?.(Math.min(1, done / size));
  }
}

function xmlEncoding(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}
