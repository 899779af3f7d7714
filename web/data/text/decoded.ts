/** The text of bytes; what cannot be read becomes U+FFFD. A mark of the byte order is left out. */
export function decoded(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(bytes);
  // Node.js 20 reads windows-1252 as Latin-1, which has control characters in these places.
  return encoding === 'windows-1252'
    ? text.replace(/[\u0080-\u009f]/g, (sign) => inWindows1252[sign.charCodeAt(0) - 0x80]!)
    : text;
}

const inWindows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
