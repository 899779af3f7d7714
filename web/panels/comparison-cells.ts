// A rate and a difference of two rates, as cells of a table.
import type { Proportion, TwoProportions } from '../../build/wasm/riskset.js';
import type { RateInterval } from '../data/options.ts';
import {
  ofTotal,
  percent,
  percentInterval,
  points,
  pointsInterval,
  pValue,
} from '../format/numbers.ts';
import { cell, estimate, type Cell } from '../tables/model.ts';
import { chosenTest } from './comparison-table.ts';

/** "15/49, 30.6% (18.3–45.4)" */
export function rateCell({ events, n, rate, intervals }: Proportion, interval: RateInterval): Cell {
  return estimate(`${ofTotal(events, n)}, ${percent(rate)}`, percentInterval(intervals[interval]));
}

/** The difference with its interval, and the p of the test that is quoted. */
export function differenceCells(pair: TwoProportions): [Cell, Cell] {
  return [
    estimate(points(pair.difference.value), pointsInterval(pair.difference.newcombe)),
    cell(pValue(chosenTest(pair).p)),
  ];
}
