// What the headless runner is asked for.

export interface Asked {
  data: string;
  analysis: string;
  /** Files of further tables, by name. */
  tables: Map<string, string>;
}

/** null: they are not understood. */
export function parseArguments(given: readonly string[]): Asked | null {
  const files: string[] = [];
  const tables = new Map<string, string>();
  for (let at = 0; at < given.length; ++at) {
    const argument = given[at]!;
    if (argument !== '--table') {
      files.push(argument);
      continue;
    }
    at += 1;
    const [, name, path] = /^([^=]+)=(.+)$/s.exec(given[at] ?? '') ?? [];
    if (name === undefined || path === undefined || tables.has(name)) return null;
    tables.set(name, path);
  }
  const [data, analysis] = files;
  if (data === undefined || analysis === undefined || files.length > 2) return null;
  return { data, analysis, tables };
}
