// Text -> bytes in encodings that only a decoder exists for: the decoder is asked what each byte, or
// each pair of bytes, stands for.

/** @type {Map<string, Map<string, number[]>>} */
const known = new Map();

/** @param {string} encoding */
function lettersOf(encoding) {
  const letters = known.get(encoding) ?? new Map();
  if (known.has(encoding)) return letters;
  known.set(encoding, letters);
  const decoder = new TextDecoder(encoding, { fatal: true });
  /** @param {number[]} bytes */
  const learn = (bytes) => {
    let text = '';
    try {
      text = decoder.decode(Uint8Array.from(bytes));
    } catch {
      return;
    }
    if ([...text].length === 1 && !letters.has(text)) letters.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) learn([byte]);
  if (/gb18030|shift_jis/.test(encoding)) {
    for (let lead = 0x81; lead < 0xff; lead += 1) {
      for (let trail = 0x40; trail < 0xff; trail += 1) learn([lead, trail]);
    }
  }
  return letters;
}

/**
 * @param {string} text
 * @param {string} [encoding]
 * @returns {Uint8Array}
 */
export function encoded(text, encoding = 'utf-8') {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding.startsWith('utf-16')) {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let at = 0; at < text.length; at += 1) {
      view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
    }
    return new Uint8Array(view.buffer);
  }
  const letters = lettersOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const bytes = letters.get(letter);
      if (bytes === undefined) throw new Error(`${encoding} has no ${letter}`);
      return bytes;
    }),
  );
}
