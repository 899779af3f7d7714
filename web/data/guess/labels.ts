// A column's name as it stands in a table of a paper.
import { inLanguages } from './words.ts';

/** Abbreviations that keep their capitals. */
const capitals = inLanguages({
  en: 'os, pfs, dfs, rfs, efs, cps, tps, ecog, ps, her2, msi, mss, mmr, dmmr, tmb, ebv, hbv, hpv, kras, braf, egfr, alk, er, pr, bmi, ldh, cea, afp, psa, ca, nlr, ici, ae, trae, id, tnm, bor',
});

/** "cps_group" -> "CPS group"; a name with capitals is left as its author wrote it. */
export function labelOf(name: string): string {
  const spaced = name.replace(/[_.]+/g, ' ').trim();
  if (spaced === '' || /\p{Lu}/u.test(spaced)) return spaced === '' ? name : spaced;
  const words = spaced
    .split(/\s+/)
    .map((word) => (capitals.includes(word) ? word.toUpperCase() : word));
  const text = words.join(' ').replace(/\bPD L1\b|\bpd l1\b/i, 'PD-L1');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
