// From what is to be shared to the text that is sent, with the review of what it holds.
import type { AnalysisResult } from '../../build/wasm/riskset.js';
import { buildAnalysisFile } from '../data/analysis-file.ts';
import { originalOf } from '../data/cohort.ts';
import { fingerprintOf } from '../data/fingerprint.ts';
import { askBeside, run } from '../data/store.ts';
import { tableOf } from '../data/tables/linked.ts';
import { openEventTable } from '../data/tables/opened.ts';
import { isWithoutRows } from '../data/without-rows.ts';
import { text as catalogue } from '../text/text.ts';
import type { Kind } from './envelope.ts';
import {
  answerWithoutWords,
  eventWordsKept,
  withoutDecidedWords,
  withoutEventWords,
} from './event-words.ts';
import { withoutColumns } from './free-text.ts';
import { textOf } from './link.ts';
import { sharedResults } from './open.ts';
import { resultsDocument } from './results.ts';
import {
  type About,
  type Review,
  reviewOfResults,
  reviewOfSettings,
  wordsStaying,
} from './review.ts';
import { reviewOfRows } from './review-rows.ts';
import { type Prepared, preparedRows } from './rows.ts';
import { canEncrypt } from './secret.ts';
import { settingsDocument } from './settings.ts';

const words = catalogue.share;

type Content =
  { kind: 'results' | 'settings'; text: string } | { kind: 'rows'; prepared: Prepared };

export type Made = { ok: true; content: Content; review: Review } | { ok: false; problem: string };

export type KindOfTable = Exclude<Kind, 'paper'>;

export async function makeReview(
  kind: KindOfTable,
  about: About,
  stop: AbortSignal,
): Promise<Made> {
  const { cohort, setup, texts } = about;
  const { eventTable } = setup;
  const events = openEventTable.peek();
  const wordsKept =
    eventTable === null ? [] : eventWordsKept(events, eventTable, about.putBack?.events);
  const saying = (review: Review): Review => ({
    ...review,
    kept: [...review.kept, ...wordsStaying(eventTable, wordsKept)],
  });
  const described = withoutColumns(setup, texts);
  if (isWithoutRows(cohort)) {
    const shared = sharedResults(originalOf(cohort));
    if (kind !== 'results' || shared === null) {
      return { ok: false, problem: words.notReady.withoutRows };
    }
    const { text, document } = shared;
    return { ok: true, content: { kind, text }, review: reviewOfResults(about, document) };
  }
  if (kind === 'settings') {
    const safe = {
      ...described,
      eventTable: eventTable && withoutDecidedWords(eventTable, wordsKept),
    };
    const document = settingsDocument(cohort, safe, await fingerprintOf(cohort));
    const text = await textOf(document);
    return { ok: true, content: { kind, text }, review: saying(reviewOfSettings(about, document)) };
  }
  if (kind === 'rows') {
    if (!canEncrypt()) return { ok: false, problem: words.passphrase.noCrypto };
    const prepared = preparedRows(cohort, described, events, about.putBack);
    return { ok: true, content: { kind, prepared }, review: reviewOfRows(about, prepared) };
  }
  const { state, version, results } = run.peek();
  if (state !== 'done') return { ok: false, problem: words.notReady.computing };
  const { analyses } = buildAnalysisFile(cohort, described);
  const ofCohort = analyses.filter((analysis) => tableOf(analysis) === null);
  const answers = new Map(
    [...results].map(([id, answer]): [string, AnalysisResult] => [
      id,
      eventTable === null ? answer : answerWithoutWords(answer, eventTable, wordsKept),
    ]),
  );
  // Without a column some questions are others; those that are not are answered already.
  for (const [id, answer] of await askBeside({ cohort, setup: described }, ofCohort, stop)) {
    answers.set(id, answer);
  }
  const safe = {
    ...described,
    eventTable: eventTable && withoutEventWords(eventTable, wordsKept),
  };
  const document = resultsDocument(cohort, safe, answers, version);
  const text = await textOf(document);
  return { ok: true, content: { kind, text }, review: saying(reviewOfResults(about, document)) };
}
