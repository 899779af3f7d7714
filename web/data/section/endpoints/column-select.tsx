import { text } from '../../../text/text.ts';
import { Select } from '../../../ui/select.tsx';
import type { Setup } from '../../setup.ts';

const words = text.data.endpoints;

/** Stands for no column. */
const none = '';

interface ColumnSelectProps {
  label: string;
  setup: Setup;
  columns: readonly string[];
  /** What no column stands for. */
  nothing?: string;
  /** What choosing a column means; its name, where that says it. */
  labelOf?: (column: string) => string;
  /** Choices beside the columns. */
  more?: readonly { value: string; label: string }[];
  value: string | null;
  onChange: (column: string | null) => void;
}

/** One of the columns of an endpoint; dashed where it was guessed. */
export function ColumnSelect(props: ColumnSelectProps) {
  const { label, setup, columns, nothing = words.chooseColumn, more = [], value, onChange } = props;
  const { labelOf = (column: string) => column } = props;
  return (
    <Select
      label={label}
      small
      guessed={
        value !== null && more.every((one) => one.value !== value) && !setup.chosen.has(value)
      }
      choices={[
        { value: none, label: nothing },
        ...columns.map((column) => ({ value: column, label: labelOf(column) })),
        ...more,
      ]}
      value={value ?? none}
      onChange={(column) => onChange(column === none ? null : column)}
    />
  );
}
