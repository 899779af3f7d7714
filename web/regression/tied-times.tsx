import { tiesAnalyses } from '../data/analyses/model-checks.ts';
import { analysedCohort } from '../data/changes/kept-rows.ts';
import { coarseTies } from '../data/checks/ties.ts';
import { counted } from '../format/words.ts';
import { count } from '../format/numbers.ts';
import { shownCohort, shownParts, shownSetup } from '../panels/shown.ts';
import { text } from '../text/text.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import {
  EachModel,
  fittedModels,
  isPenalised,
  Refused,
  type ModelsProps,
} from './checked-models.tsx';
import { tiesSentence } from './ties-sentence.ts';

const words = text.modelChecks.ties;

/** Where times are whole months with many ties: how far the rule for ties matters. */
export function TiedTimes(props: ModelsProps) {
  const loaded = shownCohort.value;
  const setup = shownSetup.value;
  if (loaded === null || isPenalised()) return null;
  const tied = fittedModels(props).flatMap((model) => {
    const ties = coarseTies(analysedCohort(loaded, setup), setup, model.endpoint);
    return ties === null ? [] : [{ model, ties }];
  });
  const [first] = tied;
  if (first === undefined) return null;
  const shared = tied.map(({ model, ties }) => {
    const { event, events } = model.answers.words;
    return words.shared(count(ties.tied), counted(ties.events, event, events));
  });
  return (
    <Disclosure
      whileOpen
      name={words.name(first.model.endpoint.unit)}
      setting={words.setting(shared)}
    >
      <EachModel models={tied.map(({ model }) => model)} ask={tiesAnalyses}>
        {({ endpoint }, results) => {
          const said = tiesSentence(results, endpoint, shownParts.arm.value, props.labelOf);
          return said === null ? (
            <Refused results={results} id={`ties:efron:${endpoint.name}`} />
          ) : (
            <p class="prose number">{said}</p>
          );
        }}
      </EachModel>
      <p class="note">{words.note}</p>
    </Disclosure>
  );
}
