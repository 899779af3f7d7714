import { levelLabel } from '../../format/words.ts';
import { text } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Select } from '../../ui/select.tsx';
import type { Cohort } from '../cohort.ts';
import { mayBeGrade, mostArms } from '../guess.ts';
import { recistOrder } from '../guess/codes.ts';
import type { Setup } from '../setup.ts';
import {
  setArm,
  setFirstResponse,
  setGrade,
  setReference,
  setResponse,
  setResponseCategory,
} from '../store.ts';
import { LevelsEditor } from './levels/levels-editor.tsx';

const words = text.data.groups;

interface GroupFieldsProps {
  cohort: Cohort;
  setup: Setup;
}

const none = '';

/** Which column holds the arms, the responses and the worst adverse events. */
export function GroupFields({ cohort, setup }: GroupFieldsProps) {
  const { arm, armLevels, refusedArm, response, firstResponse, grade } = setup;
  const guessed = (column: string | null) => column !== null && !setup.chosen.has(column);
  const columns = cohort.columns.filter(
    ({ name, values, type }) =>
      (type !== 'date' && values.length <= mostOffered) ||
      name === arm ||
      name === refusedArm ||
      name === response?.column,
  );
  const choices = [
    { value: none, label: words.none },
    ...columns.map(({ name }) => ({ value: name, label: name })),
  ];
  const pick = (set: (column: string | null) => void) => (value: string) =>
    set(value === none ? null : value);
  return (
    <div class="group-fields">
      <Select
        label={words.arm}
        guessed={guessed(arm)}
        choices={choices}
        value={arm ?? refusedArm ?? none}
        onChange={pick(setArm)}
      />
      {armLevels.length > 1 && (
        <Select
          label={words.reference}
          guessed={guessed(arm)}
          choices={armLevels
            .toSorted()
            .map((level) => ({ value: level, label: levelLabel(level) }))}
          value={armLevels[0] ?? none}
          onChange={setReference}
        />
      )}
      <Select
        label={words.response}
        guessed={guessed(response?.column ?? null)}
        choices={choices}
        value={response?.column ?? none}
        onChange={pick(setResponse)}
      />
      {response !== null && (
        <Select
          label={words.firstResponse}
          guessed={guessed(firstResponse)}
          choices={[
            { value: none, label: words.none },
            ...cohort.columns
              .filter(({ name }) => setup.types.get(name)?.type !== 'category')
              .map(({ name }) => ({ value: name, label: name })),
          ]}
          value={firstResponse ?? none}
          onChange={pick(setFirstResponse)}
        />
      )}
      <Select
        label={words.grade}
        guessed={guessed(grade)}
        choices={choices}
        value={grade ?? none}
        onChange={pick(setGrade)}
      />
      <ArmNote cohort={cohort} setup={setup} />
      <GradeHint cohort={cohort} setup={setup} />
      <UnmappedResponses setup={setup} />
    </div>
  );
}

/** Any column with more different values than this holds texts, not groups. */
const mostOffered = 60;

/** Why nothing is compared, and the levels of the arm where there are some to order or merge. */
function ArmNote({ cohort, setup }: GroupFieldsProps) {
  const { arm, armLevels, refusedArm, types } = setup;
  if (refusedArm !== null) {
    const values = types.get(refusedArm)?.levels.length ?? 0;
    return (
      <div class="group-note">
        <p class="group-problem">{words.refusedArm(refusedArm, values, mostArms)}</p>
        {values <= mostOffered && (
          <LevelsEditor cohort={cohort} setup={setup} column={refusedArm} />
        )}
      </div>
    );
  }
  const merged = arm === null ? 0 : (types.get(arm)?.merge.size ?? 0);
  if (arm !== null && armLevels.length + merged > 1) {
    return (
      <div class="group-note">
        <Disclosure
          name={words.levelsOf(arm)}
          setting={armLevels.map((level) => levelLabel(level)).join(', ')}
          open={merged > 0}
        >
          <LevelsEditor cohort={cohort} setup={setup} column={arm} />
        </Disclosure>
      </div>
    );
  }
  return <p class="group-note">{arm === null ? words.withoutArm : words.oneArm(arm)}</p>;
}

/** A plain "grade" that was taken as the tumour's: only a person knows. */
function GradeHint({ cohort, setup }: GroupFieldsProps) {
  const candidate = cohort.columns.find(
    (column) => setup.covariates.includes(column.name) && mayBeGrade(column),
  );
  if (setup.grade !== null || candidate === undefined || setup.chosen.has(candidate.name)) {
    return null;
  }
  return (
    <p class="group-note group-hint">
      {words.mayBeGrade(candidate.name)}
      <Button kind="small" onClick={() => setGrade(candidate.name)}>
        {words.isGrade(candidate.name)}
      </Button>
    </p>
  );
}

/** Values of the response column that are no RECIST category by themselves. */
function UnmappedResponses({ setup: { response, chosen } }: { setup: Setup }) {
  const texts = [...(response?.levels ?? [])].filter(([value, code]) => code !== value);
  if (response === null || texts.length === 0) return null;
  return (
    <fieldset class="group-note response-values">
      <legend>
        {words.meansBefore} <code>{response.column}</code> {words.meansAfter}
      </legend>
      {texts.map(([written, code]) => (
        <Select
          key={written}
          label={written}
          small
          guessed={code !== null && !chosen.has(response.column)}
          choices={[
            { value: none, label: words.notSaid },
            ...recistOrder.map((category) => ({
              value: category,
              label: `${category}, ${words.categories[category]}`,
            })),
          ]}
          value={code ?? none}
          onChange={(value) =>
            setResponseCategory(written, recistOrder.find((one) => one === value) ?? null)
          }
        />
      ))}
    </fieldset>
  );
}
