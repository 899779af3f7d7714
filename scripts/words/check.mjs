// Holds every file of the page against the rule that its words stand in web/text.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { strayStyleWords, strayWords } from './stray.mjs';

/** Folders of web/ that may hold words, each with its reason. */
const withWords = [
  'text', // the catalogue itself
  'bundle', // speaks to who builds the page
  'runner', // speaks to who calls it at the command line
];

/**
 * @param {string} root the folder that holds web/
 * @returns {string[]} one line for each text that stands outside the catalogue
 */
export function wordsOutsideTheCatalogue(root) {
  return pageSources(root).flatMap((file) => {
    const code = readFileSync(join(root, file), 'utf8');
    const found = file.endsWith('.css') ? strayStyleWords(code) : strayWords(file, code);
    return found.map(
      ({ line, text }) =>
        `${file}:${line} says “${text}”\n  every word of the page stands in web/text, for a second language`,
    );
  });
}

/** @param {string} root */
function pageSources(root) {
  return readdirSync(join(root, 'web'), { recursive: true, encoding: 'utf8' })
    .map((file) => `web/${file}`)
    .filter((file) => /\.(?:tsx?|css)$/.test(file) && !/\.d\.ts$|\.config\.ts$/.test(file))
    .filter((file) => !withWords.some((folder) => file.startsWith(`web/${folder}/`)))
    .sort();
}
