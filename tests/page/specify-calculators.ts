import { expect, it } from 'vitest';

import { Reader } from './reader.ts';
import { type Scene, standsForAll } from './scene.ts';

/** Numbers from counts alone, reached and changed by the keyboard, and carried by a link. */
export function specifyCalculators(scene: Scene): void {
  const once = standsForAll(scene);
  const open = async (link?: string) => new Reader(await scene.open(link));
  const close = async ({ page }: Reader) => {
    expect(await page.faults()).toEqual([]);
    await page.close();
  };
  const calculators = '.calculators';

  it('counts rates without a file', async () => {
    const reader = await open();
    expect(await reader.textOnce(calculators, /p = 0\.006/)).toMatch(/30\.6%.*18\.3% to 45\.4%/s);
    await reader.tabTo('With the event');
    await reader.page.type('20');
    expect(await reader.textOnce(calculators, /40\.8%/)).toMatch(/40\.8%.*27\.0% to 55\.8%/s);
    await reader.tabTo(/With the event, patients in all$/);
    await reader.page.type('19');
    expect(await reader.textOnce(calculators, /not possible/)).toContain(
      '20 of 19 is not possible',
    );
    await close(reader);
  });

  // R: binom.test(15, 49, 0.2), and Exact::exact.test's Boschloo of the bank.
  it('tests a rate against a given one, and two rates by the tests that take long', async () => {
    const reader = await open();
    await reader.tabTo(/^Test against a given rate/);
    await reader.page.press('Enter');
    await reader.tabTo('Given rate, %');
    await reader.page.type('20');
    expect(await reader.textOnce(calculators, /20\.0%: p/)).toMatch(/two-sided\s+p = 0\.073/);
    await reader.page.type('x');
    expect(await reader.textOnce(calculators, /not a rate/)).toContain('“20x” is not a rate');
    await reader.tabTo(/^Mid-P, Barnard and Boschloo/);
    await reader.page.press('Enter');
    expect(await reader.textOnce(calculators, /Boschloo’s exact test\s+p/)).toMatch(
      /Barnard’s exact test\s+p = 0\.007\s+Boschloo’s exact test\s+p = 0\.004/,
    );
    await close(reader);
  });

  // R: chisq.test, fisher.test; prop.trend.test; mantelhaen.test, also exact; mcnemar.test,
  // binom.test; kappa by its formulas.
  it.runIf(once).each([
    ['A larger table', /χ² = 18\.101, 3 df, p < 0\.001/],
    ['A trend over ordered groups', /χ² = 5\.304, 1 df, p = 0\.021/],
    ['Two rates in strata', /7\.04 \(1\.49–33\.16\).*χ² = 7\.370, 1 df, p = 0\.007/s],
    [
      'Two rates in strata',
      /Exact conditional test, two-sided\s+p = 0\.006.*6\.83 \(1\.42–66\.13\)/s,
    ],
    ['Agreement of two ratings', /Cohen’s kappa, 95% CI\s+0\.61 \(0\.45–0\.78\)/],
    // Bank: ss_0.7, pw_60's ratio; power.prop.test; Simon (1989), table 1; EValue of 0.42; p.adjust.
    ['Patients for a hazard ratio', /Events, Schoenfeld\s+247\s+Patients, Schoenfeld\s+353/],
    ['Power of a number of events', /Power, Schoenfeld\s+76\.6%/],
    ['Patients for two rates', /62 and 62, 124 in all.*72 and 72, 144 in all/s],
    ['Power for two rates', /Fisher’s exact test\s+53\.1%/],
    ['Simon’s two-stage design', /stop at 1 or fewer of 10; no further study at 5 or fewer of 29/],
    ['E-value', /E-value of the estimate\s+3\.03/],
    ['Several p values', /0\.0300\s+0\.150\s+0\.0900/],
    ['Pairs', /McNemar, exact\s+p = 0\.15\s.*χ² = 3\.000, 1 df, p = 0\.083/s],
  ])('opens by the keyboard: %s', async (name, answer) => {
    const reader = await open();
    await reader.tabTo(new RegExp(`^${name}`));
    await reader.page.press('Enter');
    expect(await reader.textOnce(calculators, answer)).toMatch(answer);
    await close(reader);
  });

  it.runIf(once).each([
    ['#one-rate&x=3&n=12&against=10&level=90', 'One rate', /25\.0%\s+90% CI, Clopper/],
    ['#two-rates&x1=0&n1=9&x2=4&n2=11&level=95', 'Two rates', /0\.0% and 36\.4%/],
    ['#table&counts=3_1_0;1_4_6', 'A larger table', /Column 3\s+Row 1\s+3 \(1\.1\)/],
    ['#trend&groups=1_9_0;4_9_2;6_9_10', 'A trend over ordered groups', /Group 3, score 10/],
    ['#strata&strata=1_9_2_9;3_8_1_7', 'Two rates in strata', /33 patients/],
    [
      '#kappa&counts=8_2;1_9&weights=quadratic',
      'Agreement of two ratings',
      /quadratic.*20 patients/s,
    ],
    [
      '#two-stage&p0=5&p1=25&alpha=5&power=80',
      'Simon’s two-stage design',
      /0 of 9;.*2 or fewer of 17/,
    ],
    ['#e-value&measure=RR&estimate=3.9&lower=1.8&upper=8.7', 'E-value', /7\.26.*3\.00/s],
    ['#pairs&both=1&first=0&second=0&neither=4', 'Pairs', /no pair changed.*5 pairs/s],
  ])('a link opens the same numbers: %s', async (link, name, answer) => {
    const reader = await open(link);
    expect(await reader.textOnce(calculators, answer)).toMatch(answer);
    expect(await reader.focused(), 'the reader is taken there').toMatch(new RegExp(`^${name}`));
    await close(reader);
  });

  it('copies a link that leads back to what was typed', async () => {
    // Two engines answer, in whatever order.
    const answered = async (reader: Reader) => {
      await reader.textOnce(calculators, /Rate\s+30\.6%/);
      await reader.textOnce(calculators, /Rates\s+30\.6% and 5\.9%/);
      await reader.textOnce(calculators, /Row 2\s+0 /);
      await reader.textOnce(calculators, /Halton test, exact\s+p/);
      await reader.textOnce(calculators, /p = 0\.049: does not follow/);
    };
    const reader = await open();
    await reader.tabTo(/^A larger table/);
    await reader.page.press('Enter');
    await reader.textOnce(calculators, /Cramér/);
    await reader.tabTo('Counts');
    await reader.page.press('End', 'Control');
    await reader.page.type(' 3');
    await reader.textOnce(calculators, /Line 2: 5 numbers; the first line has 4/);
    await reader.page.press('Home', 'Control');
    await reader.page.type('5 ');
    await answered(reader);
    const before = await reader.text(calculators);
    await reader.tabTo('Copy a link to these numbers: A larger table');
    await reader.page.press('Enter');
    await reader.textOnce(calculators, /Copied|address bar/);
    const link = await reader.page.evaluate(() => location.hash);
    expect(link).toBe('#table&counts=5_1_14_26_7;0_2_11_18_3&level=95');
    await close(reader);

    const second = await open(link);
    await answered(second);
    expect(await second.text(calculators)).toBe(before);
    await close(second);
  });
}
