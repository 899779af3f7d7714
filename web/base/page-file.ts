// How the one file of the page is put together: by the build, and by the page itself when it saves
// itself with an analysis inside. Both must make the same file of the same parts.

export interface PageParts {
  /** Of the Content-Security-Policy, with the hashes of style and script. */
  policy: string;
  style: string;
  script: string;
}

/** Of the element with what a saved page brings. */
export const broughtId = 'riskset-brought';

/** `template` is index.html without its script; `data` is what the page brings, as JSON. */
export function pageFile(template: string, parts: PageParts, data?: string): string {
  const { policy, style, script } = parts;
  const head =
    `<meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<style>${style}</style><script type="module">${script}</script>`;
  const charset = '<meta charset="utf-8" />';
  const end = '</body>';
  if (!template.includes(charset) || !template.includes(end)) {
    throw new Error(`index.html needs ${charset} and ${end}`);
  }
  // By functions: in a text a dollar sign would be read as an instruction. The end comes first: the
  // script holds the template too.
  const filled = template.replace(end, () => (data === undefined ? '' : dataElement(data)) + end);
  return filled.replace(charset, () => charset + head);
}

/** No browser runs it, so no hash has to cover it; and nothing in it can end the element. */
function dataElement(data: string): string {
  const inert = data.replaceAll('<', String.raw`\u003c`);
  return `<script type="application/json" id="${broughtId}">${inert}</script>`;
}
