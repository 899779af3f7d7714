import { count } from '../../format/numbers.ts';
import { levelLabel } from '../../format/words.ts';
import { text } from '../../text/text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Cohort } from '../cohort.ts';
import { readingsOf } from '../column-readings.ts';
import { roleChoices, isUsed, roleOf } from '../roles.ts';
import { contentOf, type Setup } from '../setup.ts';
import { openQuestions } from './questions.ts';
import { cutInWords } from './cuts/cut-words.ts';
import { readingText } from './reading-text.ts';
import { valueText } from './value-text.ts';

interface PrintedColumnsProps {
  cohort: Cohort;
  setup: Setup;
}

const words = text.data.printed;
const { heads } = text.data.columns;

/** On paper only: what documents the analysis, in place of the fields in which it was decided. */
export function PrintedColumns({ cohort, setup }: PrintedColumnsProps) {
  const names = cohort.columns.map(({ name }) => name);
  const used = names.filter((name) => isUsed(setup, name));
  const rest = names.filter((name) => !used.includes(name));
  const guessed = openQuestions(cohort, setup).flatMap(({ endpoint, alsoFor }) =>
    [endpoint, ...alsoFor].flatMap(({ event }) => event ?? []),
  );
  return (
    <div class="printed-columns print-only">
      <DataTable
        label={text.data.columns.inUse}
        caption={
          <>
            <strong>{text.data.columns.inUse}</strong> · {words.italics}
          </>
        }
        dense
        columns={[
          { head: heads.column },
          { head: heads.role },
          { head: heads.values },
          { head: heads.missing, align: 'right' },
        ]}
        rows={used.map((name) => [<code>{name}</code>, ...cellsOf(cohort, setup, name)])}
      />
      <p class="note">
        {rest.length > 0 && words.notUsed(rest)}{' '}
        {guessed.length > 0 && words.notConfirmed([...new Set(guessed)])}
      </p>
    </div>
  );
}

/** What was decided about single values. */
function decided({ arm, armLevels, cuts, response, types }: Setup, name: string): string {
  const cut = cuts.find((one) => one.name === name);
  const codes = types.get(name)?.missing ?? [];
  const read = name === response?.column ? [...response.levels] : [];
  const meanings = read.flatMap(([value, code]) =>
    code === null || code === value ? [] : [`${value} = ${code}`],
  );
  return [
    ...(cut === undefined ? [] : [words.cut(cutInWords(cut))]),
    ...(name === arm && armLevels.length > 1 ? [words.reference(levelLabel(armLevels[0]!))] : []),
    ...(meanings.length > 0 ? [words.meanings(meanings)] : []),
    ...(codes.length > 0 ? [words.countedMissing(codes)] : []),
  ].join('');
}

function cellsOf(cohort: Cohort, setup: Setup, name: string) {
  const role = roleOf(setup, name);
  const label = roleChoices(cohort, setup, name).find(({ value }) => value === role)?.label ?? '';
  const content = contentOf(cohort, setup, name);
  return [
    setup.chosen.has(name) ? label : <i>{label}</i>,
    content === null
      ? ''
      : [
          valueText(content, name === setup.arm ? setup.armLevels : []) + decided(setup, name),
          ...(readingsOf(cohort, setup, name) ?? []).map((reading) =>
            readingText(reading, content.type === 'date').replace(/\.$/, ''),
          ),
        ].join('; '),
    count(content?.missing ?? 0),
  ];
}
