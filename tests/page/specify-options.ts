import { expect, it } from 'vitest';

import { Reader } from './reader.ts';
import type { Scene } from './scene.ts';

interface Option {
  choose: (reader: Reader) => Promise<void>;
  /** The parts that follow: "survival" is its words and numbers, "survival figure" its drawings. */
  changes: string[];
  /** What stands in one of them with this choice only. */
  shows: RegExp;
  /** What is no part of the analysis cannot be undone: it is chosen back. */
  back?: (reader: Reader) => Promise<void>;
}

const click = (name: string, section: string) => (reader: Reader) => reader.click(name, section);
const select = (name: string, entry: string) => (reader: Reader) => reader.select(name, entry);
const enter = (name: string, text: string) => (reader: Reader) => reader.enter(name, text);

const survival = ['survival', 'survival figure'];
const regression = ['regression', 'regression figure'];
const subgroups = ['subgroups', 'subgroups figure'];
const response = ['response', 'response figure'];
const safety = ['safety', 'safety figure'];
const enters = 'Who enters the multivariable model';

/** With the example cohort. */
const options: Record<string, Option> = {
  'age by mean and SD': {
    choose: click('Mean', '#patients'),
    changes: ['patients'],
    shows: /Age, mean \(SD\) \| 59\.8 \(9\.3\) \| 61\.2 \(8\.1\)[^\n]* \| p = 0\.46a/,
  },
  'ranges of numbers': {
    choose: click('Range of numbers', '#patients'),
    changes: ['patients'],
    shows: /Range \| \d+–\d+ \| \d+–\d+/,
  },
  'no p values': {
    choose: click('p values', '#patients'),
    changes: ['patients'],
    shows: /All patientsn = 83 \| SMD/,
  },
  'p values adjusted by Holm': {
    choose: select('Adjusted for several tests', 'Holm'),
    changes: ['patients'],
    shows: /Adjusted by Holm for \d+ tests/,
  },
  'p values adjusted by Benjamini and Yekutieli': {
    choose: select('Adjusted for several tests', 'Benjamini–Yekutieli'),
    changes: ['patients'],
    shows: /Adjusted by Benjamini–Yekutieli for \d+ tests/,
  },
  // R: t.test(age ~ arm)$p.value is 0.4627, and wilcox.test's by the rule 0.878.
  'age tested by Welch’s t': {
    choose: select('Test of Age', 'Welch’s t'),
    changes: ['patients'],
    shows: /p = 0\.46a[^]*Welch’s t test\.[^]*The test of age was chosen by hand/,
  },
  'quartiles as in SAS': {
    choose: click('SAS, Stata', '#patients'),
    changes: ['patients'],
    shows: /quartiles as SAS and Stata compute them/,
  },
  'plain intervals': {
    choose: click('Plain', '#survival'),
    changes: ['patients', ...survival],
    shows: /12\.4 \(11\.4–15\.1\) \| 5\.3 \(4\.7–8\.4\)/,
  },
  'logit intervals': {
    choose: click('Logit', '#survival'),
    changes: ['patients', ...survival],
    shows: /on the logit scale/,
  },
  'medians as SPSS prints them': {
    choose: click('As SPSS prints it', '#survival'),
    changes: survival,
    shows: /12\.4 \(11\.5–13\.3\) \| 5\.3 \(3\.9–6\.8\)/,
  },
  'coverage of 90%': {
    choose: click('90%', '#survival'),
    changes: ['patients', ...response, ...survival, ...regression, ...subgroups, ...safety],
    shows: /HR for death 0\.43, 90% CI 0\.29 to 0\.66/,
  },
  'ticks every 12 months': {
    choose: select('Ticks every', '12 months'),
    changes: ['patients', ...survival],
    shows: /12 patients left follow-up alive before 12 months/,
  },
  'rates at 6 months': {
    choose: enter('Rates at, months', '6'),
    changes: ['survival'],
    shows:
      /Alive at 6 months \| 87\.4% \(78\.4–97\.4\) \| 46\.1% \(31\.9–66\.6\) \| \+41\.3 points/,
  },
  'mean within 12 months': {
    choose: enter('Mean within, months', '12'),
    changes: ['survival'],
    shows: /Mean survival within 12 months \| 10\.3 \(9\.5–11\.1\) \| 6\.7 \(5\.4–8\.1\)/,
  },
  'no bands': {
    choose: click('Interval bands', '#survival'),
    changes: survival,
    shows: /95% intervals are in the data table\. Ticks/,
  },
  'no censor ticks': {
    choose: click('Censor ticks', '#survival'),
    changes: survival,
    shows: /Bands: 95% CI\. Thin line/,
  },
  'no medians': {
    choose: click('Medians', '#survival'),
    changes: survival,
    shows: /at risk\. NR: not reached/,
  },
  'area of the mean': {
    choose: click('Area of the mean', '#survival'),
    changes: survival,
    shows: /Shaded up to 24 months: the area under a curve is its mean survival/,
  },
  'a landmark at 6 months': {
    choose: enter('Landmark at, months', '6'),
    changes: survival,
    shows: /Hazard ratio for death \| 0\.74 \(0\.38–1\.43\) \| 1 \(reference\)/,
  },
  'survival of those alive at 6 months': {
    choose: enter('Alive at, months', '6'),
    changes: ['survival'],
    shows: /At 12 months \| 66\.7% \(52\.8–84\.2\) \| 53\.3% \(33\.2–85\.6\)/,
  },
  'at risk with the censored in brackets': {
    choose: click('At risk (censored)', '#survival'),
    changes: survival,
    shows: />39 \(4\)/,
  },
  'at risk alone': {
    choose: click('At risk', '#survival'),
    changes: survival,
    shows: /NR: not reached\.$/m,
  },
  'strata by sex': {
    choose: click('Sex', '#survival'),
    changes: ['survival'],
    shows: /χ² = 11\.242, 1 df\) \| p < 0\.001 \(χ² = 11\.063, 1 df\)/,
  },
  'weighted tests': {
    choose: click('Weighted log-rank tests', '#survival'),
    changes: ['survival'],
    shows: /Log-rank \| 11\.242 \| −3\.353 \| 1 \| < 0\.001 \| a hazard ratio that stays/,
  },
  'max-combo test': {
    choose: click('Max-combo test', '#survival'),
    changes: ['survival'],
    shows: /Fleming–Harrington \(0, 0\) \| −3\.353/,
  },
  'permutation test': {
    choose: click('Permutation test', '#survival'),
    changes: ['survival'],
    shows: /estimated from 100,000 random relabellings/,
  },
  'survival of the other endpoint': {
    choose: click('Progression-free survival', '#survival'),
    changes: survival,
    shows: /Median progression-free survival was 4\.6 months/,
    back: click('Overall survival', '#survival'),
  },
  'rates of evaluable patients': {
    choose: click('Evaluable only', '#response'),
    changes: response,
    shows: /31\.3% of patients responded .* and 6\.5%/,
  },
  // R: binom.test(15, 49, 0.2), binom.test(2, 34, 0.2)
  'objective response against 20%': {
    choose: enter('Test objective response against, %', '20'),
    changes: ['response'],
    shows: /Exact binomial test, two-sided \| 0\.073 \| 0\.050/,
  },
  'Wilson intervals of responses': {
    choose: click('Wilson', '#response'),
    changes: ['response'],
    shows: /15\/49, 30\.6% \(19\.5–44\.5\)/,
  },
  'Wald intervals of responses': {
    choose: click('Wald', '#response'),
    changes: ['response'],
    shows: /2\/34, 5\.9% \(−2\.0 to 13\.8\)/,
  },
  'clinical benefit from 16 weeks': {
    choose: enter('Stable disease counts as clinical benefit from, weeks', '16'),
    changes: ['response'],
    shows: /Clinical benefit \(CR \+ PR \+ SD of 16 weeks or more\)/,
  },
  'disease control by subgroup': {
    choose: click('Disease control', '#response'),
    changes: response,
    shows: /All patients \|\s*41\/49 \|\s*13\/34/,
  },
  'odds ratios of response by subgroup': {
    choose: click('Odds ratio', '#response'),
    changes: response,
    shows: /Not estimable: nobody in one arm/,
  },
  'Breslow ties': {
    choose: click('Breslow', '#regression'),
    changes: [...regression, ...subgroups],
    shows: /HR 0\.42, 95% CI 0\.25 to 0\.72/,
  },
  'exact ties': {
    choose: click('Exact', '#regression'),
    changes: [...regression, ...subgroups],
    shows: /not tested with exact ties[\s\S]*Cox models, exact ties/,
  },
  'Firth’s penalty': {
    choose: click('Firth', '#regression'),
    changes: regression,
    shows: /Cox models with Firth’s penalty, Efron ties, profile 95% intervals/,
  },
  'all terms entered': {
    choose: select(enters, 'All terms of the table'),
    changes: regression,
    shows: /HR 0\.31, 95% CI 0\.18 to 0\.55/,
  },
  'terms entered by p': {
    choose: select(enters, 'Univariable p below 0.05'),
    changes: regression,
    shows: /HR 0\.33, 95% CI 0\.19 to 0\.56/,
  },
  'age not entered': {
    choose: click('Age', '#regression'),
    changes: regression,
    shows: /After adjustment for sex, ECOG, pathology and CPS group/,
  },
  'men as the reference': {
    choose: select('Reference of Sex', 'Male'),
    changes: ['patients', ...response, ...regression, ...subgroups],
    shows: /Female \| 26 \| 0\.72 \(0\.42–1\.24\)/,
  },
  'the effect of age drawn': {
    choose: select('Effect drawn', 'Age, per year'),
    changes: regression,
    shows: /age, per year/,
    back: select('Effect drawn', 'Immunotherapy rechallenge'),
  },
  'one endpoint of the models': {
    choose: click('Overall survival', '#regression'),
    changes: regression,
    shows: /a lower hazard of death/,
    back: click('Side by side', '#regression'),
  },
  'a binary outcome': {
    choose: click('Binary outcome', '#regression'),
    changes: regression,
    shows: /Objective response \(CR \+ PR\): 17 of 83 patients, 20\.5%/,
  },
  'another reference arm': {
    choose: select('Reference arm', 'Immunotherapy rechallenge'),
    changes: ['patients', ...response, ...survival, ...regression, ...subgroups, ...safety],
    shows: /HR for death 2\.30, 95% CI 1\.40 to 3\.79/,
  },
  'a factor left out': {
    choose: click('HER2', '#subgroups'),
    changes: [...response, ...subgroups],
    shows: /interaction p = 0\.40, 0\.73 and 0\.21/,
  },
  'subgroups of the other endpoint': {
    choose: click('Progression-free survival', '#subgroups'),
    changes: subgroups,
    shows: /below 1 in 10 of 11 subgroups/,
    back: click('Overall survival', '#subgroups'),
  },
  'Wilson intervals of adverse events': {
    choose: click('Wilson', '#safety'),
    changes: ['safety'],
    shows: /41\/49, 83\.7% \(71\.0–91\.5\)/,
  },
  'terms by difference': {
    choose: click('Largest difference first', '#safety'),
    changes: safety,
    shows: /Neuropathy.*\nHypothyroidism.*\nNausea/,
  },
  'terms by name': {
    choose: click('By name', '#safety'),
    changes: safety,
    shows: /Anemia.*\nFatigue/,
  },
  'terms as in the file': {
    choose: click('As in the file', '#safety'),
    changes: safety,
    shows: /Fatigue.*\nHypothyroidism.*\nRash.*\nNeuropathy/,
  },
  'adverse events of grade 3 or higher': {
    choose: click('Grade 3 or higher', '#safety'),
    changes: safety,
    shows: /Adverse events of grade 3 or higher/,
    back: click('Any grade', '#safety'),
  },
  // R: poisson.test(c(41, 30), c(575.3, 272.03)).
  'rates by time under observation': {
    choose: select('Time under observation', 'OS months'),
    changes: ['safety'],
    shows: /7\.13 \(5\.11–9\.67\).*11\.0 \(7\.44–15\.7\).*0\.65 \(0\.39–1\.07\)/s,
  },
  'a term left out': {
    choose: click('Rash', '#safety'),
    changes: safety,
    shows: /Not corrected for 10 tests/,
  },
};

