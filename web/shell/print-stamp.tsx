import { useEffect, useState } from 'preact/hooks';

import { version } from '../../package.json';
import { cohort } from '../data/store.ts';
import { text } from '../text/text.ts';
import { useDataHash } from './use-data-hash.ts';

const words = text.shell.print;

/** On paper only: with what, from which table and when the pages before it were made. */
export function PrintStamp() {
  const [date, setDate] = useState(() => new Date());
  useEffect(() => {
    const now = () => setDate(new Date());
    addEventListener('beforeprint', now);
    return () => removeEventListener('beforeprint', now);
  }, []);
  const hash = useDataHash();
  const loaded = cohort.value;
  const table = loaded && words.table(loaded.name, loaded.table.rows, hash);
  return <p class="print-only print-stamp">{words.stamp(version, table, date)}</p>;
}
