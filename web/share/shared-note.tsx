import { dateColumns } from './dates.ts';
import { cohort, run, setup } from '../data/store.ts';
import { isWithoutRows, sharedSelection } from '../data/without-rows.ts';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/messages.tsx';
import { hasMadeUpDates, openBroughtRows } from './open.ts';
import { broughtByPage } from './own-page.ts';
import './share.css';

const words = text.share;

/** Above the sections: what somebody has shared, and what it does not hold. */
export function SharedNote() {
  const loaded = cohort.value;
  if (loaded === null) return null;
  if (isWithoutRows(loaded)) {
    const { name, table } = loaded;
    const chosen = sharedSelection(loaded);
    return (
      <section id="shared" class="shared" aria-labelledby="shared-title">
        <h2 id="shared-title" tabIndex={-1}>
          {words.results.title(name)}
        </h2>
        <p>{words.results.about(table.rows, run.value.version)}</p>
        {chosen !== null && (
          <p>{words.results.selected(chosen.patients, chosen.of, chosen.conditions)}</p>
        )}
        <RowsOfReport />
      </section>
    );
  }
  if (!hasMadeUpDates(loaded) || dateColumns(setup.value).length === 0) return null;
  return <Note items={[{ claim: words.rowsOpened(loaded.name) }]} />;
}

/** A report may hold the rows beside the results. */
function RowsOfReport() {
  if (!broughtByPage().some(({ kind }) => kind === 'rows')) return null;
  return (
    <>
      <p>{words.report.hasRows}</p>
      <Button onClick={openBroughtRows}>{words.report.openRows}</Button>
    </>
  );
}
