import { describe, expect, test } from 'vitest';

import type { Cohort } from '../../../web/data/cohort.ts';
import { restoredSetup } from '../../../web/data/saved/restore.ts';
import type { Setup } from '../../../web/data/setup.ts';
import { withTable } from '../../../web/data/tables/event-setup.ts';
import { analysisIn } from '../../../web/share/documents.ts';
import { brought, deflated, inflated, sealed, unsealed } from '../../../web/share/envelope.ts';
import { documentOf, secretDocumentOf, secretTextOf, textOf } from '../../../web/share/link.ts';
import { type RowsDocument, rowsIn } from '../../../web/share/rows.ts';
import { analyses, cohortOfFile } from './analyses.ts';
import { mailed, passphrase, said, tripOf, withoutReasons, written } from './round-trip.ts';

// What was sent comes back as the same results document, number by number and word by word, on a page
// that was never open, and through a link that mail has broken. `scripts/round-trips` sends the same
// from one browser to another.

function arrived(kind: 'settings' | 'rows', text: string, turn: number): string {
  const found = brought(mailed(kind, text, turn));
  expect(found?.kind).toBe(kind);
  return found!.text;
}

/** To derive a key takes its time and does not depend on the rows: so every tenth is encrypted. */
async function rowsSent(document: RowsDocument, turn: number) {
  if (turn % 10 > 0) {
    const text = sealed(await deflated(document));
    return inflated(unsealed(arrived('rows', text, turn)));
  }
  const text = await secretTextOf(document, passphrase);
  return secretDocumentOf(arrived('rows', text, turn), passphrase);
}

/** As the page does when the table arrives that the settings wait for. */
function withEvents(setup: Setup, events: Cohort | null): Setup {
  const { eventTable } = setup;
  if (eventTable === null || events === null) return setup;
  return { ...setup, eventTable: withTable(eventTable, events, eventTable.file) };
}

test('these are all analyses that the tests have', () => {
  expect(analyses.length).toBeGreaterThan(200);
});

describe.each(analyses.map((one, at) => [one.name, one, at] as const))('%s', (_, analysed, at) => {
  test('as settings on the same table, and as rows', async () => {
    const { setup, events, settings, rows, results } = await tripOf(analysed);

    const document = await documentOf('settings', arrived('settings', await textOf(settings), at));
    const fresh = await cohortOfFile(analysed.table);
    const restored = withEvents(restoredSetup(fresh, analysisIn(document)!), events);
    expect(written(said(fresh, restored, events))).toBe(written(results.ofSettings));

    const shared = rowsIn(await rowsSent(rows, at))!;
    const there = restoredSetup(shared.cohort, shared.analysis);
    const found = said(shared.cohort, there, shared.events);
    expect(written(withoutReasons(found, setup))).toBe(
      written(withoutReasons(results.ofRows, setup)),
    );
  });
});
