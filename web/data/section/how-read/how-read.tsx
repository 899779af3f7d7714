import { useEffect, useRef, useState } from 'preact/hooks';

import { text } from '../../../text/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Select } from '../../../ui/select.tsx';
import type { Cohort } from '../../cohort.ts';
import { type Delimiter, delimiters } from '../../read-csv.ts';
import type { ReadOptions } from '../../read-options.ts';
import { addRowsOf, canAddRows } from '../../store.ts';
import { fileTypes } from '../../text/decode.ts';
import { type Encoding, encodings } from '../../text/encodings.ts';
import { type Field, readWith, takeChanged } from './changed.ts';
import { howReadSentence } from './sentences.ts';
import './how-read.css';

const words = text.data.howRead;

/** As what the file was read, each part of which can be changed. */
export function HowRead({ cohort }: { cohort: Cohort }) {
  const [changed] = useState(takeChanged);
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (changed === null) return;
    const field = fields.current?.querySelector<HTMLElement>(`[data-field=${changed}] select`);
    field?.focus({ preventScroll: true });
  }, [changed]);
  return (
    <div class="screen-only">
      <Disclosure
        id="how-read"
        name={words.heading}
        setting={howReadSentence(cohort)}
        open={changed !== null}
      >
        <div ref={fields}>
          <Fields cohort={cohort} />
          {canAddRows(cohort) && <AddRows />}
        </div>
      </Disclosure>
    </div>
  );
}

/** An arm may stand in a file of its own. */
function AddRows() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="how-read-add">
      <Button kind="small" onClick={() => input.current?.click()}>
        {words.addFile}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={fileTypes}
        aria-label={words.addFile}
        onChange={async (event) => {
          const field = event.currentTarget;
          const file = field.files?.[0];
          if (file !== undefined) await addRowsOf(file);
          field.value = ''; // so that the same file can be chosen again
        }}
      />
    </div>
  );
}

interface Part {
  field: Field;
  label: string;
  choices: { value: string; label: string }[];
  value: string;
  asOption: (value: string) => ReadOptions;
}

function Fields({ cohort }: { cohort: Cohort }) {
  // What could not be read is not chosen: the fields show again how the table was read.
  const [refusals, setRefusals] = useState(0);
  const { asked } = cohort.how;
  return (
    <div class="how-read-fields" key={refusals}>
      {partsOf(cohort).map(({ field, label, choices, value, asOption }) => (
        <div data-field={field} key={field}>
          <Select
            label={label}
            choices={choices}
            value={value}
            guessed={asked[field] === undefined}
            onChange={async (chosen) => {
              if (!(await readWith(field, asOption(chosen)))) setRefusals(refusals + 1);
            }}
          />
        </div>
      ))}
    </div>
  );
}

function partsOf({ how, encoding, delimiter, decimal }: Cohort): Part[] {
  const { kind, samples, sheets, headerRow, headerRows, beginning } = how;
  const parts: Part[] = [];
  if (kind === 'file' && encoding !== null) {
    const sample = new Map<string, string>(samples.map((one) => [one.encoding, one.text]));
    parts.push({
      field: 'encoding',
      label: words.encoding,
      choices: encodings.map((one) => ({
        value: one,
        label: words.encodingOf(words.encodings[one], sample.get(one) ?? null),
      })),
      value: encoding,
      asOption: (value) => ({ encoding: value as Encoding }),
    });
  }
  if (kind === 'files' && how.sheet !== null) {
    const all = '';
    const { together } = how;
    parts.push({
      field: 'sheet',
      label: words.file,
      choices: [
        ...(together === null ? [] : [{ value: all, label: words.allFiles }]),
        ...sheets.map(({ name }) => ({ value: name, label: name })),
      ],
      value: together?.read === true ? all : how.sheet,
      asOption: (value) => (value === all ? { sheets: together?.sheets ?? [] } : { sheet: value }),
    });
  } else if (how.sheet !== null) {
    parts.push({
      field: 'sheet',
      label: words.sheet,
      choices: sheets.map(({ name, hidden }) => ({
        value: name,
        label: hidden ? words.hiddenSheet(name) : name,
      })),
      value: how.sheet,
      asOption: (value) => ({ sheet: value }),
    });
  }
  if (delimiter !== null) {
    parts.push({
      field: 'delimiter',
      label: words.delimiter,
      choices: delimiters.map((one) => ({ value: one, label: words.delimiters[one] })),
      value: delimiter,
      asOption: (value) => ({ delimiter: value as Delimiter }),
    });
  }
  parts.push(
    {
      field: 'decimal',
      label: words.decimal,
      choices: (['.', ','] as const).map((one) => ({ value: one, label: words.decimals[one] })),
      value: decimal,
      asOption: (value) => ({ decimal: value === ',' ? ',' : '.' }),
    },
    {
      field: 'headerRow',
      label: words.headerRow,
      choices: [
        { value: '0', label: words.noHeader },
        ...beginning.map(({ line, text: shown }) => ({
          value: String(line),
          label: words.lineOf(line, shown),
        })),
      ],
      value: String(headerRow),
      asOption: (value) => ({ headerRow: Number(value), headerRows: 1 }),
    },
  );
  if (headerRow > 0) {
    parts.push({
      field: 'headerRows',
      label: words.headerRows,
      choices: ['1', '2', '3'].map((lines) => ({ value: lines, label: lines })),
      value: String(headerRows),
      asOption: (value) => ({ headerRow, headerRows: Number(value) }),
    });
  }
  return parts;
}
