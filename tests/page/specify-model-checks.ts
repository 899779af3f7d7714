import { expect, it } from 'vitest';

import { plain, Reader } from './reader.ts';
import type { Scene } from './scene.ts';

const inside = (name: string) => `#regression details:has(> summary[data-name="${name}"])`;

/** Names the disclosures of the section by their headings, so that a part can be read alone. */
async function nameParts({ page }: Reader): Promise<void> {
  await page.evaluate(() => {
    for (const summary of document.querySelectorAll<HTMLElement>('#regression summary')) {
      summary.dataset['name'] = summary.querySelector('.disclosure-name')?.textContent ?? '';
    }
  });
}

/** Opens one part of the section, by keyboard. */
async function openPart(reader: Reader, name: string): Promise<string> {
  await nameParts(reader);
  const part = inside(name);
  await reader.page.evaluate((selector) => {
    document.querySelector<HTMLElement>(`${selector} > summary`)?.focus();
  }, part);
  await reader.page.press('Enter');
  await reader.untilComputed();
  return part;
}

function pictures({ page }: Reader, part: string): Promise<string[]> {
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll(`${selector} svg[role=img]`)].map(
        (svg) => svg.getAttribute('aria-label') ?? '',
      ),
    part,
  );
}

const months = Array.from({ length: 60 }, (_, at) => {
  const time = 1 + ((at * 7) % 12);
  return [at % 2 ? 'New' : 'Standard', time, at % 4 ? 1 : 0, 40 + ((at * 13) % 37)].join(',');
});

const separated = Array.from({ length: 60 }, (_, at) => {
  const stage = ['I', 'II', 'III'][at % 3];
  const event = stage === 'III' || at % 5 === 0 ? 0 : 1;
  return [at % 2 ? 'New' : 'Standard', 2 + ((at * 7.3) % 29), event, stage].join(',');
});

const file = (head: string, rows: readonly string[]) =>
  new TextEncoder().encode([head, ...rows].join('\n'));

