import { wordsOutsideTheCatalogue } from '../words/check.mjs';
import { breaches } from './check.mjs';

const root = process.argv[2] ?? '.';
const found = [...breaches(root), ...wordsOutsideTheCatalogue(root)];
for (const breach of found) console.error(breach);
if (found.length > 0) {
  console.error(
    `\n${found.length} ${found.length === 1 ? 'breach' : 'breaches'} of the layer rules`,
  );
  process.exitCode = 1;
} else {
  console.log('The layer rules hold.');
}
