// What the Patients section warns of, and who is left out, with their rows.
import type { Exclusion } from '../../build/wasm/riskset.js';
import { CohortRows } from '../data/section/cohort-rows.tsx';
import { count } from '../format/numbers.ts';
import { listed } from '../format/words.ts';
import { problemMessages } from '../panels/messages.tsx';
import { answered } from '../panels/outcomes.ts';
import { shownCohort, shownParts } from '../panels/shown.ts';
import { text } from '../text/text.ts';
import type { Message } from '../ui/messages.tsx';
import { Prose } from '../ui/prose.tsx';
import type { EndpointFollowUp, PatientsAnswers } from './answers.ts';
import { differingFollowUp } from './sentences.ts';
import { shownLabel } from './table-one-part.tsx';
import { tableOneWarnings } from './table-one-warnings.ts';

const say = text.patients;

export function warningsOf(answers: PatientsAnswers): Message[] {
  const differs = differingFollowUp(answers);
  const table = answered(answers.tableOne);
  return [
    ...(table === null
      ? []
      : tableOneWarnings(table, shownParts.options.value.tableOne, shownLabel).map(
          (told): Message => ({
            claim: <Prose text={told.claim} />,
            text: <Prose text={told.text} />,
          }),
        )),
    ...(differs === null ? [] : [{ claim: say.differs.claim, text: differs }]),
  ];
}

export function problemsOf({ tableOne, endpoints }: PatientsAnswers): Message[] {
  return problemMessages([
    { missing: text.tableOne.refused, outcome: tableOne },
    ...endpoints.map(({ followUp, words }) => ({
      missing: text.shared.noFollowUp(words.inSentence),
      outcome: followUp,
    })),
  ]);
}

/** Who is left out of each endpoint, and why. */
export function leftOut({ endpoints }: PatientsAnswers): Message[] {
  return endpoints.flatMap((one) => {
    const excluded = answered(one.followUp)?.excluded ?? [];
    return excluded.length === 0 ? [] : [leftOutOf(one, excluded)];
  });
}

function leftOutOf({ words }: EndpointFollowUp, excluded: readonly Exclusion[]): Message {
  const rows = excluded.map(({ row }) => row);
  const columns = [...new Set(excluded.map(({ column }) => column))].filter((name) => name !== '');
  const [identifier] = shownParts.identifiers.value;
  const loaded = shownCohort.value;
  return {
    claim: say.leftOut.claim(excluded.length, words.inSentence),
    text: `${listed(reasonsOf(excluded))}.`,
    ...(loaded !== null && {
      rows: {
        count: rows.length,
        content: () => (
          <CohortRows
            cohort={loaded}
            label={say.leftOut.rows(words.inSentence)}
            rows={rows}
            columns={identifier === undefined ? columns : [identifier, ...columns]}
            emphasised={columns}
          />
        ),
      },
    }),
  };
}

function reasonsOf(excluded: readonly Exclusion[]): string[] {
  const groups = new Map<string, { own: Exclusion; patients: number }>();
  for (const own of excluded) {
    const key = `${own.why}\n${own.column}\n${own.why === 'missing' ? '' : own.detail}`;
    groups.set(key, { own, patients: (groups.get(key)?.patients ?? 0) + 1 });
  }
  return [...groups.values()].map(({ own, patients }) => {
    const n = count(patients);
    if (own.why === 'missing') return say.leftOut.without(n, own.column);
    if (own.why === 'afterCutoff') return say.leftOut.afterCutoff(n);
    return own.detail === '' ? say.leftOut.byYou(n) : say.leftOut.because(n, own.detail);
  });
}
