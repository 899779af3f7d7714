// A text as tokens: numbers as printed, words, signs. Scanned once from left to right.
import { numberWords, onlyInCapitals, phrases, signs } from './words.ts';

export interface Token {
  /** As printed, without the marks around it. */
  text: string;
  from: number;
  to: number;
  /** Of a number: what it is, as far as a double can hold it. */
  value: number;
  /**
   * One letter for what it is: `i` a whole number, `d` one with decimals, `w` any word, `s` any other
   * sign, and those of `words.ts`. The letters of a sentence in a row are its shape.
   */
  sign: string;
  /** Of a word: in small letters. */
  word: string;
  /** A line, or an empty line, ends before it. */
  after: '' | 'line' | 'paragraph';
}

/** The same text, letter for letter, with the signs of a Chinese keyboard as Latin ones. */
function latin(text: string): string {
  return text.replace(
    /[\uFF01-\uFF5E\u3000\u3001\u3002\u2264\u2265\u2266\u2267\u2A7D\u2A7E\uFE64\u3008\u2216]/g,
    (sign) => {
      const code = sign.charCodeAt(0);
      if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
      return same[sign] ?? sign;
    },
  );
}

const same: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u3001': ',',
  '\u3002': '.',
  '\u2266': '\u2264',
  '\u2A7D': '\u2264',
  '\u2267': '\u2265',
  '\u2A7E': '\u2265',
  '\uFE64': '<',
  '\u3008': '<',
};

// Every part takes its characters once: no alternative can be tried twice on the same digits.
const piece = /([.·∙⋅‧]?\d+(?:[.,·∙⋅‧]\d+)*)|(\p{L}[\p{L}\p{M}]*)|(\s+)|([^])/gu;