/** With the odds ratios of objective response in the place of the Cox models. R: example_cohort.R. */
const ofBinaryOutcome: Record<string, Option> = {
  'disease control': {
    choose: click('Disease control', '#regression'),
    changes: ['regression'],
    shows: /higher odds of disease control \(OR 8\.68, 95% CI 3\.01 to 25\.04\)/,
  },
  'a column that is to be chosen': {
    choose: click('Another column', '#regression'),
    changes: ['regression'],
    shows: /Choose the column that says who had the outcome/,
  },
  'profile intervals': {
    choose: click('Profile likelihood', '#regression'),
    changes: ['regression'],
    shows: /\(OR 6\.87, 95% CI 1\.69 to 46\.96\)[\s\S]*profile-likelihood 95% intervals/,
  },
  'Firth’s penalty': {
    choose: click('Firth', '#regression'),
    changes: ['regression'],
    shows: /\(OR 5\.13, 95% CI 1\.44 to 27\.20\)[\s\S]*Logistic models with Firth’s penalty/,
  },
  'evaluable patients': {
    choose: click('Evaluable only', '#regression'),
    changes: [...response, 'regression'],
    shows: /\(OR 6\.33, 95% CI 1\.28 to 31\.35\)[\s\S]*without best_response/,
  },
  'coverage of 90%': {
    choose: click('90%', '#regression'),
    changes: ['patients', ...response, ...survival, 'regression', ...subgroups, ...safety],
    shows: /\(OR 6\.87, 90% CI 1\.82 to 26\.00\)/,
  },
  'more terms than the responders bear': {
    choose: select(enters, 'All terms of the table'),
    changes: ['regression'],
    shows: /Without adjustment, .*\(OR 7\.06, 95% CI 1\.49 to 33\.34\)[\s\S]*17 events are too few/,
  },
  // R: glm(y ~ arm + sex + factor(ecog) + pathology + cps_group, binomial), confint.default.
  'age not entered': {
    choose: click('Age', '#regression'),
    changes: ['regression'],
    shows: /After adjustment for sex, .*\(OR 7\.06, 95% CI 1\.46 to 34\.27\)/,
  },
  'men as the reference': {
    choose: select('Reference of Sex', 'Male'),
    changes: ['patients', ...response, 'regression', ...subgroups],
    shows: /Female \| 26 \| 6 \| 1\.25 \(0\.41–3\.86\)/,
  },
};

