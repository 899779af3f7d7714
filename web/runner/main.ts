// scripts/analyze DATA ANALYSIS.json, DATA being a CSV or a workbook, and scripts/analyze - ANALYSIS.json without data.
import { analyzeFiles, loadEngine } from './analyze.ts';

// A reader that stops early, as `head` does, is no fault.
process.stdout.on('error', () => undefined);

const [data, analysis, ...rest] = process.argv.slice(2);
if (data === undefined || analysis === undefined || rest.length > 0) {
  console.error(
    'Two files are needed: analyze DATA.csv ANALYSIS.json ("-" in place of DATA.csv for none).',
  );
  process.exitCode = 2;
} else {
  // The bundle lies in build/runner, beside build/wasm.
  const engine = await loadEngine(new URL('../wasm/riskset.wasm', import.meta.url));
  const { exitCode, output, complaint } = await analyzeFiles(engine, data, analysis);
  if (output !== '') process.stdout.write(output);
  if (complaint !== '') console.error(complaint);
  process.exitCode = exitCode;
}
