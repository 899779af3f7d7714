import { computed } from '@preact/signals';

import { EventTable, EventTableDisclosure } from '../data/tables/section/event-table.tsx';
import {
  linkProblems,
  linkWarnings,
  matchedSentence,
} from '../data/tables/section/event-table-messages.tsx';
import { openEventTable } from '../data/tables/opened.ts';
import { isWithoutRows } from '../data/without-rows.ts';
import { count, full } from '../format/numbers.ts';
import { ComparisonNumbers, RateNumbers } from '../panels/comparison-numbers.tsx';
import { comparisonTable, fewExpected, whyChosen } from '../panels/comparison-table.ts';
import { GoToData } from '../panels/endpoint-switch.tsx';
import { problemMessages, rowsAbout, warningMessages } from '../panels/messages.tsx';
import { usedOf } from '../panels/method.ts';
import { noComparison } from '../panels/no-comparison.ts';
import { levelShown } from '../panels/options.tsx';
import { ResultPanel } from '../panels/result-panel.tsx';
import { shown, shownCohort, shownParts, shownSetup } from '../panels/shown.ts';
import { steady } from '../panels/steady.ts';
import { StatTable } from '../tables/stat-table.tsx';
import { text } from '../text/text.ts';
import { Disclosure, Disclosures } from '../ui/disclosure.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Note, ProblemBlock, Warnings } from '../ui/messages.tsx';
import { Definition, Lede, MethodLine } from '../ui/panel.tsx';
import { Prose } from '../ui/prose.tsx';
import {
  comparedGrades,
  comparedTerms,
  safetyAnswers,
  type TermAnswers,
  termAnswers,
} from './answers.ts';
import { ButterflyPicture } from './butterfly-picture.tsx';
import { ExposureRates } from './exposure-rates.tsx';
import { SafetyOptions } from './safety-options.tsx';
import { safetyTable } from './safety-table.ts';
import { lede, nobodyHad, patientsOf } from './sentences.ts';
import { termTable } from './term-table.ts';
import { patientsLeftOut } from './left-out.ts';
import { eventAnswers } from './event-answers.ts';
import { EventKinds, onlyKind } from './event-kinds.tsx';
import { missingByTerm, missingWorst } from './warnings.ts';

const words = text.safety;

const answers = steady(() => {
  const { results } = shown.value;
  const { eventTable, options } = shownSetup.value;
  if (eventTable !== null) return eventAnswers(results, eventTable, options.safety.order);
  return { worst: safetyAnswers(results), terms: termAnswers(results, shownSetup.value) };
});

/** How a table of adverse events fits to the cohort, where there is one. */
const link = computed(() => {
  const [loaded, table] = [shownCohort.value, openEventTable.value];
  const [eventTable, exclude] = [shownParts.eventTable.value, shownParts.exclude.value];
  // Shared results hold the answers, and neither table.
  if (loaded === null || eventTable === null || isWithoutRows(loaded)) {
    return { warnings: [], problems: [], matched: null };
  }
  if (table === null) {
    const { name, rows } = eventTable.file;
    return {
      warnings: [],
      problems: [{ claim: text.eventTable.waits(name, rows) }],
      matched: null,
    };
  }
  return {
    warnings: linkWarnings(loaded, table, eventTable, exclude),
    problems: linkProblems(loaded, table, eventTable, exclude),
    matched: matchedSentence(loaded, table, eventTable, exclude),
  };
});

const messages = computed(() => {
  const { worst, terms } = answers.value;
  const given = worst.result?.ok === true ? worst.result.warnings : [];
  const { warnings, problems } = link.value;
  const fromTable = shownParts.eventTable.value !== null;
  const gaps = fromTable
    ? []
    : [...missingWorst(worst.counted, shownParts.grade.value), ...missingByTerm(terms)];
  return {
    warnings: [
      ...warnings,
      ...fewExpected(comparedGrades(worst)),
      ...gaps.map(({ rows, columns, ...gap }) => ({ ...gap, ...rowsAbout(columns, rows) })),
      // The rows of a joined analysis are no rows of the cohort.
      ...warningMessages(
        given
          .filter(({ code }) => code !== 'oneGroup')
          .map((one) => (fromTable ? { ...one, rows: new Int32Array() } : one)),
      ),
    ],
    // A table that is not linked has said so itself.
    problems:
      problems.length > 0
        ? problems
        : problemMessages([
            { missing: words.noRates, outcome: worst.result },
            ...terms.map(({ term, result }) => ({ missing: words.noTerm(term), outcome: result })),
          ]),
  };
});

/** How many warnings and problems the panel shows. */
export const safetyAlerts = computed(
  () => messages.value.warnings.length + messages.value.problems.length,
);

