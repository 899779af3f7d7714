// Documents as the text of a link or a file, and back.
import { field, type SettingsDocument } from './documents.ts';
import {
  deflated,
  inflated,
  type Kind,
  letters,
  sealed,
  unsealed,
  Unopenable,
} from './envelope.ts';
import type { PaperDocument } from './paper.ts';
import type { ResultsDocument } from './results.ts';
import type { RowsDocument } from './rows.ts';
import { decrypted, encrypted } from './secret.ts';

export type OpenDocument = SettingsDocument | ResultsDocument | PaperDocument;

/** Readable by everyone who has the text. */
export async function textOf(document: OpenDocument): Promise<string> {
  return sealed(await deflated(document));
}

/** Readable by those who have the passphrase too. */
export async function secretTextOf(document: RowsDocument, passphrase: string): Promise<string> {
  return sealed(await encrypted(await deflated(document), passphrase));
}

/** The document, or a throw of `Unopenable`. What it says is still to be checked. */
export async function documentOf(kind: Exclude<Kind, 'rows'>, text: string): Promise<unknown> {
  return ofKind(kind, await inflated(unsealed(text)));
}

/** null: another passphrase. */
export async function secretDocumentOf(text: string, passphrase: string): Promise<unknown> {
  const content = await decrypted(unsealed(text), passphrase);
  return content === null ? null : ofKind('rows', await inflated(content));
}

function ofKind(kind: Kind, document: unknown): unknown {
  if (field(document, 'kind') !== kind) throw new Unopenable('damaged');
  return document;
}

/** A file that holds the text of a link: for what is too long for one, and for pages from a disk. */
export function fileOf(kind: Kind, text: string): string {
  return `${JSON.stringify({ riskset: 1, kind, text })}\n`;
}

/** null where the file is none of these; a saved analysis is a file of another shape. */
export function inFile(content: string): { kind: Kind; text: string } | null {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return null;
  }
  const [kind, text] = [field(value, 'kind'), field(value, 'text')];
  const known = (Object.keys(letters) as Kind[]).find((one) => one === kind);
  return known !== undefined && typeof text === 'string' ? { kind: known, text } : null;
}
