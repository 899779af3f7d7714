// Bytes -> text. A file is judged by its content, never by its name: clinicians rename .xlsx to
// .csv, and a wrong guess here would turn names and values into other names and values.
import { text } from '../../text/text.ts';
import { decoded } from './decoded.ts';
import { type Encoding, encodingNamed, guessEncoding } from './encodings.ts';
import { foreignFormat } from './formats.ts';

export type { Encoding } from './encodings.ts';

const says = text.data.reading;

/** What a file picker offers first; anything may be dropped, and is judged by its content. */
export const fileTypes = '.xlsx,.xlsm,.csv,.tsv,.txt,.tab,.json,text/csv,text/plain';

export type Decoded =
  | {
      ok: true;
      text: string;
      encoding: Encoding;
      /** Whether no other encoding makes as much sense of it; also where a person has chosen it. */
      sure: boolean;
      /** Letters that the encoding does not have; U+FFFD stands for them. */
      unread: number;
    }
  | { ok: false; problem: string };

/** The text of a file, or one sentence that says why it has none. */
export function decode(bytes: Uint8Array, wanted?: string): Decoded {
  if (bytes.length === 0) return refuse(says.empty);
  const foreign = foreignFormat(bytes);
  if (foreign !== null) return refuse(foreign);

  const chosen = wanted === undefined ? undefined : encodingNamed(wanted);
  if (wanted !== undefined && chosen === undefined) return refuse(says.unknownEncoding(wanted));
  const { encoding, sure } =
    chosen === undefined ? guessEncoding(bytes) : { encoding: chosen, sure: true };
  const content = decoded(bytes, encoding);
  const unread = content.match(/\ufffd/g)?.length ?? 0;
  // Another encoding than the file's leaves such signs too: who chose it may choose again.
  if (chosen === undefined && (binaryCharacters.test(content) || unread > content.length / 10)) {
    return refuse(says.notText);
  }
  if (content.trim() === '') return refuse(says.empty);
  return { ok: true, text: content.replaceAll('\u0000', ''), encoding, sure, unread };
}

function refuse(problem: string): Decoded {
  return { ok: false, problem };
}

/** Control characters that no spreadsheet writes into text. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const binaryCharacters = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;