const middleDots = /[·∙⋅‧]/g;
const dash = /^[-\u2010-\u2015\u2212~]$/;
const footnote = /^[*†‡§¶#^\u00B9\u00B2\u00B3]$/;

export function tokensOf(text: string): Token[] {
  const plain = latin(text);
  const decimalComma = writesDecimalComma(plain);
  const tokens: Token[] = [];
  let after: Token['after'] = '';
  const push: Push = (printed, from, sign, value = NaN, word = '') => {
    const to = from + printed.length;
    tokens.push({ text: printed, from, to, value, sign, word, after });
    after = '';
  };
  for (const match of plain.matchAll(piece)) {
    const [, number, word, space, sign] = match;
    const from = match.index;
    if (number !== undefined) pushNumber(push, plain, number, from, decimalComma);
    else if (word !== undefined && isCount(plain, word, from)) {
      const count = numberWords.get(word.toLowerCase())!;
      push(word, from, 'i', Number(count));
      tokens.at(-1)!.text = count;
    } else if (word !== undefined) pushWords(push, tokens, word, from);
    else if (space !== undefined) {
      const lines = space.split('\n').length - 1;
      if (lines > 0) after = lines > 1 ? 'paragraph' : 'line';
      else if (space.includes('\t')) push('\t', from, '|');
    } else if (!footnote.test(sign!)) push(sign!, from, signOf(sign!));
  }
  return named(joined(tokens), plain);
}

const beforeShare = /\s?(?:[([]|(?:of|patients?)\s)/y;

/** "seven (4%) of 161": a number in letters where a share follows. */
function isCount(text: string, word: string, from: number): boolean {
  if (!numberWords.has(word.toLowerCase()) || text[from - 1] === '-') return false;
  beforeShare.lastIndex = from + word.length;
  return beforeShare.test(text);
}

function signOf(sign: string): string {
  if (sign === '[' || sign === '{') return '(';
  if (sign === ']' || sign === '}') return ')';
  if (dash.test(sign)) return '-';
  return '()=<>\u2264\u2265,;:/%.|'.includes(sign) ? sign : 's';
}

type Push = (printed: string, from: number, sign: string, value?: number, word?: string) => void;

/** "1,196" is one number, "12,13" are two, and "30,6" is one where commas are decimal. */
function pushNumber(
  push: Push,
  text: string,
  digits: string,
  from: number,
  decimalComma: boolean,
): void {
  const one = (printed: string, at: number, value: string) =>
    push(printed, at, value.includes('.') ? 'd' : 'i', Number(value));
  const plain = digits.replace(middleDots, '.');
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) && !plain.startsWith('0,') && !decimalComma) {
    return one(digits, from, plain.replaceAll(',', ''));
  }
  if (/^\d*\.?\d+$/.test(plain)) return one(digits, from, plain);
  const percent = text[from + digits.length] === '%' || text[from + digits.length + 1] === '%';
  if (/^\d+,\d+$/.test(plain) && (decimalComma || percent || plain.startsWith('0,'))) {
    return one(digits, from, plain.replace(',', '.'));
  }
  // A list without spaces, or a number of a section: each part by itself.
  let at = from;
  for (const part of digits.split(',')) {
    const own = part.replace(middleDots, '.');
    if (/^\d*\.?\d+$/.test(own)) one(part, at, own);
    else if (part !== '') push(part, at, 'w', NaN, part);
    at += part.length + 1;
    if (at <= from + digits.length) push(',', at - 1, ',');
  }
  return undefined;
}

/** Decimals with a comma somewhere, and nowhere with a point. */
function writesDecimalComma(text: string): boolean {
  return /\d,\d{1,2}\s?%|[^\d,.]0,\d/.test(text) && !/\d[.·]\d+\s?%|[^\d,.]0[.·]\d/.test(text);
}

const han = /\p{Script=Han}/u;
const hanWords = /(分别为?|中位|个月|[和与及比例名月])/;

/** Chinese is written without spaces: the words that are looked for stand inside others. */
function pushWords(push: Push, tokens: readonly Token[], printed: string, from: number): void {
  if (!han.test(printed)) {
    pushWord(push, tokens, printed, from);
    return;
  }
  let at = from;
  for (const part of printed.split(hanWords)) {
    if (part !== '') pushWord(push, tokens, part, at);
    at += part.length;
  }
}

function pushWord(push: Push, tokens: readonly Token[], printed: string, from: number): void {
  const word = printed.toLowerCase();
  const last = tokens.at(-1);
  const before = tokens.at(-2);
  const touches = last !== undefined && last.to === from;
  // A letter right behind a number is a footnote: "0.049a".
  if (touches && last.sign === 'd' && printed.length === 1) return;
  // "group-specific", "12-month", "5-FU": the parts are no words or numbers of their own.
  if (touches && last.sign === '-' && before?.to === last.from) {
    const whole = /[wid]/.test(before.sign) || before.word !== '';
    const isOpen = signs.get(word) === 'X' && /[id]/.test(before.sign); // "4.1–NR"
    if (whole && !isOpen) {
      last.sign = 's';
      if (/[id]/.test(before.sign)) before.sign = 'w';
      const adjective = signs.get(word) === 'm' ? 'T' : 'w';
      push(printed, from, adjective, NaN, word);
      return;
    }
  }
  const sign = printed === 'mOS' ? 'M' : signs.get(word);
  const known = sign !== undefined && (!onlyInCapitals.has(word) || isAbbreviation(printed, sign));
  push(printed, from, known ? sign : word === 'or' ? 'a' : 'w', NaN, word);
}

/** "HR" and "HRs", also "v" in small letters, which stands between two results. */
function isAbbreviation(printed: string, sign: string): boolean {
  return sign === 'v' ? printed === 'v' : /^[A-Z]{2,}s?$/.test(printed);
}

/** Two words for one thing become one token: "hazard ratio (HR)" is "HR". */
function joined(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (const token of tokens) {
    const last = out.at(-1);
    const phrase = last?.word && token.word ? phrases.get(`${last.word} ${token.word}`) : undefined;
    if (phrase !== undefined && last !== undefined) {
      last.text = `${last.text} ${token.text}`;
      last.to = token.to;
      last.word = phrase;
      last.sign = phrase === '%' ? '%' : (signs.get(phrase) ?? 'H');
      continue;
    }
    // The abbreviation of what was just written out.
    if (token.sign === ')' && out.length > 2) {
      const [owner, bracket, short] = out.slice(-3);
      const again = short!.sign === owner!.sign && 'cHp'.includes(short!.sign);
      if (bracket!.sign === '(' && again) {
        out.length -= 2;
        owner!.to = token.to;
        continue;
      }
    }
    if (
      (token.word === 'percent' || token.word === 'percentage') &&
      /[id]/.test(last?.sign ?? '')
    ) {
      out.push({ ...token, sign: '%' });
      continue;
    }
    // "compared with" is one; "vs." brings its point.
    if (last?.word === 'compared' && ['with', 'to', 'against'].includes(token.word)) continue;
    if (token.sign === '.' && last?.sign === 'v' && last.to === token.from) continue;
    out.push(token);
  }
  return out;
}

/** Numbers that are part of a name, such as "PD-L1" or "S-1", and powers of ten, find their place. */
function named(tokens: Token[], text: string): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const last = out.at(-1);
    const isNumber = token.sign === 'i' || token.sign === 'd';
    if (isNumber && last !== undefined && last.to === token.from) {
      const before = out.at(-2);
      const inName =
        (last.sign === 'w' && last.word !== '' && !han.test(last.word)) ||
        (last.sign === 'X' && last.word !== '') ||
        (last.sign === '-' &&
          before?.word !== undefined &&
          before.word !== '' &&
          before.to === last.from &&
          before.sign === 'w');
      if (inName) {
        token.sign = 'w';
        token.word = token.text;
      } else if (last.sign === '-' && isMinus(before, last)) {
        token.text = `-${token.text}`;
        token.value = -token.value;
        token.from = last.from;
        out.pop();
      }
    }
    const power = isNumber ? powerAfter(text, token.to) : null;
    if (power !== null) {
      token.text = text.slice(token.from, power);
      token.to = power;
      token.value = 0; // far below any level
      token.sign = 'd';
      while (tokens[at + 1] !== undefined && tokens[at + 1]!.from < power) at += 1;
    }
    out.push(token);
  }
  return out;
}