/** Patients by worst grade of any adverse event, and by each adverse event. */
export function SafetySection() {
  const grade = shownParts.grade.value;
  const adverseEvents = shownParts.adverseEvents.value;
  const eventTable = shownParts.eventTable.value;
  const empty = grade === null && adverseEvents.length === 0 && eventTable === null;
  return (
    <ResultPanel id="safety" title={words.title}>
      {empty ? (
        <>
          <EmptyState action={<GoToData>{words.chooseInData}</GoToData>}>{words.empty}</EmptyState>
          <EventTable />
        </>
      ) : link.value.problems.length > 0 ? (
        <EventTable />
      ) : (
        <SafetyPanel />
      )}
    </ResultPanel>
  );
}

function SafetyPanel() {
  const { worst, terms } = answers.value;
  const { interval } = shownParts.options.value.safety;
  const coverage = levelShown();
  const { warnings, problems } = messages.value;
  const byTerm = termTable(terms, coverage);
  const arms = worst.groups.length > 0 ? worst.groups : (terms[0]?.any?.groups ?? []);
  const compared = comparedGrades(worst);
  const absent = nobodyHad(terms);
  return (
    <>
      <EventKinds />
      {arms.length > 0 && (
        <Definition>
          {worst.groups.length > 0
            ? words.definition(patientsOf(arms))
            : words.definitionOfTerms(patientsOf(arms))}
          {onlyKind(shownParts.eventTable.value)}
          {link.value.matched !== null && ` ${link.value.matched}`}
        </Definition>
      )}
      <Lede>
        <Prose
          text={lede(worst, terms, interval, coverage, shownParts.eventTable.value?.count ?? 'all')}
        />
      </Lede>
      <ProblemBlock items={problems} />
      <Warnings items={warnings} />
      {worst.groups.length > 0 && (
        <StatTable
          model={safetyTable(worst, interval, coverage)}
          stacked={worst.groups.length <= 2}
        />
      )}
      <ButterflyPicture terms={terms} />
      {byTerm !== null && <StatTable model={byTerm} />}
      <AdjustedPLink terms={terms} />
      {absent !== null && <p class="note">{absent}</p>}
      {arms.length === 1 && <Note items={[noComparison(shownParts.arm.value, words.tests)]} />}
      <Method />
      <Disclosures>
        <EventTableDisclosure inSafety />
        <SafetyOptions />
        <ExposureRates />
        {compared.length > 0 && (
          <Disclosure name={words.comparison} setting={words.comparisonSetting}>
            <StatTable model={comparisonTable(words.comparison, compared, coverage)} />
          </Disclosure>
        )}
        <Disclosure name={text.comparison.allNumbers} setting={text.comparison.allNumbersSetting}>
          {worst.severe !== null && (
            <RateNumbers name={words.severe} groups={worst.severe.groups} />
          )}
          {worst.any !== null && <RateNumbers name={words.any} groups={worst.any.groups} />}
          {compared.length > 0 && <ComparisonNumbers compared={compared} />}
          {comparedTerms(terms).length > 0 && <ComparisonNumbers compared={comparedTerms(terms)} />}
        </Disclosure>
      </Disclosures>
    </>
  );
}

function someLeftOut({ any, severe, excluded }: TermAnswers): boolean {
  if (excluded.length > 0) return true;
  if (any === null || severe === null || severe === 'ungraded') return false;
  return patientsOf(severe.groups) < patientsOf(any.groups);
}

/** The exact p values of the terms, in the calculator that adjusts them. */
function AdjustedPLink({ terms }: { terms: readonly TermAnswers[] }) {
  const all = comparedTerms(terms).map(({ comparison }) => comparison.tests.fisher.p);
  if (all.length < 2) return null;
  return (
    <p class="note screen-only">
      <a href={`#adjusted-p&p=${all.map(full.pValue).join(';')}`}>{text.trials.adjustLink}</a>
    </p>
  );
}

function Method() {
  const { worst, terms } = answers.value;
  const coverage = levelShown();
  const { interval } = shownParts.options.value.safety;
  const compared = comparedGrades(worst);
  const tests = comparedTerms(terms).length;
  const several = worst.groups.length > 2;
  const listed = terms.some(({ any }) => any !== null);
  const first = worst.result ?? terms.find(({ result }) => result !== null)?.result ?? null;
  return (
    <MethodLine>
      {worst.groups.length > 0 &&
        `${words.how} ${text.comparison.intervalMethod[interval](coverage)} `}
      {whyChosen(compared)} {compared.length > 0 && `${words.difference} `}
      {listed &&
        `${tests === 0 ? words.howTermsAlone : several ? words.howTermsMany : words.howTerms} `}
      {tests > 1 && !several && `${words.notCorrected(count(tests))} `}
      {terms.some(someLeftOut) && `${words.denominators} `}
      {first?.ok === true && <Prose text={usedOf(first.used, patientsLeftOut(first.excluded))} />}
    </MethodLine>
  );
}
