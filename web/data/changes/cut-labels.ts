// Names of the groups that cut points make.
import { tick } from '../../format/numbers.ts';
import { text } from '../../text/text.ts';

/** "< 62", "62 to < 70", "≥ 70". */
export function cutLabels(at: readonly number[]): string[] {
  const short = at.map(tick);
  // Cut points that differ by less than is printed have all their digits.
  const distinct = new Set(short).size === short.length;
  const printed = distinct ? short : at.map(String);
  const { below, between, from } = text.data.cuts.groups;
  return [
    below(printed[0]!),
    ...printed.slice(1).map((upper, place) => between(printed[place]!, upper)),
    from(printed.at(-1)!),
  ];
}
