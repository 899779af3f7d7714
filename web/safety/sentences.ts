// What the safety panel says in words.
import type { ProportionGroup } from '../../build/wasm/riskset.js';
import { count, percent, percentInterval } from '../format/numbers.ts';
import { joined, rich, strong, type RichText } from '../base/rich-text.ts';
import { inSentence, listed, listedParts } from '../format/words.ts';
import type { RateInterval } from '../data/options.ts';
import type { EventSetup } from '../data/tables/event-setup.ts';
import { comparisonInWords } from '../panels/comparison-sentence.ts';
import { text } from '../text/text.ts';
import { patientsWith, type SafetyAnswers, type TermAnswers } from './answers.ts';

const words = text.safety;

/** With more arms, what stands in the tables is not repeated. */
const mostArms = 2;
/** How many terms the sentence names. */
const mostNamed = 3;

export function lede(
  answers: SafetyAnswers,
  terms: readonly TermAnswers[],
  interval: RateInterval,
  coverage: string,
  kind: EventSetup['count'] = 'all',
): RichText {
  const { severe, any } = answers;
  // Rates stand without their arms only behind a sentence that has named these.
  const named = [severe, any].some((rates) => rates !== null && rates.groups.length === mostArms);
  return joined([
    severeInWords(answers, kind, interval, coverage),
    anyInWords(answers, kind),
    deaths(answers, kind, terms),
    mostFrequent(terms, named),
  ]);
}

export function patientsOf(groups: readonly { n: number }[]): number {
  return groups.reduce((sum, { n }) => sum + n, 0);
}

function severeInWords(
  { groups, severe, nobody }: SafetyAnswers,
  kind: EventSetup['count'],
  interval: RateInterval,
  coverage: string,
): RichText {
  if (groups.length === 0) return [];
  if (severe === null) {
    if (!nobody.severe) return [];
    const patients = patientsOf(groups);
    return nobody.any ? words.none(kind, patients) : words.noneSevere(kind, patients);
  }
  const [only] = severe.groups;
  if (only === undefined) return [];
  if (severe.groups.length === 1) {
    const bounds = percentInterval(only.intervals[interval]);
    const share = words.ofAll(
      percent(only.rate),
      count(only.events),
      count(only.n),
      coverage,
      bounds,
    );
    return rich`${words.severeIn(kind)}${share}`;
  }
  const compared = severe.comparison === null ? [] : comparisonInWords(severe.comparison, coverage);
  return rich`${words.severeIn(kind)}${byArm(severe.groups)}${compared}.`;
}

/** "26.5% of patients with rechallenge and 35.3% with chemotherapy" */
function byArm(groups: readonly ProportionGroup[]): RichText {
  return listedParts(
    groups.map(({ label, rate }, index) =>
      words.with(percent(rate), index === 0 ? words.ofPatients : '', inSentence(label)),
    ),
  );
}

function anyInWords({ severe, any }: SafetyAnswers, kind: EventSetup['count']): RichText {
  if (any === null || any.groups.length > mostArms) return [];
  return words.anyIn(
    kind,
    severe === null && any.groups.length === mostArms
      ? byArm(any.groups)
      : listedParts(any.groups.map(({ rate }) => [strong(percent(rate))])),
  );
}

/** Fatal events are never left to a row of a table. */
function deaths(
  { byGrade }: SafetyAnswers,
  kind: EventSetup['count'],
  terms: readonly TermAnswers[],
): RichText {
  const byWorst = events(byGrade.find(({ grade }) => grade === 5)?.groups ?? []);
  const byTerm = terms.filter(({ fatal }) => fatal > 0);
  const named = listed(
    byTerm.map(({ term, column, fatal }) => `${inSentence(term, column)} (${count(fatal)})`),
  );
  if (byWorst === 0 && byTerm.length === 0) return [];
  if (byWorst === 0) return [words.fatal(named)];
  return words.died(kind, byWorst, named);
}

function events(groups: readonly Pick<ProportionGroup, 'events'>[]): number {
  return groups.reduce((sum, group) => sum + group.events, 0);
}

/** `armsNamed`: the sentences before say whose rate is whose. */
function mostFrequent(terms: readonly TermAnswers[], armsNamed: boolean): RichText {
  const frequent = terms
    .filter(({ any }) => any !== null)
    .toSorted((a, b) => patientsWith(b.any) - patientsWith(a.any))
    .slice(0, mostNamed)
    .flatMap(({ term, column, any }) =>
      any === null ? [] : [{ term: inSentence(term, column), any }],
    );
  if (frequent.length === 0) return [];
  const most = Math.max(...frequent.map(({ any }) => any.groups.length));
  const arms = frequent.find(({ any }) => any.groups.length === most)?.any.groups ?? [];
  const named = frequent.map(({ term, any: { groups } }) => {
    if (most > mostArms) return term;
    // Where an arm has no known grade of this term, its rate must not pass for the other's.
    const rates = groups.map(({ rate, label }) =>
      groups.length < most ? words.inArm(percent(rate), inSentence(label)) : percent(rate),
    );
    return words.frequent(term, listed(rates));
  });
  const whose =
    armsNamed || most !== mostArms ? '' : listed(arms.map(({ label }) => inSentence(label)));
  return [words.mostFrequent(listed(named), whose)];
}

/** Terms that the table does not hold, because nobody had them. */
export function nobodyHad(terms: readonly TermAnswers[]): string | null {
  const absent = terms.filter(({ any, result }) => any === null && result?.ok !== false);
  if (absent.length === 0) return null;
  return words.nobodyHad(
    listed(
      absent.map(({ term, column }) => inSentence(term, column)),
      'or',
    ),
  );
}
