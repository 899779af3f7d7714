// What a statistician would say beside Table 1.
import type { Answer, TableOne } from '../../build/wasm/riskset.js';
import { rich, type RichText } from '../base/rich-text.ts';
import { text } from '../text/text.ts';
import {
  differenceInWords,
  differencesOf,
  type LabelOf,
  type TableOneOptions,
} from './table-one.ts';

const say = text.tableOne;

export interface Told {
  claim: RichText;
  text: RichText;
}

/** From this standardised difference two arms are said to differ. */
const notable = 0.1;

/** As many rows as a sentence can name. */
const mostNamed = 5;

export function tableOneWarnings(
  { value, warnings }: Answer<'tableOne'>,
  options: TableOneOptions,
  labelOf: LabelOf,
): Told[] {
  if (value.arms.length < 2 || !options.tests) return [];
  const small = warnings
    .filter(({ code }) => code === 'smallExpectedCounts')
    .map(({ column }) => labelOf(column));
  return [
    {
      claim: say.describes.claim,
      text: rich`${say.describes.unlessDrawn} ${differing(value, labelOf)}`,
    },
    ...(small.length === 0
      ? []
      : [{ claim: rich`${say.small.claim(small)}`, text: rich`${say.small.text}` }]),
  ];
}

function differing(table: TableOne, labelOf: LabelOf): string {
  const apart = differencesOf(table)
    .filter(({ value }) => value !== null && Math.abs(value) >= notable)
    .toSorted((a, b) => Math.abs(b.value!) - Math.abs(a.value!));
  if (apart.length === 0) return say.describes.alike;
  const named = apart
    .slice(0, mostNamed)
    .map((own) => say.describes.of(labelOf(own.variable), differenceInWords(own)));
  const rest = apart.length - named.length;
  return say.describes.differ(rest === 0 ? named : [...named, say.describes.more(rest)]);
}
