import { computed } from '@preact/signals';

import { hasBinaryOutcome, logisticIsShown } from '../data/analyses/logistic.ts';
import { parts, setOptions, setup } from '../data/store.ts';
import { ResultPanel } from '../panels/result-panel.tsx';
import { shownSetup } from '../panels/shown.ts';
import { text } from '../text/text.ts';
import { printing } from '../ui/printing.ts';
import { Button } from '../ui/button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { chosen, coxAlerts, CoxModels, coxViews, view } from './cox-models.tsx';
import { logisticAlerts, LogisticModels } from './logistic-models.tsx';

const words = text.regression;

const binary = 'binary';

const canBeBinary = computed(() => hasBinaryOutcome(setup.value));
const asksBinary = computed(() => logisticIsShown(setup.value));
/** Without any endpoint there is no switch to find it by. */
const offered = computed(
  () => !asksBinary.value && canBeBinary.value && parts.endpoints.value.length === 0,
);

const ofBinary = computed(() => logisticIsShown(shownSetup.value));

/** How many warnings and problems the panel shows. */
export const regressionAlerts = computed(() =>
  ofBinary.value ? logisticAlerts.value : coxAlerts.value,
);

/** Univariable and multivariable models: of survival endpoints, or of a binary outcome. */
export function RegressionSection() {
  // On paper nothing can be chosen: the models of survival stand there too.
  const withCox = !ofBinary.value || (printing.value && coxViews.value.length > 0);
  return (
    <ResultPanel id="regression" title={words.title} tools={<Views />}>
      {withCox && <CoxModels key="cox" />}
      {offered.value && (
        <p>
          <Button onClick={() => setOptions('logistic', { shown: true })}>{words.orBinary}</Button>
        </p>
      )}
      {withCox && ofBinary.value && <h3 class="print-only">{words.binary}</h3>}
      {ofBinary.value && <LogisticModels key="logistic" />}
    </ResultPanel>
  );
}

/** Which endpoints the models are of; nothing to choose with one outcome. */
function Views() {
  const views = coxViews.value;
  const waiting = parts.endpoints.value.map(({ name, title }) => ({ value: name, label: title }));
  const choices = [
    ...(views.length > 0 ? views : waiting),
    ...(canBeBinary.value ? [{ value: binary, label: words.binary }] : []),
  ];
  if (choices.length < 2) return null;
  return (
    <Segmented
      label={words.endpoint}
      choices={choices}
      value={asksBinary.value ? binary : view.value || waiting[0]!.value}
      onChange={(value) => {
        if (value !== binary) chosen.value = value;
        setOptions('logistic', { shown: value === binary });
      }}
    />
  );
}
