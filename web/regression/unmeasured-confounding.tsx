import { shownParts } from '../panels/shown.ts';
import { text } from '../text/text.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import type { ModelAnswers } from './answers.ts';
import { unmeasuredQuestion } from './unmeasured.ts';

const words = text.trials.unmeasured;

/** What no model of the measured columns can answer, and where to ask how much it would take. */
export function Unmeasured({ shownModels }: { shownModels: readonly ModelAnswers[] }) {
  const arm = shownParts.arm.value;
  const questions = shownModels.flatMap((answers) => unmeasuredQuestion(answers, arm) ?? []);
  if (questions.length === 0) return null;
  return (
    <Disclosure name={words.name} setting={words.setting}>
      <p class="prose">{words.text}</p>
      {questions.map(({ endpoint, hazardRatio, link }) => (
        <p key={endpoint} class="prose number">
          {words.ratio(hazardRatio)} <a href={link}>{words.link(endpoint)}</a>
        </p>
      ))}
    </Disclosure>
  );
}
