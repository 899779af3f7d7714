import { armsOf } from '../data/paper/analyses.ts';
import type { Claim, Measure } from '../data/paper/claim.ts';
import { text } from '../text/text.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { fieldsOf, fieldText, withArmField, withField } from './fields.ts';

const words = text.claims;
const measures = (['HR', 'OR', 'RR'] as const).map((value) => ({ value, label: value }));

/** What is printed of one result, field by field. An entry counts when it is finished. */
export function ClaimForm({ claim, onChange }: { claim: Claim; onChange: (claim: Claim) => void }) {
  const { measured, arms, plain } = fieldsOf[claim.kind];
  const put = (next: Claim) => {
    onChange(next);
    return null;
  };
  const nameOfField = (field: keyof typeof words.fields) =>
    field === 'value' && (claim.kind === 'medianWithInterval' || claim.kind === 'twoMedians')
      ? words.median
      : words.fields[field];
  return (
    <div class="claim-form">
      {arms !== undefined &&
        armsOf(claim).map((arm, at) => (
          <fieldset key={at} class="claim-fields">
            <legend>{words.groups[at as 0 | 1]}</legend>
            {arms.map((field) => (
              <TextField
                key={field}
                label={nameOfField(field)}
                numeric
                value={fieldText(arm[field])}
                onCommit={(typed) => put(withArmField(claim, at as 0 | 1, field, typed))}
              />
            ))}
          </fieldset>
        ))}
      <div class="claim-fields">
        {measured === true && (
          <Select
            label={words.fields.measure}
            choices={measures}
            value={claim.measure ?? 'HR'}
            onChange={(measure: Measure) => onChange({ ...claim, measure })}
          />
        )}
        {plain.map((field) => (
          <TextField
            key={field}
            label={nameOfField(field)}
            numeric={field !== 'test' && field !== 'unit'}
            value={claim[field] ?? ''}
            onCommit={(typed) => put(withField(claim, field, typed))}
          />
        ))}
      </div>
      {claim.kind === 'twoArmCounts' && <p class="field-hint">{words.levelsHint}</p>}
    </div>
  );
}
