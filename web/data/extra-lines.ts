// Lines of a spreadsheet that are no patients: a title over the table, names that stand in two
// lines, units below the names, totals and footnotes at the end. Each is recognised only where it
// cannot be a patient, left out, and told.
import { listed } from '../format/words.ts';
import { text } from '../text/text.ts';
import { inLanguages } from './guess/words.ts';

export interface Lines {
  names: string[];
  rows: string[][];
  notes: string[];
}

const says = text.data.extraLines;

const filled = (line: readonly string[]) => line.filter((cell) => cell.trim() !== '');
const isNumber = (cell: string) => /^[+-]?[\d.,]+%?$/.test(cell.trim());

/** The lines from the first that is not empty, sorted into names and patients. */
export function withoutExtraLines(lines: readonly string[][]): Lines {
  const notes: string[] = [];
  const { names, rest } = headOf(lines, notes);
  const rows = [...rest];
  if (rows.length > 1 && isUnits(rows[0]!, rows.slice(1))) {
    notes.push(says.units(listed(filled(rows[0]!).slice(0, mostNamed))));
    rows.shift();
  }
  while (rows.length > 1 && isEnding(rows.at(-1)!, names)) {
    notes.push(says.ending(filled(rows.at(-1)!)[0]!.trim()));
    rows.pop();
  }
  return { names, rows, notes };
}

const mostNamed = 3;

function headOf(
  lines: readonly string[][],
  notes: string[],
): { names: string[]; rest: string[][] } {
  const [first = [], second = [], ...others] = lines;
  const width = second.length;
  const secondNames = filled(second).length === width && !second.some(isNumber);
  // "Study X, cut-off March" in one cell over a table of several columns.
  if (filled(first).length === 1 && width > 2 && secondNames && others.length > 0) {
    notes.push(says.title(filled(first)[0]!.trim()));
    return { names: second, rest: others };
  }
  const gaps = first.length - filled(first).length;
  const spanned = first.length === width && gaps > 0 && filled(first).length > 1;
  // Names over merged cells leave gaps that the line below fills; a patient has numbers.
  if (!spanned || !secondNames || new Set(second).size + gaps < width || others.length === 0) {
    return { names: first, rest: lines.slice(1) };
  }
  let over = '';
  const names = second.map((name, at) => {
    const above = first[at]!.trim();
    if (above !== '') over = above;
    return over === '' || over === name.trim() ? name : `${over} ${name.trim()}`;
  });
  notes.push(says.twoLines(names.at(-1)!));
  return { names, rest: others };
}

const units = new Set(
  inLanguages({
    en: 'months, month, days, weeks, years, year, yyyy-mm-dd, dd/mm/yyyy, mm/dd/yyyy, yes/no, y/n, 0/1, 1/0, 0-5, 1-5, m/f, %, kg, cm, kg/m2, kg/m², g/l, g/dl, mg/dl, mg/l, u/l, iu/l, ng/ml, 10^9/l, 10^3/ul, mm, text, number, date',
    de: 'monate, tage, wochen, jahre, tt.mm.jjjj, ja/nein, j/n, m/w, datum',
    es: 'meses, días, años, dd/mm/aaaa, sí/no, si/no',
    zh: '月, 天, 年, 岁, 是/否',
  }),
);

/** A line of units says something for a column of numbers, and holds no value itself. */
function isUnits(line: readonly string[], rows: readonly string[][]): boolean {
  const cells = line.flatMap((cell, at) => (cell.trim() === '' ? [] : [{ cell, at }]));
  const unit = (cell: string) =>
    units.has(
      cell
        .trim()
        .toLowerCase()
        .replace(/^[([]|[)\]]$/g, ''),
    );
  if (cells.length === 0 || !cells.every(({ cell }) => unit(cell))) return false;
  return cells.some(({ at }) =>
    rows.every((row) => isNumber(row[at] ?? '') || row[at]?.trim() === ''),
  );
}

const totals =
  /^(total|totals|sum|mean|median|average|n|count|summe|gesamt|mittelwert|anzahl|suma|media|promedio|mediana|moyenne|合计|总计|平均|均值|中位数)\s*[:=]?\s*\d*$/i;

/** A total, or a remark of several words alone on its line. */
function isEnding(line: readonly string[], names: readonly string[]): boolean {
  const cells = filled(line).map((cell) => cell.trim());
  const [first = ''] = cells;
  if (totals.test(first)) return !isNumber(first);
  return cells.length === 1 && names.length > 2 && /\p{L}.*\s.*\p{L}.*\s.*\p{L}/u.test(first);
}
