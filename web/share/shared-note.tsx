import { dateColumns } from './dates.ts';
import { cohort, run, setup } from '../data/store.ts';
import { isWithoutRows } from '../data/without-rows.ts';
import { text } from '../text/text.ts';
import { Note } from '../ui/messages.tsx';
import { hasMadeUpDates } from './open.ts';
import './share.css';

const words = text.share;

/** Above the sections: what somebody has shared, and what it does not hold. */
export function SharedNote() {
  const loaded = cohort.value;
  if (loaded === null) return null;
  if (isWithoutRows(loaded)) {
    const { name, table } = loaded;
    return (
      <section id="shared" class="shared" aria-labelledby="shared-title">
        <h2 id="shared-title" tabIndex={-1}>
          {words.results.title(name)}
        </h2>
        <p>{words.results.about(table.rows, run.value.version)}</p>
      </section>
    );
  }
  if (!hasMadeUpDates(loaded) || dateColumns(setup.value).length === 0) return null;
  return <Note items={[{ claim: words.rowsOpened(loaded.name) }]} />;
}
