import { levelLabel } from '../../format/words.ts';
import { Select } from '../../ui/select.tsx';
import type { Cohort } from '../cohort.ts';
import { mostArms } from '../guess.ts';
import type { ResponseCategory } from '../guess/codes.ts';
import { recistOrder } from '../guess/codes.ts';
import type { Setup } from '../setup.ts';
import { setArm, setGrade, setReference, setResponse, setResponseCategory } from '../store.ts';

interface GroupFieldsProps {
  cohort: Cohort;
  setup: Setup;
}

const none = '';

/** Which column holds the arms, the responses and the worst adverse events. */
export function GroupFields({ cohort, setup }: GroupFieldsProps) {
  const { arm, armLevels, refusedArm, response, grade } = setup;
  const guessed = (column: string | null) => column !== null && !setup.chosen.has(column);
  const columns = cohort.columns.filter(
    ({ name, values, type }) =>
      (type !== 'date' && values.length <= mostOffered) ||
      name === arm ||
      name === refusedArm ||
      name === response?.column,
  );
  const choices = [
    { value: none, label: 'None' },
    ...columns.map(({ name }) => ({ value: name, label: name })),
  ];
  const pick = (set: (column: string | null) => void) => (value: string) =>
    set(value === none ? null : value);
  return (
    <div class="group-fields">
      <Select
        label="Treatment arm"
        guessed={guessed(arm)}
        choices={choices}
        value={arm ?? refusedArm ?? none}
        onChange={pick(setArm)}
      />
      {armLevels.length > 1 && (
        <Select
          label="Reference arm"
          guessed={guessed(arm)}
          choices={armLevels
            .toSorted()
            .map((level) => ({ value: level, label: levelLabel(level) }))}
          value={armLevels[0] ?? none}
          onChange={setReference}
        />
      )}
      <Select
        label="Best response"
        guessed={guessed(response?.column ?? null)}
        choices={choices}
        value={response?.column ?? none}
        onChange={pick(setResponse)}
      />
      <Select
        label="Worst adverse event"
        guessed={guessed(grade)}
        choices={choices}
        value={grade ?? none}
        onChange={pick(setGrade)}
      />
      <ArmNote setup={setup} />
      <UnmappedResponses setup={setup} />
    </div>
  );
}

/** Any column with more different values than this holds texts, not groups. */
const mostOffered = 60;

function ArmNote({ setup: { arm, armLevels, refusedArm, types } }: { setup: Setup }) {
  if (refusedArm !== null) {
    return (
      <p class="group-note group-problem">
        {refusedArm} has {types.get(refusedArm)?.levels.length ?? 0} different values. A comparison
        needs 2 to {mostArms}. Choose another column.
      </p>
    );
  }
  if (armLevels.length > 1) return null;
  return (
    <p class="group-note">
      {arm === null ? 'Without an arm' : `${arm} has one value:`} all patients are one group, and
      nothing is compared.
    </p>
  );
}

const categoryNames: Record<ResponseCategory, string> = {
  CR: 'complete response',
  PR: 'partial response',
  SD: 'stable disease',
  PD: 'progressive disease',
  NE: 'not evaluable',
};

/** Values of the response column that are no RECIST category by themselves. */
function UnmappedResponses({ setup: { response, chosen } }: { setup: Setup }) {
  const texts = [...(response?.levels ?? [])].filter(([text, code]) => code !== text);
  if (response === null || texts.length === 0) return null;
  return (
    <fieldset class="group-note response-values">
      <legend>
        What the values of <code>{response.column}</code> mean
      </legend>
      {texts.map(([text, code]) => (
        <Select
          key={text}
          label={text}
          small
          guessed={code !== null && !chosen.has(response.column)}
          choices={[
            { value: none, label: 'Not said yet' },
            ...recistOrder.map((category) => ({
              value: category,
              label: `${category}, ${categoryNames[category]}`,
            })),
          ]}
          value={code ?? none}
          onChange={(value) =>
            setResponseCategory(text, recistOrder.find((one) => one === value) ?? null)
          }
        />
      ))}
    </fieldset>
  );
}
