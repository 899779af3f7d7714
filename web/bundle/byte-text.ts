// Bytes as a text inside a script, for engine/byte-text.ts to read. A page is sent compressed, and
// what compresses it must still see the bytes: packed bytes, or three of them spread over four
// letters, take a quarter more on the way. Each byte is one character, a frequent byte one that UTF-8
// writes as one byte.

/** Printed ASCII, but for what would have to be escaped in a script or its quotes. */
const ascii = Array.from({ length: 0x7f - 0x20 }, (_, at) => at + 0x20).filter(
  (code) => !'"\'$<\\`'.includes(String.fromCharCode(code)),
);
const beyondAscii = 0xa1;

/** The characters of the bytes 0 to 255, then one for each byte. */
export function textOf(content: Uint8Array): string {
  const times = new Map(Array.from({ length: 256 }, (_, byte) => [byte, 0]));
  for (const byte of content) times.set(byte, times.get(byte)! + 1);
  const frequentFirst = [...times].toSorted(([, a], [, b]) => b - a);
  const letters: string[] = [];
  frequentFirst.forEach(([byte], rank) => {
    letters[byte] = String.fromCharCode(ascii[rank] ?? beyondAscii + rank - ascii.length);
  });
  return letters.join('') + Array.from(content, (byte) => letters[byte]).join('');
}
