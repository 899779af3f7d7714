// Every rounding rule of the page; nothing else rounds.
//
// A number is rounded once, from the value the engine gave, half away from zero on its shortest
// decimal form: 12.45 becomes 12.5 and 0.10504 becomes 0.11, whatever the binary form is.
//
// Digits are the same in every language: a figure goes into an English paper wherever it was made.

export const nbsp = '\u00a0';
const minus = '\u2212';

export function exists(x: number | null | undefined): x is number {
  return x !== null && x !== undefined && Number.isFinite(x);
}

export function shifted(x: number, places: number): number {
  const [digits, exponent = '0'] = String(x).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

export function fixed(x: number, decimals: number): string {
  const rounded = roundedTo(Math.abs(x), decimals);
  return (x < 0 && rounded > 0 ? minus : '') + rounded.toFixed(decimals);
}

/**
 * Multiplication errs by far less than a millionth below a billion: only a number that close to half
 * way needs its decimal form, which takes several times as long.
 */
function roundedTo(x: number, decimals: number): number {
  const power = 10 ** decimals;
  const product = x * power;
  const fraction = product - Math.floor(product);
  const certain = product < 1e9 && decimals >= 0 && Math.abs(fraction - 0.5) > 1e-6;
  if (certain) return Math.round(product) / power;
  return shifted(Math.round(shifted(x, decimals)), -decimals);
}

/** Patients, events: no decimals, a comma from 10,000. */
export function count(n: number): string {
  const whole = fixed(n, 0);
  return Math.abs(n) < 10_000 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** *p* of a test without its sign: "0.12", "0.020", "< 0.001", "> 0.99". */
export function testP(p: number): string {
  if (p < 0.001) return `<${nbsp}0.001`;
  if (p < 0.1) return fixed(p, 3);
  return p >= 0.995 ? `>${nbsp}0.99` : fixed(p, 2);
}

/** A number after its letter, in a sentence: " = 0.020", " < 0.001". */
export function afterLetter(number: string): string {
  return /^[<>]/.test(number) ? `${nbsp}${number}` : `${nbsp}=${nbsp}${number}`;
}
