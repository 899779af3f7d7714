import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import { documentOf, textOf } from '../../web/share/link.ts';
import { bytes } from './cohort-files.ts';
import { desk } from './drivers/driver.ts';
import { modelAbstract } from './model-abstract.ts';
import { Reader } from './reader.ts';
import { type Scene, standsForAll } from './scene.ts';
import {
  dialog,
  encryptRows,
  linkIn,
  packedIn,
  putBack,
  reviewOf,
  share,
  typeInto,
} from './share-steps.ts';
import { faultsByAxe } from './specify-access.ts';

const events = readFileSync(resolve(import.meta.dirname, '../reference/data/example_events.csv'));

const passphrase = 'three rivers at dawn';

const datedPatients = `patient_id,arm,start_date,last_date,status\n${Array.from(
  { length: 30 },
  (_, at) =>
    `SUBJ-${at + 1},${at % 2 ? 'A' : 'B'},2021-03-${10 + (at % 15)},2022-0${(at % 9) + 1}-15,${at % 3 ? 'dead' : 'alive'}`,
).join('\n')}`;

/** Choosing what to share, sending it, and opening it where nothing was before. */
export function specifySharing(scene: Scene): void {
  const once = standsForAll(scene);
  const fromDisk = scene.scheme === 'file';
  const open = async (link = '') => new Reader(await scene.open(link));
  const close = async (reader: Reader) => {
    expect(await reader.page.faults()).toEqual([]);
    await reader.page.close();
  };

  const everything = async (reader: Reader) => {
    await reader.textOnce('#survival', /Median/);
    await reader.untilComputed();
    const sections = ['patients', 'response', 'survival', 'regression', 'subgroups', 'safety'];
    const tables: string[] = [];
    for (const section of sections) tables.push(...(await reader.rows(`#${section}`)));
    return tables;
  };

  /** With all that is folded; under Regression some of it needs rows. */
  const unfolded = async (reader: Reader) => {
    for (const section of ['patients', 'response', 'survival', 'subgroups', 'safety']) {
      await reader.openAll(`#${section}`);
    }
    return everything(reader);
  };

  const host = 'https://riskset.example.org/app/';

  /** From a disk the hosted address is asked for once. */
  const sayAddress = async (reader: Reader) => {
    if (scene.scheme === 'http') return;
    await typeInto(reader, 'Address of the hosted page', host);
    await reader.page.press('Tab');
  };

  const behind = (link: string) => link.slice(link.indexOf('#'));

  describe('results', () => {
    it('stand on another page as they stood on the first, without a patient', async () => {
      const first = await open();
      await first.openExample();
      const before = await unfolded(first);
      await share(first, 'Results');
      await sayAddress(first);
      const review = await first.text(dialog);
      expect(review).toMatch(/patient_id\s+it can identify a patient/);
      expect(review).toMatch(/start_date\s+dates can identify a patient/);
      expect(review).toMatch(/os_months\s+\d+ different times of OS/);
      expect(review).toMatch(/cells below 5/);
      const link = await linkIn(first);
      expect(behind(link).length).toBeLessThan(8000);
      await close(first);

      const second = await open(behind(link));
      await second.textOnce('#survival', /Median/);
      expect(await unfolded(second)).toEqual(before);
      expect(await second.text('main')).toContain('Results of Example cohort, shared with you');
      expect(await second.page.evaluate(() => location.hash)).toBe('');
      const main = await second.text('main');
      expect(main).not.toMatch(/SYN\d|NaN|undefined|Infinity/);
      expect(await second.text('header')).toContain('results without rows');
      await close(second);
    });

    it.runIf(once)('carry the adverse events of a further table', async () => {
      const first = await open();
      await first.openExample();
      await first.openAll('#safety');
      const chooser = '#safety input[aria-label="Add a table of adverse events"]';
      await first.load('events.csv', events, chooser);
      await first.textOnce('#safety', /59 of 83 patients have an event/);
      const rates = (reader: Reader) =>
        reader.rows('#safety').then((rows) => rows.filter((row) => /^(Any grade|Rash)/.test(row)));
      const before = await rates(first);
      await share(first, 'Results');
      await sayAddress(first);
      const saved = await packedIn(first);
      await close(first);

      const second = await open();
      await second.drop('events results.riskset.json', bytes(saved));
      await second.textOnce('#safety', /Rash, maculopapular/);
      await second.openAll('#safety');
      expect(await rates(second)).toEqual(before);
      expect(saved + (await second.text('main'))).not.toMatch(/SYN\d/);
      await close(second);
    });

    it.runIf(once)(
      'say where patients would be needed, and compute what counts can answer',
      async () => {
        const first = await open();
        await first.openExample();
        await share(first, 'Results');
        await sayAddress(first);
        const link = await linkIn(first);
        await close(first);
        const reader = await open(behind(link));
        await everything(reader);
        await reader.openAll('#survival');
        await reader.choose('Log–log', '#survival');
        expect(await reader.text('#survival')).toMatch(/log–log|log-log/i);
        await reader.openAll('#regression');
        expect(await reader.textOnce('#regression', /shared without them/)).toMatch(
          /This needs the patients’ rows, and the results were shared without them/,
        );
        expect(await reader.text('main')).not.toMatch(/NaN|undefined|Infinity/);
        await close(reader);
      },
    );
  });

  describe('rows', () => {
    it('open with their passphrase alone, to the same numbers', async () => {
      const first = await open();
      await first.openExample();
      const before = await everything(first);
      await share(first, 'Patients’ rows');
      await typeInto(first, 'Passphrase', passphrase);
      await typeInto(first, 'The same again', passphrase);
      expect(await first.textOnce(dialog, /20 characters/)).toMatch(/20 characters: long enough/);
      await first.click('Encrypt the rows', dialog);
      await first.textOnce(dialog, /link has|Address of/);
      await sayAddress(first);
      const link = await linkIn(first);
      expect(link).toMatch(/#d=A/);
      await close(first);

      const second = await open(behind(link));
      await second.textOnce(dialog, /These rows are encrypted/);
      await typeInto(second, 'Passphrase', 'Three rivers at dawn');
      await second.page.press('Enter');
      expect(await second.textOnce(dialog, /not the passphrase/)).toContain(
        'This is not the passphrase the rows were encrypted with',
      );
      await second.page.evaluate(() => {
        document.querySelector<HTMLInputElement>('dialog[open] .passphrase')?.select();
      });
      await second.page.type(passphrase);
      await second.page.press('Enter');
      expect(await everything(second)).toEqual(before);
      expect(await second.text('main')).not.toMatch(/SYN\d/);
      await close(second);
    });
  });

  describe('rows that are put back', () => {
    it.runIf(once)('go with the words of adverse events only where somebody says so', async () => {
      const first = await open();
      await first.openExample();
      await first.openAll('#safety');
      const told = Array.from(
        { length: 9 },
        (_, n) => `SYN00${n + 1},Mrs Smith${n} fell at home on 2021-03-1${n},2`,
      );
      const table = ['subject,aeterm,aetoxgr', ...told].join('\n');
      const chooser = '#safety input[aria-label="Add a table of adverse events"]';
      await first.load('ae.csv', bytes(table), chooser);
      await first.textOnce('#safety', /9 of 83 patients have an event/);
      const said = await share(first, 'Patients’ rows');
      expect(said).toMatch(/aeterm \(adverse events\)\s+without its words[^]*term 1/);
      expect(said).not.toContain('Smith');
      await putBack(first, 'Put the words in aeterm (adverse events) back');
      await first.textOnce(dialog, /Mrs Smith7 fell at home on 2021-03-17/);
      await close(first);
    });

    it.runIf(once)('go as they are, and the review says so before', async () => {
      const first = await open();
      await first.drop('dates.csv', bytes(datedPatients));
      expect(await share(first, 'Patients’ rows')).toMatch(
        /patient_id\s+it can identify a patient/,
      );
      await putBack(first, 'Put patient_id back');
      await first.textOnce(dialog, /patient_id\s+as it is/);
      await putBack(first, 'Put the dates back');
      expect(await first.textOnce(dialog, /as the dates that they are/)).toMatch(
        /patient_id\s+as it is, and it can identify the patients/,
      );
      await encryptRows(first, passphrase);
      await sayAddress(first);
      const link = await linkIn(first);
      await close(first);

      const second = await open(behind(link));
      await second.textOnce(dialog, /These rows are encrypted/);
      await typeInto(second, 'Passphrase', passphrase);
      await second.page.press('Enter');
      await second.textOnce('header', /dates\.csv/);
      await second.press('View the 30 rows', '#data');
      expect(await second.textOnce('body', /SUBJ-1/)).toMatch(/SUBJ-1\b[^]*2021-03-10/);
      expect(await second.text('main')).not.toContain('Dates are made up');
      await close(second);
    });
  });

  describe('settings', () => {
    it('wait for the table, and are put on it', async () => {
      const first = await open();
      await first.openExample();
      await first.openAll('#survival');
      await first.choose('Log–log', '#survival');
      const before = await everything(first);
      await share(first, 'Settings');
      await sayAddress(first);
      const link = await linkIn(first);
      await close(first);

      const second = await open(behind(link));
      expect(await second.textOnce('main', /waits for its table/)).toContain(
        'The shared analysis waits for its table',
      );
      await second.press('Open the example cohort with it');
      await second.untilComputed();
      await second.openAll('#survival');
      expect(await everything(second)).toEqual(before);
      await close(second);
    });
  });

  it.runIf(once).each([1280, 390])(
    'has no fault that axe finds, %i px, light and dark',
    async (width) => {
      const reader = await open();
      await reader.page.resize({ width, height: 900 });
      await reader.openExample();
      for (const kind of ['Results', 'Settings', 'Patients’ rows']) {
        await share(reader, kind);
        await reader.page.evaluate(() => {
          for (const one of document.querySelectorAll<HTMLDetailsElement>('dialog details'))
            one.open = true;
        });
        expect(await faultsByAxe(reader, dialog), kind).toEqual([]);
        await reader.page.press('Escape');
        expect(await reader.focused()).toMatch(/Save or share|Share/);
      }
      await reader.page.resize(desk);
      await reader.page.close();
    },
  );

  it.runIf(fromDisk)('stands in a menu that does not move under the mouse', async () => {
    const reader = await open();
    await reader.openExample();
    const places = await reader.page.evaluate(async () => {
      document.querySelector<HTMLElement>('.save > button')?.click();
      const seen = new Set<number>();
      for (let frame = 0; frame < 30; frame += 1) {
        await new Promise(requestAnimationFrame);
        const buttons = [...document.querySelectorAll('.save-menu button')];
        const own = buttons.find((one) => one.textContent === 'Share this analysis');
        if (own !== undefined) seen.add(own.getBoundingClientRect().top);
      }
      return [...seen];
    });
    expect(places.length).toBe(1);
    await close(reader);
  });

  it('of a checked paper needs no table, and its link opens to the same verdicts', async () => {
    const first = await open();
    await first.page.evaluate((pasted) => {
      const field = document.querySelector<HTMLTextAreaElement>('#claims textarea')!;
      field.value = pasted;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, modelAbstract);
    const before = await first.textOnce('#claims .lede', /agree/);
    await first.click('Save or share', 'header');
    await first.click('Share the checked paper', 'header');
    await sayAddress(first);
    const link = await linkIn(first);
    expect(behind(link)).toMatch(/^#p=A/);
    expect(behind(link).length).toBeLessThan(2000);
    await close(first);
    const second = await open(behind(link));
    expect(await second.textOnce('#claims .lede', /agree/)).toBe(before);
    expect(await second.page.evaluate(() => location.hash)).toBe('');
    await close(second);
  });

  it.runIf(fromDisk)('can be done by the keyboard alone', async () => {
    const reader = await open();
    await reader.openExample();
    await reader.page.evaluate(() =>
      document.querySelector<HTMLElement>('.save > button')?.focus(),
    );
    await reader.page.press('Enter');
    await expect.poll(() => reader.focused()).toBe('Save the analysis');
    await reader.tabTo('Share this analysis');
    await reader.page.press('Enter');
    await reader.textOnce(dialog, reviewOf['Results']!);
    await reader.tabTo(/^Results/);
    await reader.page.press('ArrowDown');
    expect(await reader.textOnce(dialog, reviewOf['Settings']!)).toMatch(reviewOf['Settings']!);
    await reader.page.press('Escape');
    expect(await reader.focused()).toBe('Save or share');
    await close(reader);
  });

  describe('damage', () => {
    it.runIf(once)('is told in a sentence, and what is open stays', async () => {
      const reader = await open();
      await reader.openExample();
      const before = await everything(reader);
      await reader.page.evaluate(() => history.pushState(null, '', '#r=AAAAAAAAAAAAAAAAAAAAAAAA'));
      await reader.page.evaluate(() => dispatchEvent(new HashChangeEvent('hashchange')));
      expect(await reader.textOnce('#start', /damaged|cut off/)).toMatch(
        /The link is (damaged|cut)/,
      );
      expect(await everything(reader)).toEqual(before);
      await close(reader);
    });

    it.runIf(fromDisk)(
      'done on purpose is text and nothing else, and the page stands',
      async () => {
        const first = await open();
        await first.openExample();
        await share(first, 'Results');
        await sayAddress(first);
        const link = await linkIn(first);
        await close(first);
        const sent = await documentOf('results', link.slice(link.indexOf('=') + 1));
        const script = '<img src=x onerror="globalThis.harmed = true"><script>harmed = 1</script>';
        const written = JSON.stringify(sent)
          .replaceAll('Immunotherapy rechallenge', JSON.stringify(script).slice(1, -1))
          // And answers that are no answers.
          .replaceAll('"perArm"', '"perArms"');
        const hostile = await textOf(JSON.parse(written) as Parameters<typeof textOf>[0]);
        const reader = new Reader(await scene.open(`#r=${hostile}`));
        expect(await reader.textOnce('#survival', /onerror/)).toContain(script);
        await reader.untilComputed();
        const harm = await reader.page.evaluate(() => ({
          ran: 'harmed' in globalThis,
          images: document.querySelectorAll('main img, main script').length,
        }));
        expect(harm).toEqual({ ran: false, images: 0 });
        expect(await reader.text('#patients')).toMatch(/cannot be drawn|could not be drawn|shown/i);
        expect(await reader.text('main')).not.toMatch(/NaN|undefined|Infinity/);
        await reader.page.close();
      },
    );

    it.runIf(once)('of a mail does no harm', async () => {
      const first = await open();
      await first.openExample();
      const before = await everything(first);
      await share(first, 'Results');
      await sayAddress(first);
      const link = behind(await linkIn(first));
      await close(first);
      const mailed = link.replace('#r=', '#r=3D').replace(/.{70}/g, '$&=') + '.';
      const second = await open(mailed);
      expect(await everything(second)).toEqual(before);
      await close(second);
    });
  });
}
