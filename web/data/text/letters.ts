// How well bytes read as the letters of one encoding. Each letter beyond ASCII speaks for the
// encoding when it is a usual one there, and against it when nobody writes it, or not in that place.

import { decoded } from './decoded.ts';

export const nationalEncodings = [
  'windows-1252',
  'gb18030',
  'shift_jis',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
] as const;

export type NationalEncoding = (typeof nationalEncodings)[number];

/** 1: every letter is a usual one; below 0: hardly a text. The encodings above come first in a tie. */
export function likelihood(sample: Uint8Array, encoding: NationalEncoding): number {
  const text = decoded(sample, encoding);
  switch (encoding) {
    case 'gb18030':
      return mean(text, chineseWeight);
    case 'shift_jis':
      return mean(text, japaneseWeight);
    default: {
      const among = alphabets[encoding];
      const elsewhere = new Set(among.flatMap(({ letters }) => [...letters]));
      return Math.max(
        ...among.map((alphabet) =>
          mean(text, (letter, before, after) =>
            ofAlphabet(alphabet, elsewhere, letter, before, after),
          ),
        ),
      );
    }
  }
}

type Weight = (letter: string, before: string, after: string) => number;

function mean(text: string, weight: Weight): number {
  const letters = [...text];
  let sum = 0;
  let count = 0;
  letters.forEach((letter, at) => {
    if (letter <= '\u007f') return;
    count += 1;
    sum += impossible.test(letter)
      ? -3
      : weight(letter, letters[at - 1] ?? '', letters[at + 1] ?? '');
  });
  return count === 0 ? 0 : sum / count;
}

/** Not decoded, a control character, or left to private use. */
const impossible = /[\ufffd\u0080-\u009f\ue000-\uf8ff]/;

/** The first 3,755 signs of GB 2312, its level 1, are those that people use; the rest is rare. */
const common = commonSigns('gb18030', 0xb0, 0xd7, 0xa1, 0xfe);
const rare = commonSigns('gb18030', 0xd8, 0xf7, 0xa1, 0xfe);
/** The 2,965 signs of level 1 of JIS X 0208. */
const commonInJapan = commonSigns('shift_jis', 0x88, 0x97, 0x40, 0xfc);

function commonSigns(
  encoding: string,
  firstLead: number,
  lastLead: number,
  firstTrail: number,
  lastTrail: number,
): () => ReadonlySet<string> {
  let known: ReadonlySet<string> | null = null;
  return () => {
    if (known !== null) return known;
    const bytes: number[] = [];
    for (let lead = firstLead; lead <= lastLead; lead += 1) {
      for (let trail = firstTrail; trail <= lastTrail; trail += 1) bytes.push(lead, trail);
    }
    const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes));
    return (known = new Set(text.match(/\p{Script=Han}/gu)));
  };
}

const wide = /[\u3000-\u3029\u2010-\u203b\uff01-\uff5e\u2160-\u216b\u2460-\u249b]/;

function chineseWeight(letter: string): number {
  if (common().has(letter) || wide.test(letter)) return 1;
  return rare().has(letter) ? -0.2 : -1;
}

function japaneseWeight(letter: string): number {
  if (/[\u3041-\u30fc]/.test(letter) || commonInJapan().has(letter) || wide.test(letter)) return 1;
  // Half-width katakana stand in old files; to them, most bytes of other encodings read as well.
  return /[\uff61-\uff9f]/.test(letter) ? 0.1 : -0.5;
}

interface Alphabet {
  /** Letters beyond ASCII, in lower case. */
  letters: ReadonlySet<string>;
  /** Those that a text is mostly made of; in a Latin alphabet all of them. */
  frequent: ReadonlySet<string>;
  /** Latin words have a few such letters; Greek and Russian words have no others. */
  latin: boolean;
}

const latin = (letters: string): Alphabet => ({
  letters: new Set(letters),
  frequent: new Set(letters),
  latin: true,
});

const other = (letters: string, frequent: string): Alphabet => ({
  letters: new Set(letters),
  frequent: new Set(frequent),
  latin: false,
});

/** By language: one text is in one, and an alphabet of all would hold every byte. */
const alphabets: Readonly<Record<Exclude<NationalEncoding, 'gb18030' | 'shift_jis'>, Alphabet[]>> =
  {
    'windows-1252': [
      latin('äöüß'),
      latin('éèêëàâçîïôùûœ'),
      latin('áéíóúñüªº¿¡'),
      latin('áâãàçéêíóôõúªº'),
      latin('àèéìòù'),
      latin('åäöæøé'),
      latin('éëïöü'),
    ],
    'windows-1250': [
      latin('ąćęłńóśźż'),
      latin('áčďéěíňóřšťúůýžľĺŕôä'),
      latin('áéíóöőúüű'),
      latin('ăâîşţ'),
      latin('čćđšž'),
    ],
    'windows-1251': [other('абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ№', 'оеаинтсрвлкмдпуяыьз')],
    'windows-1253': [other('αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ', 'αοιετσνηυρπκλμςίάόέήύώ')],
    'windows-1254': [latin('çğıöşüâî')],
  };

/** Signs that stand in tables beside numbers and words of any language. */
const signs = new Set('°µ²³±€–—“”„‘’«»®™×·…§½¼≥≤\u00a0');

function ofAlphabet(
  alphabet: Alphabet,
  elsewhere: ReadonlySet<string>,
  letter: string,
  before: string,
  after: string,
): number {
  const lower = letter === 'İ' ? 'ı' : letter.toLowerCase();
  const between = alphabet.latin && isForeign(before) && isForeign(after);
  if (!alphabet.letters.has(lower)) {
    // A name from another country of the same encoding.
    if (elsewhere.has(lower)) return between ? -1 : 0.2;
    if (!signs.has(letter)) return -1;
    return isLetter(before) && isLetter(after) ? -1 : 0.3;
  }
  // Portuguese writes it before an e alone; Hungarian writes another letter with the same byte.
  if (lower === 'õ' && after !== 'e') return -1;
  // No word goes on in capitals after a small letter.
  if (isLower(before) && letter !== lower) return -1;
  if (alphabet.latin) return between ? -0.25 : isForeign(before) || isForeign(after) ? 0.5 : 1;
  if (/[a-z]/i.test(before) || /[a-z]/i.test(after)) return -0.5;
  return alphabet.frequent.has(lower) ? 1 : 0.3;
}

const isLetter = (sign: string) => /\p{L}/u.test(sign);
const isLower = (sign: string) => /\p{Ll}/u.test(sign);
const isForeign = (sign: string) => sign > '\u007f' && isLetter(sign);
