// What a number format makes of a number: a day, a time, a percentage, a number with leading zeros,
// or nothing.

export type Shown = 'number' | 'percent' | 'date' | 'dateAndTime' | 'time' | { zeros: number };

/** Formats that have a number and no text in the file, as far as they are dates or times. */
const builtIn: ReadonlyMap<number, Shown> = new Map<number, Shown>([
  ...[14, 15, 16, 17].map((id): [number, Shown] => [id, 'date']),
  ...[18, 19, 20, 21, 45, 46, 47].map((id): [number, Shown] => [id, 'time']),
  [9, 'percent'],
  [10, 'percent'],
  [22, 'dateAndTime'],
  // East Asian versions of Excel have dates of their own there.
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id): [number, Shown] => [
    id,
    'date',
  ]),
  ...[32, 33, 34, 35, 55, 56].map((id): [number, Shown] => [id, 'time']),
]);

export function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) return builtIn.get(id) ?? 'number';
  if (/^0{2,}$/.test(code)) return { zeros: code.length };
  const letters = meaningful(code);
  const day = /[yde]|m{3,}/.test(letters) || /^[^hs]*m[^hs]*$/.test(letters);
  const time = /[hs]/.test(letters);
  if (day) return time ? 'dateAndTime' : 'date';
  if (time) return 'time';
  return letters.includes('%') ? 'percent' : 'number';
}

/**
 * The first part of a format without what it only prints: "months" in quotes, letters after a
 * backslash, colours, conditions and languages in brackets. [h] and the like count hours.
 */
function meaningful(code: string): string {
  const bare = code
    .replace(/"[^"]*"?|\\.|[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0]!
    .replace(/general|standard|am\/pm|a\/p|上午\/下午/gi, '')
    .toLowerCase();
  // Exponents: 0.00e+00.
  return bare.replace(/e[+-]/g, '');
}

const msPerDay = 86_400_000;
/** Excel counts a 29 February 1900 that never was: days before it are one less. */
const leapDay = 60;
/** LibreOffice writes days before 1904 as negative numbers. */
const earliest = -20_000;

/** ISO text of a serial number, or null where the calendar has no such day. */
export function dateText(serial: number, shown: Shown, from1904: boolean): string | null {
  if (shown === 'number' || shown === 'percent' || typeof shown === 'object') return null;
  const whole = Math.floor(serial);
  const minutes = Math.round((serial - whole) * 1440);
  if (shown === 'time' && serial >= 0) return clock(Math.round(serial * 1440));
  if (serial < (from1904 ? earliest : 1) || serial > 2_958_465) return null;
  if (!from1904 && whole === leapDay) return null;
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < leapDay ? 31 : 30);
  const day = new Date(start + whole * msPerDay).toISOString().slice(0, 10);
  return shown === 'dateAndTime' && minutes > 0 && minutes < 1440
    ? `${day} ${clock(minutes)}`
    : day;
}

function clock(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