/** A dash before a number is its sign where nothing ends before it. */
function isMinus(before: Token | undefined, dashToken: Token): boolean {
  if (before === undefined) return true;
  if (before.to === dashToken.from) return '(=<>'.includes(before.sign);
  return !/[id%)]/.test(before.sign);
}

const power =
  /(?:\s?[×x*]\s?10\s?\^?\s?[-\u2010-\u2015\u2212]\s?\d{1,3}|[eE][-\u2212]\d{1,3})(?![\d.])/y;

/** Where "× 10−4" ends that stands here. */
function powerAfter(text: string, at: number): number | null {
  power.lastIndex = at;
  return power.test(text) ? power.lastIndex : null;
}

/** The tokens in sentences and lines of tables; the shape of each says what follows what. */
export interface Sentence {
  tokens: readonly Token[];
  shape: string;
  /** It stands on a line of its own and holds mostly numbers. */
  isRow: boolean;
}

/** Beyond any sentence; a text without full stops is cut here. */
const longest = 400;

export function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let line: Token[] = [];
  let open: Token[] = [];
  const put = (own: readonly Token[], isRow: boolean) => {
    if (own.length > 0) {
      sentences.push({ tokens: own, shape: own.map(({ sign }) => sign).join(''), isRow });
    }
  };
  const endLine = () => {
    if (isRowOf(line)) {
      put(open, false);
      open = [];
      put(line, true);
    } else {
      for (const token of line) {
        const last = open.at(-1);
        if (last !== undefined && (endsSentence(last, token) || open.length >= longest)) {
          put(open, false);
          open = [];
        }
        open.push(token);
      }
    }
    line = [];
  };
  for (const token of tokens) {
    if (token.after !== '' || line.length >= longest) endLine();
    if (token.after === 'paragraph') {
      put(open, false);
      open = [];
    }
    line.push(token);
  }
  endLine();
  put(open, false);
  return sentences;
}

function endsSentence(last: Token, next: Token): boolean {
  if (last.sign !== '.') return false;
  return next.after !== '' || next.from > last.to || /^\p{Lu}/u.test(next.text);
}

function isRowOf(line: readonly Token[]): boolean {
  if (line.some(({ sign }) => sign === '|')) return true;
  const numbers = line.filter(({ sign }) => sign === 'i' || sign === 'd').length;
  const words = line.filter(({ word }) => word !== '').length;
  return numbers >= 3 && words <= numbers + 1 && line.at(-1)!.sign !== '.';
}
