// What the headless runner is asked for.

export interface Asked {
  /** Several files are read as one table. */
  data: string[];
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
  const [analysis, ...data] = files.toReversed();
  const none = data.includes('-');
  if (analysis === undefined || data.length === 0 || (none && data.length > 1)) return null;
  return { data: data.toReversed(), analysis, tables };
}
