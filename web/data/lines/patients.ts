// Lines below the column names that are no patients: units, names once more, sections, totals and
// remarks. Each is recognised only where it cannot be a patient, left out, told, and can be taken as
// a row after all.
import { inLanguages, legendOf } from '../guess/words.ts';
import { filled, isEmpty, isNumber, leftOut, type LeftOut, type Line } from './line.ts';
import { isLaterSummary, summaryTest, totalsByNumbers } from './summaries.ts';

export interface Patients {
  rows: Line[];
  leftOut: LeftOut[];
  /** Of each row, the section that it stands in; null where the file has none. */
  sections: string[] | null;
}

/** `kept`: lines that a person has said to be rows. */
export function patientsOf(
  names: readonly string[],
  lines: readonly Line[],
  kept: ReadonlySet<number>,
  leaveHidden: boolean,
): Patients {
  const out = new Map<Line, LeftOut>();
  const free = lines.filter(({ line }) => !kept.has(line));
  const leave = (kind: LeftOut['kind'], found: readonly Line[]) => {
    for (const line of found) if (!out.has(line)) out.set(line, leftOut(kind, line));
  };
  leave(
    'empty',
    free.filter(({ cells }) => isEmpty(cells)),
  );
  if (leaveHidden)
    leave(
      'hidden',
      free.filter(({ hidden }) => hidden === true),
    );
  const rest = () => lines.filter((line) => !out.has(line));
  const [first, ...others] = rest();
  if (first !== undefined && free.includes(first) && isUnits(first, others))
    leave('units', [first]);
  leave(
    'names',
    free.filter((line) => repeats(line, names)),
  );
  const movable = new Set(free);
  const { remarks, summaries } = endingsOf(lines, names, movable);
  leave('remark', remarks);
  leave('summary', summaries);
  const body = rest();
  const isSummary = summaryTest(body);
  leave(
    'summary',
    body.filter((line) => movable.has(line) && isSummary(line)),
  );
  leave(
    'summary',
    totalsByNumbers(rest()).filter((line) => movable.has(line)),
  );
  const isSection = sectionTest(body, names);
  const sections = rest().filter((line) => movable.has(line) && isSection(line));
  if (sections.length > 1 || (sections.length > 0 && rest()[0] === sections[0]))
    leave('section', sections);
  // A file whose every line looks like none of a patient is read as it stands.
  if (rest().length === 0) {
    const rows = lines.filter(({ cells }) => !isEmpty(cells));
    return { rows, leftOut: [], sections: null };
  }
  return {
    rows: rest(),
    leftOut: lines.flatMap((line) => out.get(line) ?? []),
    sections: sectionsOf(lines, out),
  };
}

const units = new Set(
  inLanguages({
    en: 'months, month, days, weeks, years, year, yyyy-mm-dd, dd/mm/yyyy, mm/dd/yyyy, yes/no, y/n, 0/1, 1/0, 0-5, 1-5, m/f, %, kg, cm, kg/m2, kg/m², g/l, g/dl, mg/dl, mg/l, u/l, iu/l, ng/ml, 10^9/l, 10^3/ul, mm, text, number, date',
    de: 'monate, tage, wochen, jahre, tt.mm.jjjj, ja/nein, j/n, m/w, datum',
    es: 'meses, días, años, dd/mm/aaaa, sí/no, si/no',
    zh: '月, 天, 年, 岁, 是/否, 月数, 个月',
    ja: 'ヶ月, か月, 日, 歳',
  }),
);

/** A line of units says something for a column of numbers, and holds no value itself. */
function isUnits({ cells }: Line, rows: readonly Line[]): boolean {
  const said = cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [{ cell, at }]));
  const unit = (cell: string) => {
    const bare = cell
      .trim()
      .toLowerCase()
      .replace(/^[([（]|[)\]）]$/g, '');
    // "岁 years"; "0=alive; 1=dead" says as little of a patient.
    const each = bare.split(/[\s/]+/);
    return units.has(bare) || each.every((one) => units.has(one)) || legendOf(bare).size > 0;
  };
  if (rows.length === 0 || said.length === 0 || !said.every(({ cell }) => unit(cell))) return false;
  return said.some(({ at }) =>
    rows.every((row) => isNumber(row.cells[at] ?? '') || (row.cells[at] ?? '').trim() === ''),
  );
}

