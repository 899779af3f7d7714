import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Results } from '../../../build/wasm/riskset.js';
import { documentOf, secretDocumentOf } from '../../../web/share/link.ts';
import { type Analysed, analyses, bytesOf, nameOf } from '../../web/share/analyses.ts';
import {
  mailed,
  passphrase,
  type Trip,
  tripOf,
  withoutReasons,
  written,
} from '../../web/share/round-trip.ts';
import type { EngineName } from '../drivers/driver.ts';
import { buildPage } from './build-page.ts';
import type { Given } from './page.ts';
import { Profile } from './profile.ts';

// Every analysis of the tests from one browser to another by links that mail has broken. What the owner
// sees there, what is sent, and what comes of it are the same documents as without a browser, and so
// the same in all three.

const engines: readonly EngineName[] = ['chromium', 'firefox', 'webkit'];

const trips = new Map<Analysed, Promise<Trip>>();

/** The same for every browser. */
function tripOnce(analysed: Analysed): Promise<Trip> {
  const trip = trips.get(analysed) ?? tripOf(analysed);
  trips.set(analysed, trip);
  return trip;
}

const given = (file: URL, bytes = bytesOf(file)): Given => ({
  name: nameOf(file),
  bytes: Buffer.from(bytes).toString('base64'),
});

const plain = (document: unknown): unknown => JSON.parse(JSON.stringify(document));

const read = (document: string) => JSON.parse(document) as Results;

/** A page that has nothing to ask has not heard the engine's version. */
const heard = (results: Results) =>
  written(results.results.length === 0 ? { ...results, engine: '' } : results);

let address: string;

beforeAll(async () => {
  address = await buildPage();
});

describe.each(engines)('%s', (engine) => {
  let owner: Profile;
  let friend: Profile;
  let begun: number;
  let same = 0;

  beforeAll(async () => {
    begun = performance.now();
    owner = await Profile.open(engine, address);
    friend = await Profile.open(engine, address);
  });
  afterAll(async () => {
    const seconds = Math.round((performance.now() - begun) / 1000);
    // oxlint-disable-next-line no-console
    console.log(
      `${engine}: ${same} of ${analyses.length} analyses came back the same from settings and from rows, ${seconds} s`,
    );
    await Promise.all([owner.close(), friend.close()]);
  });

  test.concurrent.each(analyses.map((one, at) => [one.name, one, at] as const))(
    '%s',
    async (_, analysed, at) => {
      const { setup, settings, rows, results } = await tripOnce(analysed);
      const table = given(analysed.table);
      const events = analysed.events && given(analysed.events);
      const sent = await owner.send(table, events, analysed.saved, passphrase);
      expect(written(read(sent.results))).toBe(heard(results.own));
      expect(await documentOf('settings', sent.settings)).toEqual(plain(settings));
      expect(await secretDocumentOf(sent.rows, passphrase)).toEqual(plain(rows));

      const bySettings = await friend.openSettings(
        mailed('settings', sent.settings, at),
        table,
        events,
      );
      expect(written(read(bySettings))).toBe(heard(results.ofSettings));

      const byRows = read(await friend.openRows(mailed('rows', sent.rows, at), passphrase));
      expect(written(withoutReasons(byRows, setup))).toBe(
        heard(withoutReasons(results.ofRows, setup)),
      );
      same += 1;
    },
  );

  test('another digit in the table is another document', async () => {
    const [example] = analyses;
    const text = new TextDecoder().decode(bytesOf(example!.table));
    const table = given(example!.table, new TextEncoder().encode(text.replace('15.03', '15.04')));
    const { results } = await tripOnce(example!);
    const { rows } = await owner.send(table, null, null, passphrase);
    const byRows = await friend.openRows(mailed('rows', rows, 1), passphrase);
    expect(written(read(byRows))).not.toBe(written(results.ofRows));
  });
});
