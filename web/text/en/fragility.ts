// The fragility index of response rates.
import { p, rich, strong, type RichText } from '../../base/rich-text.ts';
import { counted } from './grammar.ts';

export const fragility = {
  name: 'Fragility index',
  /** "ORR 2 patients" */
  settingOf: (rate: string, index: string) => `${rate} ${index}`,
  noIndex: 'none',
  text: 'How many patients a significant difference hangs on.',
  sentence: (rate: string, n: number, arm: string, before: string, after: string, share: string) =>
    rich`${rate}: if ${strong(counted(n, 'patient'))} more with ${arm} had had it, ${p} of Fisher’s exact test would not be ${before} but ${after}. That is ${share} of all patients.`,
  none: (rate: string, equals: string): RichText =>
    rich`${rate}: there is no index, as ${p}${equals} is not below 0.05 to begin with.`,
  method:
    'In the arm with the lower rate, patients without the response are counted as responders, one at a time, until p of Fisher’s exact test is no longer below 0.05. A small number says that p hangs on few patients; it says nothing about how large the difference is.',
};
