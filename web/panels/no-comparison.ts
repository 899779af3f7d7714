import { text } from '../text/text.ts';
import type { Message } from '../ui/messages.tsx';

const say = text.panels.noComparison;

/** Why nothing is compared, in the words of the person who can change it. */
export function noComparison(arm: string | null, what: string): Message {
  return { claim: say.claim, text: arm === null ? say.noArm(what) : say.oneArm(arm, what) };
}
