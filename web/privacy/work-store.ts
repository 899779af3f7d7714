// The open table and what was decided about it, in the browser's own database. What is read from it
// is read as a file of anybody's would be.

/** A table as it came: the bytes of a file, or pasted text. */
export interface KeptTable {
  name: string;
  content: ArrayBuffer | string;
  synthetic: boolean;
}

export interface KeptTables {
  cohort: KeptTable;
  /** The further table of adverse events. */
  events: KeptTable | null;
}

export interface KeptWork extends KeptTables {
  /** The text of a saved analysis. */
  analysis: string;
}

const store = 'work';

/** Two folders of one host are two pages: each has its own work. */
function databaseName(): string {
  return `riskset:${new URL('.', location.href).pathname}`;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(databaseName(), 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(store));
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(reasonOf(opening.error)));
    opening.addEventListener('blocked', () => reject(reasonOf(null)));
  });
}

/** One transaction: `act` asks for all it wants at once; what it answers is read at the end. */
async function transact<Answer>(
  mode: IDBTransactionMode,
  act: (work: IDBObjectStore) => () => Answer,
): Promise<Answer> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const answer = act(transaction.objectStore(store));
      transaction.addEventListener('complete', () => resolve(answer()));
      transaction.addEventListener('abort', () => reject(reasonOf(transaction.error)));
    });
  } finally {
    database.close();
  }
}

function reasonOf(error: DOMException | null): Error {
  return error ?? new Error('blocked');
}

/** null where nothing is kept. */
export function readWork(): Promise<KeptWork | null> {
  return transact('readonly', (work) => {
    const tables = work.get('tables') as IDBRequest<KeptTables | undefined>;
    const analysis = work.get('analysis') as IDBRequest<string | undefined>;
    return () =>
      tables.result === undefined || analysis.result === undefined
        ? null
        : { ...tables.result, analysis: analysis.result };
  });
}

/** `id` stands for these tables: only what is decided about them can then be written without them. */
export function writeWork(id: string, tables: KeptTables, analysis: string): Promise<void> {
  return transact('readwrite', (work) => {
    work.put(id, 'id');
    work.put(tables, 'tables');
    work.put(analysis, 'analysis');
    return () => undefined;
  });
}

/** Answers whether these tables are kept; if another page's are, nothing is written. */
export function writeAnalysis(id: string, analysis: string): Promise<boolean> {
  return transact('readwrite', (work) => {
    const kept = work.get('id') as IDBRequest<string | undefined>;
    kept.addEventListener('success', () => {
      if (kept.result === id) work.put(analysis, 'analysis');
    });
    return () => kept.result === id;
  });
}

export function removeWork(): Promise<void> {
  return new Promise((resolve, reject) => {
    const removing = indexedDB.deleteDatabase(databaseName());
    removing.addEventListener('success', () => resolve());
    removing.addEventListener('error', () => reject(reasonOf(removing.error)));
    // Another page is writing at this moment; it closes when it has written.
    removing.addEventListener('blocked', () => undefined);
  });
}
