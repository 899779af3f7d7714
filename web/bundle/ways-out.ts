/**
 * What the policy of the page does not stop, and what it stops but no honest page holds: no built
 * page may contain it. Names of XML vocabularies look like addresses and are none.
 */
const forbidden: { pattern: RegExp; why: string }[] = [
  {
    pattern:
      /\blocation\s*=[^=]|\blocation\.(?:href|search|pathname|host|hostname|port|protocol)\s*=[^=]|\blocation\.(?:assign|replace)\s*\(/,
    why: 'navigation carries data in its address',
  },
  { pattern: /\bwindow\.open\s*\(|\bglobalThis\.open\s*\(/, why: 'a new window is a navigation' },
  { pattern: /\bRTCPeerConnection\b/, why: 'WebRTC connects past the policy' },
  {
    pattern: /\beval\s*\(|(?<![\w$.])Function\s*\(|\bset(?:Timeout|Interval)\s*\(\s*["'`]/,
    why: 'text run as a program may be anything',
  },
  {
    pattern: /["'`](?:(?:https?|wss?):)?\/\/(?!www\.w3\.org\/(?:1998|1999|2000)\/)\w/,
    why: 'an address elsewhere is there to be asked for',
  },
];

/** The first piece of `code` that could carry data out in spite of the policy, with its reason. */
export function wayOut(code: string): string | null {
  for (const { pattern, why } of forbidden) {
    const found = pattern.exec(code);
    if (found) {
      const from = Math.max(0, found.index - 60);
      return `${why}: … ${code.slice(from, found.index + 60)} …`;
    }
  }
  return null;
}