/** As where several pages were put under one another. */
function repeats({ cells }: Line, names: readonly string[]): boolean {
  const own = filled(cells);
  return (
    own.length > 1 &&
    own.length === filled(names).length &&
    cells.every((cell, at) => cell.trim() === (names[at] ?? '').trim())
  );
}

const remark =
  /^([*†‡§#※]|(注|备注|備註|说明|注记|来源)\s*[:：]|(notes?|source|legend|abbreviations?|data as of|anmerkung|quelle|nota|fuente|key)\b)/iu;
const words = /\p{L}.*\s.*\p{L}.*\s.*\p{L}/u;

/** More than this under a table are no remarks. */
const mostEndings = 60;

interface Endings {
  remarks: Line[];
  summaries: Line[];
}

/** From the last line upwards: remarks and summaries, and what stands after an empty line as they do. */
function endingsOf(
  lines: readonly Line[],
  names: readonly string[],
  movable: ReadonlySet<Line>,
): Endings {
  const ends: Endings = { remarks: [], summaries: [] };
  const there = lines.toReversed();
  const gap = there.findIndex(({ cells }) => isEmpty(cells));
  const tail = there.slice(0, Math.max(gap, 0));
  const short = tail.every(({ cells }) => filled(cells).length <= names.length / 3);
  const apart = new Set(names.length > 2 && gap < there.length - 1 && short ? tail : []);
  const written = lines.filter(({ cells }) => filled(cells).length > 1);
  const isSummary = summaryTest(lines);
  for (const line of there.slice(0, mostEndings)) {
    if (isEmpty(line.cells)) continue;
    if (!movable.has(line)) break;
    if (isSummary(line) || isLaterSummary(line, written)) ends.summaries.push(line);
    else if (apart.has(line) || isRemark(line, names)) ends.remarks.push(line);
    else break;
  }
  return ends;
}

function isRemark({ cells }: Line, names: readonly string[]): boolean {
  const [first = '', ...others] = filled(cells);
  if (others.length > 0 || names.length < 3) return false;
  return remark.test(first.trim()) || words.test(first);
}

/**
 * "Group A" alone on its line, over patients. Not where its column holds texts of the same make, for
 * then it may be a patient of whom nothing else is known.
 */
function sectionTest(rows: readonly Line[], names: readonly string[]): (line: Line) => boolean {
  const makes = [0, 1].map(
    (at) =>
      new Set(
        rows.flatMap(({ cells }) =>
          filled(cells).length > 1 ? [makeOf((cells[at] ?? '').trim())] : [],
        ),
      ),
  );
  return ({ cells }) => {
    const own = filled(cells);
    const at = cells.findIndex((cell) => cell.trim() !== '');
    const first = (own[0] ?? '').trim();
    if (own.length !== 1 || names.length < 3 || at > 1) return false;
    const named = /\p{L}.*\s|\s.*\p{L}|\p{Script=Han}{2}|\p{L}.*[:：]/u.test(first);
    return named && !makes[at]!.has(makeOf(first));
  };
}

/** "P012" and "Q7" are made alike. */
function makeOf(text: string): string {
  return text
    .replace(/\p{Script=Han}+/gu, '字')
    .replace(/[\p{Ll}\p{Lu}]+/gu, 'a')
    .replace(/\d+/g, '0');
}

function sectionsOf(lines: readonly Line[], out: ReadonlyMap<Line, LeftOut>): string[] | null {
  const all = lines.filter((line) => out.get(line)?.kind === 'section');
  const first = lines.find((line) => !out.has(line) || out.get(line)!.kind === 'section');
  // Where patients stand before the first section, it is not known what theirs is.
  if (all.length < 2 || first === undefined || out.get(first)?.kind !== 'section') return null;
  let section = '';
  return lines.flatMap((line) => {
    const kind = out.get(line)?.kind;
    if (kind === 'section')
      section = filled(line.cells)[0]!
        .trim()
        .replace(/[:：]$/, '');
    return out.has(line) ? [] : [section];
  });
}
