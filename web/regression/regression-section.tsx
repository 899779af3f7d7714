import { computed, signal } from '@preact/signals';

import { setup } from '../data/store.ts';
import { full, pEquals, ratio } from '../format/numbers.ts';
import { p, rich } from '../format/rich-text.ts';
import { listed } from '../format/words.ts';
import { answered } from '../panels/outcomes.ts';
import { shown } from '../panels/shown.ts';
import { GoToData, NoEndpoint } from '../panels/endpoint-switch.tsx';
import { problemMessages, warningMessages } from '../panels/messages.tsx';
import { ResultPanel } from '../panels/result-panel.tsx';
import { usedOf } from '../panels/method.ts';
import { isReady } from '../panels/endpoint-ready.ts';
import { StatTable } from '../tables/stat-table.tsx';
import { Disclosure, Disclosures } from '../ui/disclosure.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemBlock, Warnings } from '../ui/messages.tsx';
import { Lede, MethodLine } from '../ui/panel.tsx';
import { Prose } from '../ui/prose.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { enteredTerms, modelAnswers, rowsOf, type ModelAnswers } from './answers.ts';
import { HazardsTable, ModelNumbers } from './model-check.tsx';
import { regressionTable } from './regression-table.ts';
import { lede } from './sentences.ts';
import { changingEffects, modelWarnings } from './warnings.ts';

const sideBySide = 'side by side';
const chosen = signal<string | null>(null);

/** Two endpoints need the room of a desk; on a phone one is shown at a time. */
function firstView(names: readonly string[]): string {
  const roomy = matchMedia('(min-width: 1024px)').matches;
  return roomy && names.length > 1 ? sideBySide : (names[0] ?? '');
}

const endpoints = computed(() => setup.value.endpoints.filter(isReady));

const view = computed(() => {
  const names = endpoints.value.map(({ name }) => name);
  const asked = chosen.value;
  return asked !== null && [...names, sideBySide].includes(asked) ? asked : firstView(names);
});

const models = computed(() =>
  endpoints.value
    .filter(({ name }) => view.value === sideBySide || name === view.value)
    .slice(0, 2)
    .map((endpoint) => modelAnswers(shown.value.results, endpoint)),
);

const messages = computed(() => ({
  warnings: [
    ...changingEffects(models.value, labelOf).map(({ claim, text }) => ({
      claim,
      text: <Prose text={text} />,
    })),
    ...warningMessages(modelWarnings(models.value)),
  ],
  problems: problemMessages(
    models.value.flatMap(({ words, table, model }) => [
      { missing: `No models for ${words.inSentence}.`, outcome: table },
      { missing: `No multivariable model for ${words.inSentence}.`, outcome: model },
    ]),
  ),
}));

function labelOf(column: string): string {
  return setup.value.types.get(column)?.label ?? column;
}

/** How many warnings and problems the panel shows. */
export const regressionAlerts = computed(
  () => messages.value.warnings.length + messages.value.problems.length,
);

/** Univariable and multivariable Cox models. */
export function RegressionSection() {
  return (
    <ResultPanel
      id="regression"
      title="Regression"
      tools={
        endpoints.value.length > 1 && (
          <Segmented
            label="Endpoint"
            choices={[
              ...endpoints.value.map(({ name, title }) => ({ value: name, label: title })),
              { value: sideBySide, label: 'Side by side' },
            ]}
            value={view.value}
            onChange={(value) => (chosen.value = value)}
          />
        )
      }
    >
      {endpoints.value.length === 0 ? (
        <NoEndpoint what="Regression" endpoints={setup.value.endpoints} />
      ) : models.value.every(({ table }) => table === null) ? (
        <EmptyState action={<GoToData>Choose them in Data</GoToData>}>
          Regression needs a treatment arm or covariates.
        </EmptyState>
      ) : (
        <Models />
      )}
    </ResultPanel>
  );
}

function Models() {
  const { arm } = setup.value;
  const computedModels = models.value.filter(({ table }) => answered(table) !== null);
  const { warnings, problems } = messages.value;
  const some = computedModels.length > 0;
  return (
    <>
      {some && (
        <Lede>
          <Prose text={lede(computedModels, arm, labelOf)} />
        </Lede>
      )}
      <Warnings items={warnings} />
      <ProblemBlock items={problems} />
      {some && (
        <>
          <StatTable model={regressionTable(computedModels, labelOf)} />
          <Method shownModels={computedModels} />
          <Details shownModels={computedModels} />
        </>
      )}
    </>
  );
}

function Method({ shownModels }: { shownModels: readonly ModelAnswers[] }) {
  const [first] = shownModels;
  const terms = first === undefined ? [] : enteredTerms(first);
  const all = first === undefined ? [] : [...new Set(rowsOf(first).map(({ name }) => name))];
  const facts = shownModels.flatMap(({ words, table }) => {
    const value = answered(table)?.value;
    if (value === undefined) return [];
    const perTerm =
      value.eventsPerVariable === null
        ? []
        : [`${full.expected(value.eventsPerVariable)} ${words.events} per coefficient`];
    const concordance =
      value.concordance === null ? [] : [`concordance ${ratio(value.concordance.value)}`];
    return [`${words.title}: ${listed([...perTerm, ...concordance])}.`];
  });
  return (
    <MethodLine>
      Cox models, Efron ties, Wald intervals and tests. {entered(terms.length, all.length)}{' '}
      {facts.join(' ')}{' '}
      {shownModels.map(({ words, table }) => {
        const answer = answered(table);
        return (
          answer !== null && (
            <span key={words.name}>
              {shownModels.length > 1 && `${words.title}: `}
              <Prose text={usedOf(answer.used, answer.excluded)} />{' '}
            </span>
          )
        );
      })}
    </MethodLine>
  );
}

function entered(terms: number, all: number): string {
  const into = 'entered into the multivariable model.';
  if (all === 1) return `The one term was ${into}`;
  if (terms === all) return `All terms were ${into}`;
  return `${terms} of ${all} terms ${terms === 1 ? 'was' : 'were'} ${into}`;
}

function Details({ shownModels }: { shownModels: readonly ModelAnswers[] }) {
  const fitted = shownModels.flatMap(({ words, model }) => {
    const value = answered(model)?.value;
    return value === undefined ? [] : [{ title: words.title, model: value }];
  });
  const global = fitted.flatMap(({ model }) => model.proportionalHazards?.global.p ?? []);
  const setting = global.flatMap((value, index) => [
    ...(index === 0 ? [] : [' and ']),
    ...rich`${p}${pEquals(value)}`,
  ]);
  return (
    <Disclosures>
      <Disclosure name="All numbers" setting="coefficients, standard errors, tests of the models">
        {fitted.map(({ title, model }) => (
          <ModelNumbers key={title} title={title} model={model} labelOf={labelOf} />
        ))}
      </Disclosure>
      {global.length > 0 && (
        <Disclosure
          name="Check the proportional-hazards assumption"
          setting={<Prose text={['all terms: ', ...setting]} />}
        >
          <p class="prose">
            A small <i>p</i> says that the effect of a term changes during follow-up: its hazard
            ratio is then an average over it.
          </p>
          {fitted.map(({ title, model }) => (
            <HazardsTable key={title} title={title} model={model} labelOf={labelOf} />
          ))}
          <p class="note">Score test of Grambsch and Therneau, as in R’s cox.zph.</p>
        </Disclosure>
      )}
    </Disclosures>
  );
}
