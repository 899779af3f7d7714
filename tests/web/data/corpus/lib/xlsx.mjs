// Workbooks written by hand, so that they hold what other programs write and no library would.
import { zip } from './zip.mjs';

/**
 * A cell: a text (shared), a number, or the inside of its tag.
 *
 * @typedef {string | number | null | { attributes?: string, inside: string }} Cell
 * @typedef {{ name: string, xml: string, state?: string }} Sheet
 */

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** @param {string} text */
export const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** @param {number} at */
const letters = (at) =>
  (at < 26 ? '' : String.fromCharCode(64 + Math.floor(at / 26))) +
  String.fromCharCode(65 + (at % 26));

/** Shared strings of one workbook. */
export class Strings {
  /** @type {string[]} */
  list = [];

  /** @param {string} text */
  at(text) {
    const known = this.list.indexOf(text);
    return known >= 0 ? known : this.list.push(text) - 1;
  }

  xml() {
    const items = this.list.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
    return `<sst xmlns="${main}" count="${items.length}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

/** The cell of a formula; `value` is what was computed, if anything. @param {string} written @param {number} [value] */
export const formula = (written, value) => ({
  inside: `<f>${escaped(written)}</f>${value === undefined ? '' : `<v>${value}</v>`}`,
});

/** A number in one of the styles. @param {number} value @param {number} style */
export const styled = (value, style) => ({
  attributes: ` s="${style}"`,
  inside: `<v>${value}</v>`,
});

/**
 * @param {readonly (readonly Cell[])[]} rows
 * @param {Strings} strings
 * @param {{ rowAttributes?: Record<number, string>, before?: string, after?: string, first?: number }} [more]
 */
export function sheet(
  rows,
  strings,
  { rowAttributes = {}, before = '', after = '', first = 1 } = {},
) {
  const body = rows.map((cells, index) => {
    const line = index + first;
    const inside = cells.map((cell, at) => {
      if (cell === null || cell === '') return '';
      const reference = ` r="${letters(at)}${line}"`;
      if (typeof cell === 'string') return `<c${reference} t="s"><v>${strings.at(cell)}</v></c>`;
      if (typeof cell === 'number') return `<c${reference}><v>${cell}</v></c>`;
      return `<c${reference}${cell.attributes ?? ''}>${cell.inside}</c>`;
    });
    return `<row r="${line}"${rowAttributes[line] ?? ''}>${inside.join('')}</row>`;
  });
  return `<worksheet xmlns="${main}">${before}<sheetData>${body.join('')}</sheetData>${after}</worksheet>`;
}

/** Number formats: the style of a cell is its place among `cells`. @param {string[]} codes @param {number[]} cells */
export function styles(codes, cells) {
  const formats = codes.map(
    (code, at) =>
      `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code).replaceAll('"', '&quot;')}"/>`,
  );
  const used = cells.map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`);
  return `<styleSheet xmlns="${main}"><numFmts count="${codes.length}">${formats.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${used.join('')}</cellXfs></styleSheet>`;
}

/**
 * @param {readonly Sheet[]} sheets
 * @param {{ strings?: Strings, styles?: string, properties?: string }} [more]
 * @returns {Uint8Array}
 */
export function workbook(sheets, { strings, styles: formats, properties = '' } = {}) {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const parts = [
    ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
    ...(strings ? [['sharedStrings', 'sharedStrings.xml']] : []),
    ...(formats ? [['styles', 'styles.xml']] : []),
  ];
  const related = parts.map(
    ([kind, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  const named = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
  );
  return zip({
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packages}/relationships">${related.join('')}</Relationships>`,
    ...Object.fromEntries(
      sheets.map(({ xml }, at) => [`xl/worksheets/sheet${at + 1}.xml`, head + xml]),
    ),
    ...(strings ? { 'xl/sharedStrings.xml': head + strings.xml() } : {}),
    ...(formats ? { 'xl/styles.xml': head + formats } : {}),
  });
}