/** What stands folded under the regression table. */
export function specifyModelChecks(scene: Scene): void {
  // The numbers are those of R: residuals(fit, "dfbetas"), survfit(fit, newdata), coxph with ns().
  it('show the influence of patients, and the row of one', async () => {
    const reader = new Reader(await scene.open());
    await reader.openExample();
    await reader.choose('Overall survival', '#regression');
    const part = await openPart(reader, 'Influence of single patients');
    expect(
      await reader.textOnce(
        part,
        /Row 12 moves the hazard ratio of immunotherapy rechallenge for death most: 0\.42 with this patient, about 0\.37 without/,
      ),
    ).toMatch(/Show row 12 0\.1262 \+0\.47 0\.37/);
    expect(await pictures(reader, part)).toEqual([
      expect.stringMatching(/^Influence on the hazard ratio for death.*A stem for each of 83/),
    ]);
    await reader.press('Show row 12', part);
    expect(await reader.textOnce(part, /Hide row 12/)).toMatch(/Hide row 12/);
    expect(await reader.rows(part)).toContainEqual(expect.stringMatching(/^12 \| /));
    await reader.select('Hazard ratio watched', 'Age, per year');
    expect(await reader.textOnce(part, /hazard ratio of age, per year/)).toMatch(
      /moves the hazard ratio of age, per year for death most/,
    );
    await reader.page.close();
  });

  it('draw adjusted curves at the values chosen', async () => {
    const reader = new Reader(await scene.open());
    await reader.openExample();
    await reader.choose('Overall survival', '#regression');
    const part = await openPart(reader, 'Adjusted curves');
    expect(await reader.textOnce(part, /Everybody has/)).toMatch(
      /Everybody has age 61, sex Female, ECOG 0, pathology Diffuse or mixed and CPS group < 1\. .*not averages over the patients/,
    );
    const [before] = await pictures(reader, part);
    expect(before).toMatch(/^Overall survival by treatment, as the model predicts it\./);
    await reader.enter('Age of everybody', '70');
    await reader.select('Sex of everybody', 'Male');
    expect(await reader.textOnce(part, /age 70, sex Male/)).toMatch(
      /Everybody has age 70, sex Male/,
    );
    await reader.untilComputed();
    const [after] = await pictures(reader, part);
    expect(plain(after ?? '')).toContain(
      'Immunotherapy rechallenge: 55.6% at 6 months, 3.7% at 18 months',
    );
    expect(plain(after ?? '')).toContain('Chemotherapy: 24.7% at 6 months, 0.0% at 18 months');
    expect(after).not.toBe(before);
    await reader.enter('Age of everybody', 'old');
    expect(await reader.textOnce(part, /is not a number/)).toMatch(/“old” is not a number\./);
    await reader.select('A curve for each level of', 'CPS group');
    expect(await reader.textOnce(part, /by CPS group/)).toMatch(
      /Everybody has treatment Chemotherapy/,
    );
    expect(await reader.page.faults()).toEqual([]);
    await reader.page.close();
  });

  it('show the shape of a number’s effect', async () => {
    const reader = new Reader(await scene.open());
    await reader.openExample();
    await reader.choose('Overall survival', '#regression');
    const part = await openPart(reader, 'Shape of a number’s effect');
    expect(await reader.textOnce(part, /Test of non-linearity/)).toMatch(
      /Test of non-linearity: p = 0\.045 \(likelihood ratio, χ² = 6\.186, 2 df\)/,
    );
    expect(await pictures(reader, part)).toEqual([
      expect.stringMatching(
        /martingale residual of the model without age \(with treatment, sex, ECOG, pathology and CPS group\)/,
      ),
      expect.stringMatching(/Hazard ratio for death by age, against 61, on a log scale/),
    ]);
    await reader.select('Number looked at', 'Metastatic sites');
    expect(await reader.textOnce(part, /by metastatic sites/)).toMatch(
      /Martingale residuals by metastatic sites/,
    );
    await reader.page.close();
  });

  it('say which rule for ties gives which ratio where times are whole months', async () => {
    const reader = new Reader(await scene.open());
    await reader.openExample();
    expect(await reader.text('#regression')).not.toContain('Times in whole');
    await reader.load('months.csv', file('arm,os_months,os_event,age', months));
    const part = await openPart(reader, 'Times in whole months');
    expect(await reader.textOnce(part, /exact ties\./)).toMatch(
      /45 of 45 deaths share their time[\s\S]*is \d\.\d{3} by Efron’s rule, \d\.\d{3} by Breslow’s and \d\.\d{3} with exact ties\./,
    );
    await reader.page.close();
  });

  it('name the level without deaths, and give finite ratios by one press', async () => {
    const reader = new Reader(await scene.open());
    await reader.load('separated.csv', file('arm,os_months,os_event,stage', separated));
    const claim =
      /No deaths among the 20 patients with stage III: the hazard ratio is not estimable\./;
    expect(await reader.textOnce('#regression', claim)).toMatch(claim);
    const part = await openPart(reader, 'Adjusted curves');
    expect(await reader.textOnce(part, /No adjusted curves/)).toMatch(/runs to 0 or infinity/);
    await reader.press('Use Firth’s penalty', '#regression');
    await reader.untilComputed();
    expect(await reader.textOnce('#regression', /Firth’s penalty, Efron/)).not.toMatch(claim);
    expect(await reader.textOnce(part, /Not with Firth/)).toMatch(/Not with Firth’s penalty/);
    expect(await reader.page.faults()).toEqual([]);
    await reader.page.close();
  });

  it('compute nothing while they are shut', async () => {
    const reader = new Reader(await scene.open());
    await reader.openExample();
    const part = await openPart(reader, 'Adjusted curves');
    expect(await pictures(reader, part)).toHaveLength(2);
    await openPart(reader, 'Adjusted curves'); // shut again
    expect(await pictures(reader, part)).toHaveLength(0);
    await reader.page.close();
  });
}
