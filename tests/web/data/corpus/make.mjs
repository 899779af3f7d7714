// Writes the corpus: node tests/web/data/corpus/make.mjs
import { mkdirSync, writeFileSync } from 'node:fs';

import { texts } from './texts.mjs';
import { workbooks } from './workbooks.mjs';

const folder = new URL('files/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const { name, bytes } of [...texts, ...workbooks]) writeFileSync(new URL(name, folder), bytes);
process.stdout.write(`${texts.length + workbooks.length} files\n`);