/** Every choice of the panels changes what it should and nothing else, and can be taken back. */
export function specifyOptions(scene: Scene): void {
  it('change what they say, and nothing else', { timeout: 300_000 }, async () => {
    const reader = new Reader(await scene.open());
    await reader.openExample();
    await expectEach(reader, options);
    expect(await reader.page.faults()).toEqual([]);
    await reader.page.close();
  });

  it('change the odds ratios of a binary outcome', { timeout: 120_000 }, async () => {
    const reader = new Reader(await scene.open());
    await reader.openExample();
    await reader.click('Binary outcome', '#regression');
    await reader.textOnce('#regression', /higher odds of objective response/);
    await expectEach(reader, ofBinaryOutcome);
    expect(await reader.page.faults()).toEqual([]);
    await reader.page.close();
  });
}

async function expectEach(reader: Reader, each: Readonly<Record<string, Option>>): Promise<void> {
  await reader.openAll('main');
  await reader.untilComputed(); // some of what is opened is asked only now, and moves what is below
  const before = await partsOnce(reader, calm);
  for (const [name, { choose, changes, shows, back = undo }] of Object.entries(each)) {
    await choose(reader);
    await reader.untilComputed();
    const changed = (parts: Parts) =>
      Object.keys(parts).filter((one) => parts[one] !== before[one]);
    const expected = changes.toSorted().join();
    const after = await partsOnce(reader, (parts) => changed(parts).toSorted().join() === expected);
    expect(changed(after).toSorted(), name).toEqual(changes.toSorted());
    const all = (parts: Parts) => changes.map((part) => parts[part]).join('\n');
    expect(all(after), name).toMatch(shows);
    expect(all(before), name).not.toMatch(shows);
    await back(reader);
    await reader.untilComputed();
    await reader.openAll('main'); // what was away while it had no number comes back shut
    const again = await partsOnce(reader, (parts) => changed(parts).length === 0);
    expect(again, `${name}, taken back`).toEqual(before);
  }
}

