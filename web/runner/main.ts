// scripts/analyze DATA... ANALYSIS.json [--table NAME=FILE ...], the files being CSV or workbooks, several
// with the same columns one table, and scripts/analyze - ANALYSIS.json without data.
import { analyzeFiles, loadEngine } from './analyze.ts';
import { parseArguments } from './arguments.ts';

// A reader that stops early, as `head` does, is no fault.
process.stdout.on('error', () => undefined);

const asked = parseArguments(process.argv.slice(2));
if (asked === null) {
  console.error(
    'Two files are needed: analyze DATA.csv ANALYSIS.json ("-" in place of DATA.csv for none, several files for one table), and for each further table --table NAME=FILE.csv.',
  );
  process.exitCode = 2;
} else {
  // The bundle lies in build/runner, beside build/wasm.
  const engine = await loadEngine(new URL('../wasm/riskset.wasm', import.meta.url));
  const { data, analysis, tables } = asked;
  const { exitCode, output, complaint, note } = await analyzeFiles(engine, data, analysis, tables);
  if (output !== '') process.stdout.write(output);
  for (const line of [complaint, note]) if (line !== '') console.error(line);
  process.exitCode = exitCode;
}
