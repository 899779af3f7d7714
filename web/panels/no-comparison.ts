import type { Message } from '../ui/messages.tsx';

/** Why nothing is compared, in the words of the person who can change it. */
export function noComparison(arm: string | null, what: string): Message {
  const text =
    arm === null
      ? `no column is chosen as the treatment arm, so ${what} are left out.`
      : `all patients have the same value in ${arm}, so ${what} are left out.`;
  return { claim: 'No comparison:', text };
}
