// The compiled engine inside a script: one character for each byte. The text begins with the
// characters of the bytes 0 to 255 (bundle/byte-text.ts chooses them).

const bytes = 256;

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const byteOf = new Map(Array.from({ length: bytes }, (_, byte) => [text.charCodeAt(byte), byte]));
  const lookup = new Uint8Array(Math.max(...byteOf.keys()) + 1);
  for (const [code, byte] of byteOf) lookup[code] = byte;
  const content = new Uint8Array(text.length - bytes);
  for (let at = 0; at < content.length; ++at) content[at] = lookup[text.charCodeAt(at + bytes)]!;
  return content;
}
