/**
 * The lines of the policy that this page carries, as they stand in it but for the letters of
 * fingerprints; null where it carries none.
 */
export function linesOfRule(): string[] | null {
  const rule = document.querySelector<HTMLMetaElement>(
    'meta[http-equiv="Content-Security-Policy"]',
  );
  return rule === null
    ? null
    : shortened(rule.content)
        .split(';')
        .map((line) => line.trim());
}

function shortened(policy: string): string {
  return policy.replaceAll(/(?<='sha256-)[^']*/g, '\u2026');
}

/** Of "img-src data: blob:" the first word. */
export function nameOfLine(line: string): string {
  return line.slice(0, `${line} `.indexOf(' '));
}
