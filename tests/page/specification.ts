import { afterAll, beforeAll, describe } from 'vitest';

import type { Browser, EngineName } from './drivers/driver.ts';
import { launchBrowser } from './drivers/launch.ts';
import { specifyLeaks } from './leaks/specify-leaks.ts';
import type { Scene } from './scene.ts';
import { openSite, type Scheme, type Site } from './site.ts';
import { specifyAccess } from './specify-access.ts';
import { specifyCalculators } from './specify-calculators.ts';
import { specifyClaims } from './specify-claims.ts';
import { specifyDataChanges } from './specify-data-changes.ts';
import { specifyEventTable } from './specify-event-table.ts';
import { specifyDevice } from './specify-device.ts';
import { specifyOffline } from './specify-offline.ts';
import { specifyDates } from './specify-dates.ts';
import { specifyExample } from './specify-example.ts';
import { specifyFiles } from './specify-files.ts';
import { specifyHowRead } from './specify-how-read.ts';
import { specifyModelChecks } from './specify-model-checks.ts';
import { specifyOddsRatios } from './specify-odds-ratios.ts';
import { specifyOptions } from './specify-options.ts';
import { specifyPaper } from './specify-paper.ts';
import { specifyReading } from './specify-reading.ts';
import { specifyReport } from './specify-report.ts';
import { specifyRoundTrip } from './specify-round-trip.ts';
import { specifyResponse } from './specify-response.ts';
import { specifySharing } from './specify-sharing.ts';
import { specifyUglySession } from './specify-ugly-session.ts';
import { specifyValues } from './specify-values.ts';
import { specifyMainJob } from './specify-main-job.ts';
import { specifyLayout } from './specify-layout.ts';
import { specifyChoices } from './specify-choices.ts';

/** What holds in every browser, from the disk and from a host. */
export function specify(engine: EngineName): void {
  let browser: Browser;
  let elsewhere: Browser | null = null;
  let site: Site;

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(engine), openSite(engine)]);
  });
  afterAll(() => Promise.all([browser.close(), elsewhere?.close(), site.close()]));

  describe.each<Scheme>(['file', 'http'])(`${engine}, %s`, (scheme) => {
    const scene: Scene = {
      engine,
      scheme,
      open: (link = '') => browser.open(site.page(scheme) + link),
      openControl: () => browser.open(site.control(scheme)),
      openAt: (address) => browser.open(address),
      async openElsewhere(address) {
        elsewhere ??= await launchBrowser(engine);
        return elsewhere.open(address);
      },
    };
    describe('example cohort', () => {
      specifyExample(scene);
    });
    describe('main job', () => {
      specifyMainJob(scene);
    });
    describe('policy', () => {
      specifyLeaks(scene);
    });
    describe('sharing', () => {
      specifySharing(scene);
    });
    describe('on this device', () => {
      specifyDevice(scene);
    });
    describe('offline', () => {
      specifyOffline(scene);
    });
    // Where the page comes from changes nothing of what it draws and says.
    if (scheme === 'http') return;
    describe('round trip', () => {
      specifyRoundTrip(scene);
    });
    describe('report', () => {
      specifyReport(scene);
    });
    describe('reading', () => {
      specifyReading(scene);
    });
    describe('how a file is read', () => {
      specifyHowRead(scene);
    });
    describe('choices', () => {
      specifyChoices(scene);
    });
    describe('data changes', () => {
      specifyDataChanges(scene);
    });
    describe('calculators', () => {
      specifyCalculators(scene);
    });
    describe('printed results', () => {
      specifyClaims(scene);
    });
    describe('event table', () => {
      specifyEventTable(scene);
    });
    describe('paper', () => {
      specifyPaper(scene);
    });
    describe('access', () => {
      specifyAccess(scene);
    });
    describe('ugly session', () => {
      specifyUglySession(scene);
    });
    describe('layout', () => {
      specifyLayout(scene);
    });
    // What is asked, computed and said is the page's own: one browser stands for all.
    if (engine !== 'chromium') return;
    describe('files', () => {
      specifyFiles(scene);
    });
    describe('dates', () => {
      specifyDates(scene);
    });
    describe('values', () => {
      specifyValues(scene);
    });
    describe('response', () => {
      specifyResponse(scene);
    });
    describe('odds ratios', () => {
      specifyOddsRatios(scene);
    });
    describe('model checks', () => {
      specifyModelChecks(scene);
    });
    describe('options', () => {
      specifyOptions(scene);
    });
  });
}
