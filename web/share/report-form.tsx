import { useEffect, useState } from 'preact/hooks';

import { savedStem } from '../data/saved/save.ts';
import { isWithoutRows } from '../data/without-rows.ts';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { download } from '../ui/download.ts';
import { type Made, makeReview } from './make.ts';
import { type Brought, broughtByPage, pageThatBrings } from './own-page.ts';
import type { About } from './review.ts';
import { ReviewLists } from './review-lists.tsx';
import { RowsSecret } from './rows-secret.tsx';

const words = text.share.report;

interface ReportFormProps {
  about: About;
  /** The text of the results. */
  results: string;
}

/** The page as a file with the results inside, and with the encrypted rows if that is wanted. */
export function ReportForm({ about, results }: ReportFormProps) {
  const { cohort } = about;
  const [wanted, setWanted] = useState(false);
  // Shared results come with no rows, but the page may have brought them beside the results.
  const asTheyCame = isWithoutRows(cohort)
    ? (broughtByPage().find(({ kind }) => kind === 'rows') ?? null)
    : null;
  const offered = asTheyCame !== null || !isWithoutRows(cohort);
  const holds: Brought[] = [{ kind: 'results', text: results }];
  return (
    <>
      {offered && (
        <label class="checkbox">
          <input
            type="checkbox"
            checked={wanted}
            onChange={(event) => setWanted(event.currentTarget.checked)}
          />
          {asTheyCame === null ? words.withRows : words.withRowsAsTheyCame}
        </label>
      )}
      {wanted && asTheyCame === null ? (
        <WithRows about={about} holds={holds} />
      ) : (
        <SaveReport
          name={cohort.name}
          holds={wanted && asTheyCame !== null ? [...holds, asTheyCame] : holds}
        />
      )}
    </>
  );
}

function WithRows({ about, holds }: { about: About; holds: readonly Brought[] }) {
  const { cohort, setup, texts, putBack } = about;
  const chosen = [...texts, '', ...(putBack?.events ?? [])].join('\n');
  const [made, setMade] = useState<Made | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    void makeReview('rows', about, stop.signal).then((done) => {
      if (!stop.signal.aborted) setMade(done);
    });
    return () => stop.abort();
  }, [cohort, setup, chosen]);
  if (made === null) return null;
  if (!made.ok) return <p role="status">{made.problem}</p>;
  if (made.content.kind !== 'rows') return null;
  return (
    <>
      <h3>{words.rows}</h3>
      <ReviewLists review={made.review} />
      <RowsSecret prepared={made.content.prepared} loaded={cohort}>
        {(rows) => (
          <SaveReport name={cohort.name} holds={[...holds, { kind: 'rows', text: rows }]} />
        )}
      </RowsSecret>
    </>
  );
}

function SaveReport({ name, holds }: { name: string; holds: readonly Brought[] }) {
  const [said, setSaid] = useState('');
  const save = async () => {
    const page = await pageThatBrings(holds);
    if (page === null) {
      setSaid(words.changed);
      return;
    }
    const file = words.fileName(savedStem(name));
    download(page, file, 'text/html');
    setSaid(text.share.link.saved(file));
  };
  return (
    <div class="share-buttons">
      <Button kind="primary" onClick={() => void save()}>
        {words.save}
      </Button>
      <span role="status">{said}</span>
    </div>
  );
}
