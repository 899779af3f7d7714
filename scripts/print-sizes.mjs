// Prints what a reader downloads, against the goals of the project.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const goals = [
  { name: 'page', file: 'dist/index.html', kilobytes: 400 },
  { name: 'engine', file: 'build/wasm/riskset.wasm', kilobytes: 150 },
];

for (const { name, file, kilobytes } of goals) {
  const bytes = brotliCompressSync(readFileSync(file), {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  }).length;
  const verdict = bytes <= kilobytes * 1000 ? 'within' : 'OVER';
  console.log(
    `${name.padEnd(7)} ${(bytes / 1000).toFixed(1).padStart(6)} kB brotli, ${verdict} the goal of ${kilobytes} kB`,
  );
}
