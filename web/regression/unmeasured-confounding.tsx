import { shownParts } from '../panels/shown.ts';
import { text } from '../text/text.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import type { OutcomeModels } from './answers.ts';
import { unmeasuredQuestion } from './unmeasured.ts';

const words = text.trials.unmeasured;

/** What no model of the measured columns can answer, and where to ask how much it would take. */
export function Unmeasured({ shownModels }: { shownModels: readonly OutcomeModels[] }) {
  const arm = shownParts.arm.value;
  const questions = shownModels.flatMap((answers) => unmeasuredQuestion(answers, arm) ?? []);
  if (questions.length === 0) return null;
  return (
    <Disclosure name={words.name} setting={words.setting}>
      <p class="prose">{words.text}</p>
      {questions.map(({ outcome, kind, ratio, link }) => (
        <p key={outcome} class="prose number">
          {words.ratio(kind, ratio)} <a href={link}>{words.link(outcome)}</a>
        </p>
      ))}
    </Disclosure>
  );
}
