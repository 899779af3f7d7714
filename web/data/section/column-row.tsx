import { useId, useState } from 'preact/hooks';

import type { ColumnType } from '../../../build/wasm/riskset.js';

import { count } from '../../format/numbers.ts';
import { text } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import type { Cohort } from '../cohort.ts';
import { roleChoices, type RoleKey, roleOf } from '../roles.ts';
import { contentOf, type Setup } from '../setup.ts';
import { removeCut, setRole, setType } from '../store.ts';
import type { DateOrder } from '../text/parse-cell.ts';
import { ColumnReading } from './column-reading.tsx';
import {
  levelsPlace,
  openLevels,
  openReadings,
  readingPlace,
  toggleLevels,
  toggleReading,
} from './columns-open.ts';
import { CutForm } from './cuts/cut-form.tsx';
import { CutNote } from './cuts/cut-note.tsx';
import { LevelsEditor } from './levels/levels-editor.tsx';
import { ValuePicture } from './value-picture.tsx';
import { valueText } from './value-text.ts';

interface ColumnRowProps {
  cohort: Cohort;
  setup: Setup;
  name: string;
}

const words = text.data.columns;

type Kind = 'number' | 'category' | `date:${DateOrder}`;

const kinds: readonly { value: Kind; label: string }[] = [
  { value: 'number', label: words.types.number },
  { value: 'category', label: words.types.category },
  { value: 'date:ymd', label: words.types.ymd },
  { value: 'date:dmy', label: words.types.dmy },
  { value: 'date:mdy', label: words.types.mdy },
];

/** More different values than this are texts, not groups. */
const mostCategories = 40;

/** Categories by what they are: RECIST, a grade, 0 and 1. */
function categoryLabel(role: RoleKey, values: readonly { value: string }[]): string {
  const { types } = words;
  if (values.length > mostCategories) return types.text;
  if (role === 'response') return types.recist;
  if (role === 'grade' || role === 'adverseEvent') return types.grade;
  const binary = values.length > 0 && values.every(({ value }) => value === '0' || value === '1');
  return binary ? types.zeroOne : types.category;
}

/** A column, and under it how it is read and its levels while they stand open. */
export function ColumnRow({ cohort, setup, name }: ColumnRowProps) {
  const id = useId();
  const readingId = useId();
  const type = setup.types.get(name);
  const content = contentOf(cohort, setup, name);
  if (type === undefined || content === null) return null;
  const guessed = !setup.chosen.has(name);
  const role = roleOf(setup, name);
  const kind: Kind = type.type === 'date' ? `date:${type.order}` : type.type;
  const cell = { labelHidden: true, small: true, guessed };
  const hasLevels =
    type.type === 'category' &&
    (role === 'covariate' || role === 'arm') &&
    type.levels.length + type.merge.size > 1;
  const open = hasLevels && openLevels.value.has(name);
  const cut = setup.cuts.find((one) => one.name === name);
  // Groups of a follow-up time would be groups by the outcome.
  const canBeCut =
    type.type === 'number' &&
    (role === 'covariate' || role === 'unused') &&
    content.values.length > 1;
  const [cutting, setCutting] = useState(false);
  const reading = openReadings.value.has(name);
  const showsMore = open || reading || (canBeCut && cutting);
  return (
    <>
      <tr class={showsMore ? undefined : 'row-ruled'}>
        <th scope="row">
          <code>{name}</code>
        </th>
        <td>
          {cut !== undefined && text.data.cuts.kind(cut.cut)}
          {cut === undefined && (
            <Select
              {...cell}
              label={words.typeOf(name)}
              choices={kinds.map(({ value, label }) => ({
                value,
                label: value === 'category' ? categoryLabel(role, content.values) : label,
              }))}
              value={kind}
              onChange={(value) => {
                const [changed, order] = value.split(':') as [ColumnType, DateOrder | undefined];
                setType(name, changed, order);
              }}
            />
          )}
        </td>
        <td>
          <Select
            {...cell}
            label={words.roleOf(name)}
            choices={roleChoices(cohort, setup, name)}
            value={role}
            onChange={(changed) => setRole(name, changed)}
          />
        </td>
        <td class="values">
          <div class="value-line">
            <span class="value-picture-place">
              <ValuePicture column={content} />
            </span>
            <span class="value-text">
              {valueText(content, role === 'arm' ? setup.armLevels : [])}
            </span>
            {canBeCut && (
              <Button
                kind="link"
                label={text.data.cuts.cutOf(name)}
                expanded={cutting}
                controls={`${id}-cut`}
                onClick={() => setCutting(!cutting)}
              >
                {text.data.cuts.cut}
              </Button>
            )}
            {cut !== undefined && (
              <Button
                kind="link"
                label={text.data.cuts.removeOf(name)}
                onClick={() => removeCut(name)}
              >
                {text.data.cuts.remove}
              </Button>
            )}
            {hasLevels && (
              <span id={levelsPlace(name)}>
                <Button
                  kind="link"
                  label={words.levelsOf(name)}
                  expanded={open}
                  controls={id}
                  onClick={() => toggleLevels(name)}
                >
                  {words.levels}
                </Button>
              </span>
            )}
            {cut === undefined && (
              <span id={readingPlace(name)}>
                <Button
                  kind="link"
                  label={text.data.columnReading.openOf(name)}
                  expanded={reading}
                  controls={readingId}
                  onClick={() => toggleReading(name)}
                >
                  {text.data.columnReading.open}
                </Button>
              </span>
            )}
          </div>
        </td>
        <td class="align-right missing">
          {count(content.missing)}
          <span class="missing-word">{words.missingAfter}</span>
        </td>
      </tr>
      {canBeCut && cutting && (
        <tr class={open || reading ? 'levels-row' : 'row-ruled levels-row'}>
          <td id={`${id}-cut`} colSpan={5}>
            <CutForm cohort={cohort} setup={setup} column={name} onDone={() => setCutting(false)} />
          </td>
        </tr>
      )}
      {reading && (
        <tr class={open ? 'levels-row' : 'row-ruled levels-row'}>
          <td id={readingId} colSpan={5}>
            <ColumnReading cohort={cohort} setup={setup} name={name} />
          </td>
        </tr>
      )}
      {open && (
        <tr class="row-ruled levels-row">
          <td id={id} colSpan={5}>
            {cut !== undefined && <CutNote cut={cut} setup={setup} />}
            <LevelsEditor cohort={cohort} setup={setup} column={name} />
          </td>
        </tr>
      )}
    </>
  );
}
