// A calculator in the address of the page: "#two-rates&x1=15&n1=49&x2=2&n2=34&level=95". It carries
// what was typed, so that whoever opens it sees the same numbers and can change them.

/** What stands in the fields of a calculator, by the names that the link gives them. */
export type Fields = Readonly<Record<string, string>>;

export interface Opened<Typed extends Fields> {
  typed: Typed;
  /** Coverage of the intervals; null where the link does not say it. */
  level: number | null;
}

/** Beyond any table that a calculator takes. */
const longest = 4000;

/** The part of the address behind and with "#". */
export function linkTo(id: string, typed: Fields, level: number): string {
  const fields = Object.entries(typed)
    .filter(([, field]) => field.trim() !== '')
    .map(([name, field]) => `${name}=${encoded(packed(field))}`);
  return `#${[id, ...fields, `level=${Number((level * 100).toFixed(6))}`].join('&')}`;
}

/** What the link says of this calculator, whose fields `empty` names; null where it opens another. */
export function fromLink<Typed extends Fields>(
  link: string,
  id: string,
  empty: Typed,
): Opened<Typed> | null {
  const [name, ...fields] = link.replace(/^#/, '').slice(0, longest).split('&');
  if (name !== id) return null;
  const said = new URLSearchParams(fields.join('&'));
  const typed = Object.keys(empty).map((field) => [field, unpacked(said.get(field) ?? '')]);
  const level = Number(said.get('level')) / 100;
  return {
    typed: Object.fromEntries(typed) as Typed,
    level: level >= 0.5 && level < 1 ? level : null,
  };
}

// Rows of counts end with ";", counts with "_": signs that mail programs leave alone.
function packed(field: string): string {
  return field
    .trim()
    .replace(/\s*\n\s*/g, ';')
    .replace(/\s+/g, '_');
}

function encoded(field: string): string {
  return encodeURIComponent(field).replaceAll('%3B', ';').replaceAll('%2C', ',');
}

function unpacked(field: string): string {
  return field.replaceAll(';', '\n').replaceAll('_', ' ');
}
