/** More weeks than ten years are a slip of the pen. */
const mostWeeks = 520;

/** How long stable disease must last, in weeks, with decimal point or comma; null: not such a number. */
export function readWeeks(typed: string): number | null {
  const written = typed.trim().replace(',', '.');
  const weeks = /^\d+(\.\d+)?$|^\.\d+$/.test(written) ? Number(written) : NaN;
  return weeks > 0 && weeks <= mostWeeks ? weeks : null;
}
