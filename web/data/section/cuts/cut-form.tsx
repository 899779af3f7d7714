import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { AnalysisResult } from '../../../../build/wasm/riskset.js';
import { problemText } from '../../../engine/problem-text.ts';
import { text } from '../../../text/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { cutLabels } from '../../changes/cut-labels.ts';
import { askCutPoints } from '../../changes/follow.ts';
import type { Cohort } from '../../cohort.ts';
import type { Setup } from '../../setup.ts';
import { askBeside, cutColumn } from '../../store.ts';
import './cuts.css';
import { type Asked, askedBy, freeName, type Way, ways } from './cut-ways.ts';

const words = text.data.cuts;

interface CutFormProps {
  cohort: Cohort;
  setup: Setup;
  column: string;
  onDone: () => void;
}

/** Cuts a number into groups: the engine says where, and who would be in them. */
export function CutForm({ cohort, setup, column, onDone }: CutFormProps) {
  const [way, setWay] = useState<Way>('median');
  const [typed, setTyped] = useState('');
  const { header } = cohort.table;
  const [name, setName] = useState(freeName(column, header));
  const form = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => form.current?.querySelector('select')?.focus(), []);
  const { asked, problem } = askedBy(way, typed);
  const result = useCutPoints(cohort, setup, column, asked);
  const value = result?.ok === true && result.method === 'cutPoints' ? result.value : null;
  const at = value === null ? [] : Array.from(value.at);
  const labels = value === null ? [] : cutLabels(at);
  const patients = value?.groups.map(({ n }) => n) ?? [];
  const empty = labels.filter((_, group) => patients[group] === 0);
  const inGroups = patients.reduce((sum, n) => sum + n, 0);
  const missing = cohort.table.rows - setup.exclude.length - inGroups;
  const ready = value !== null && empty.length === 0;
  // The keyboard goes back to the button that opened the form.
  const leave = () => {
    const above = form.current?.closest('tr')?.previousElementSibling;
    above?.querySelector<HTMLElement>('button[aria-expanded=true]')?.focus();
    onDone();
  };
  const add = () => {
    if (!ready || asked === null) return;
    leave();
    const cut = { name, cut: column, at, quantiles: asked.quantiles, labels };
    cutColumn(cut, words.label(setup.types.get(column)?.label ?? column));
  };
  return (
    <div
      ref={form}
      class="cut-form"
      role="group"
      aria-label={words.cutOf(column)}
      onKeyDown={(event) => event.key === 'Escape' && leave()}
    >
      <div class="cut-fields">
        <Select
          label={words.how}
          choices={ways.map((one) => ({ value: one, label: words.ways[one] }))}
          value={way}
          onChange={setWay}
        />
        {(way === 'values' || way === 'quantiles') && (
          <TextField
            key={way}
            label={way === 'values' ? words.values : words.percentiles}
            hint={way === 'values' ? words.valuesHint : words.percentilesHint}
            value={typed}
            onCommit={(written) => {
              setTyped(written);
              return askedBy(way, written).problem;
            }}
          />
        )}
        <TextField
          label={words.name}
          value={name}
          onCommit={(written) => {
            const wanted = written.trim();
            if (wanted === '') return words.nameNeeded;
            if (header.includes(wanted)) return words.nameTaken(wanted);
            setName(wanted);
            return null;
          }}
        />
      </div>
      <p class="cut-preview" role="status">
        {problem === null && result?.ok === false && problemText(result.problem)}
        {value !== null &&
          words.preview(
            labels.map((label, group) => ({ label, patients: patients[group]! })),
            missing,
          )}
        {empty.length > 0 && ` ${words.nobody(empty)}`}
      </p>
      {way !== 'values' && <p class="note">{words.ofThesePatients}</p>}
      <div class="cut-buttons">
        <Button disabled={!ready} onClick={add}>
          {words.add}
        </Button>
        <Button kind="link" onClick={leave}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}

/** null: nothing is asked, or not answered yet. */
function useCutPoints(
  cohort: Cohort,
  setup: Setup,
  column: string,
  asked: Asked | null,
): AnalysisResult | null {
  const [answer, setAnswer] = useState<{ key: string; result: AnalysisResult | null } | null>(null);
  const key = JSON.stringify([column, asked]);
  const { edits, exclude, types } = setup;
  useEffect(() => {
    if (asked === null) return undefined;
    const control = new AbortController();
    askCutPoints(askBeside, { cohort, setup }, { cut: column, ...asked }, control.signal)
      .then((result) => !control.signal.aborted && setAnswer({ key, result }))
      .catch(() => undefined); // stopped: another cut is asked for
    return () => control.abort();
  }, [cohort, key, edits, exclude, types]);
  return answer?.key === key && asked !== null ? answer.result : null;
}
