// What was already read and answered about one table, so that a change recomputes only what it
// changes.
import type {
  AnalysisFile,
  AnalysisResult,
  ColumnSpec,
  RawColumn,
} from '../../build/wasm/riskset.js';

import { readColumns, type ReadColumns, textsIn } from './columns.ts';
import type { TextTable } from './text/text-table.ts';

export interface Memory {
  /** Of the engine that answered. */
  version: string;
  /** The columns that the file declares or names: the same object while it is read the same way. */
  columns(file: AnalysisFile): ReadColumns;
  answer(key: string): AnalysisResult | undefined;
  keep(key: string, result: AnalysisResult): void;
}

/** A curve of a million patients takes 50 MB: of large tables only the last answers are kept. */
const mostCells = 20_000_000;
const mostAnswers = 1000;

export function createMemory(table: TextTable): Memory {
  const read = new Map<string, RawColumn>();
  const answers = new Map<string, AnalysisResult>();
  const most = Math.min(mostAnswers, Math.max(100, mostCells / (table.rows + 1)));

  return {
    version: '',

    columns(file) {
      const wanted = textsIn([Object.keys(file.columns ?? {}), file]);
      const columns: RawColumn[] = [];
      for (const name of table.header) {
        if (!wanted.has(name)) continue;
        const reading = howToRead(file, name);
        const key = JSON.stringify(reading);
        let column = read.get(key);
        if (column === undefined) {
          const own = readColumns(reading, table);
          if (!own.ok) return own;
          column = own.columns.find((one) => one.name === name)!;
          read.set(key, column);
        }
        columns.push(column);
      }
      return { ok: true, columns };
    },

    answer(key) {
      const known = answers.get(key);
      if (known !== undefined) {
        answers.delete(key); // what was used last is kept longest
        answers.set(key, known);
      }
      return known;
    },

    keep(key, result) {
      answers.set(key, result);
      if (answers.size <= most) return;
      const [oldest] = answers.keys();
      answers.delete(oldest!);
    },
  };
}

/** All that the file says about reading this one column. */
function howToRead({ read, edits, columns }: AnalysisFile, name: string): Partial<AnalysisFile> {
  const spec = new Map(Object.entries(columns ?? {})).get(name) ?? {};
  const { censoringOf: source } = spec as ColumnSpec;
  const own = edits?.filter(({ column }) => column === name || column === source) ?? [];
  return {
    ...(read !== undefined && { read }),
    ...(own.length > 0 && { edits: own }),
    columns: Object.fromEntries([[name, spec]]),
  };
}

const given = new WeakMap<TextTable, Memory>();

/** A table whose answers come from elsewhere, as of results that were shared. */
export function keepMemory(table: TextTable, memory: Memory): void {
  given.set(table, memory);
}

/** The memory of each table, for all who ask about it. */
export function createMemories(): (table: TextTable) => Memory {
  const memories = new WeakMap<TextTable, Memory>();
  return (table) => {
    const memory = given.get(table) ?? memories.get(table) ?? createMemory(table);
    memories.set(table, memory);
    return memory;
  };
}