const sections = ['patients', 'response', 'survival', 'regression', 'subgroups', 'safety'];

type Parts = Record<string, string>;

/** The parts once they are as they should be: what is opened or changed is drawn a moment later. */
async function partsOnce(
  reader: Reader,
  settled: (now: Parts, before: Parts) => boolean,
): Promise<Parts> {
  const end = performance.now() + 15_000;
  let parts: Parts = {};
  while (performance.now() < end) {
    const now = await partsNow(reader);
    if (settled(now, parts)) return now;
    parts = now;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return parts;
}

function calm(now: Parts, before: Parts): boolean {
  return Object.keys(now).every((part) => now[part] === before[part]);
}

/** What each section says and draws, without its options, whose own words change with a choice. */
async function partsNow({ page }: Reader): Promise<Parts> {
  return page.evaluate((ids) => {
    const parts: Record<string, string> = {};
    for (const id of ids) {
      const section = document.getElementById(id)?.cloneNode(true) as HTMLElement;
      for (const own of section.querySelectorAll('details')) {
        if (own.querySelector('summary')?.textContent?.startsWith('Options')) own.remove();
      }
      // Where the mouse happens to be, a curve is read.
      for (const reading of section.querySelectorAll('svg g[aria-hidden]')) reading.remove();
      const drawn = [...section.querySelectorAll('svg:not(.icon) *')].map((mark) => {
        const attributes = [...mark.attributes].map(({ name, value }) => `${name}=${value}`);
        const own = mark.childElementCount === 0 ? mark.textContent : '';
        return `${mark.tagName} ${attributes.sort().join(' ')}>${own}`;
      });
      parts[`${id} figure`] = drawn.join('\n');
      for (const control of section.querySelectorAll('svg, fieldset, select')) control.remove();
      const lines = [...section.querySelectorAll('tr, p, li, h3, figcaption, summary')];
      parts[id] = lines
        .map((line) => (line.tagName === 'TR' ? [...line.children] : [line]))
        .map((cells) => cells.map(({ textContent }) => textContent).join(' | '))
        .join('\n')
        .replaceAll('\u00a0', ' ')
        .replaceAll('\u2011', '-');
    }
    return parts;
  }, sections);
}

/** By the button of the bar: in a field, Ctrl and Z belong to what is typed there. */
function undo({ page }: Reader): Promise<void> {
  return page.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLElement>('header button')];
    buttons.find((button) => button.getAttribute('aria-label')?.startsWith('Undo'))?.click();
  });
}
