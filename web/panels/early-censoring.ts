// Patients whose follow-up ended early without the event: if they left because they were getting
// worse, every curve is too high.
import { analysedCohort } from '../data/changes/kept-rows.ts';
import { followUp } from '../data/checks/endpoint-checks.ts';
import type { Cohort } from '../data/cohort.ts';
import { divisorOf } from '../data/endpoint-dates.ts';
import { levelTexts } from '../data/row-values.ts';
import type { EndpointSetup, Setup } from '../data/setup.ts';

/** From this share of an arm's patients it is worth a word. */
const worthAWord = 0.05;

export interface EarlyCensoring {
  before: number;
  /** Data rows, counted from 1. */
  rows: number[];
  /** How many of them each arm has, most first; the name is empty where there are no arms. */
  perArm: { arm: string; patients: number }[];
}

/** Whoever was censored before `before`, where these are at least 5% of the patients of some arm. */
export function censoredEarly(
  whole: Cohort,
  setup: Setup,
  endpoint: EndpointSetup,
  before: number,
): EarlyCensoring | null {
  const cohort = analysedCohort(whole, setup);
  const divisor = divisorOf(endpoint);
  const arms = setup.arm === null ? null : levelTexts(cohort, setup, setup.arm);
  const { times, events } = followUp(cohort, setup, endpoint);
  const all = new Map<string, number>();
  const early = new Map<string, number>();
  const rows: number[] = [];
  times.forEach((time, row) => {
    const arm = arms === null ? '' : (arms[row] ?? '');
    if (time === null || events[row] === null) return;
    if (arms !== null && !setup.armLevels.includes(arm)) return;
    all.set(arm, (all.get(arm) ?? 0) + 1);
    if (events[row] === true || time / divisor >= before) return;
    early.set(arm, (early.get(arm) ?? 0) + 1);
    rows.push(row + 1);
  });
  const told = [...early].some(([arm, count]) => count >= worthAWord * all.get(arm)!);
  if (!told) return null;
  const perArm = [...early].map(([arm, patients]) => ({ arm, patients }));
  return { before, rows, perArm: perArm.toSorted((a, b) => b.patients - a.patients) };
}
