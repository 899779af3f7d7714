// Power, sample size, two-stage designs, fragility, E-values and adjusted p values.
import { caseOf, fields, number } from './shared.mjs';

const at = '/results/0/value';

function designCase(bankCase, options, expected) {
  const analyses = [{ id: 'design', ...options }];
  return caseOf(bankCase, { analyses }, expected);
}

export function sampleSizeCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  return designCase(
    bankCase,
    {
      method: 'sampleSize',
      hazardRatio: spec.hr,
      alpha: spec.alpha,
      sides: spec.sides,
      power: spec.power,
      allocation: spec.alloc_1,
      eventProbability: spec.event_prob,
    },
    [
      ...fields(`${at}/schoenfeld`, {
        eventsUnrounded: bank.events_unrounded,
        events: bank.events,
        power: bank.power_at_rounded_events,
        patientsUnrounded: bank.n_unrounded,
        patients: bank.n_from_unrounded_events,
        patientsForWholeEvents: bank.n_from_rounded_events,
      }),
      ...fields(`${at}/freedman`, { eventsUnrounded: bank.freedman_events }),
    ],
  );
}

export function powerCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  return designCase(
    bankCase,
    {
      method: 'logRankPower',
      hazardRatio: spec.hr,
      events: spec.events,
      alpha: spec.alpha,
      sides: spec.sides,
      allocation: spec.alloc_1,
      power: 0.8,
    },
    [
      ...fields(at, { power: bank.power }),
      ...fields(`${at}/detectable`, {
        lower: bank.detectable_hr_at_80,
        upper: 1 / bank.detectable_hr_at_80,
      }),
    ],
  );
}

export function simonCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  const design = (name) => {
    const { r1, n1, r, n, EN, PET, alpha, power } = bank[name];
    return fields(`${at}/${name}`, {
      r1,
      n1,
      r,
      n,
      expectedSize: EN,
      stopProbability: PET,
      alpha,
      power,
    });
  };
  return designCase(
    bankCase,
    {
      method: 'simonTwoStage',
      p0: spec.p0,
      p1: spec.p1,
      alpha: spec.alpha,
      power: 1 - spec.beta,
      nMax: spec.n_max,
    },
    [...design('optimal'), ...design('minimax')],
  );
}

export function fragilityCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  const { x1, n1, x2, n2, alpha } = spec;
  return designCase(bankCase, { method: 'fragility', counts: { x1, n1, x2, n2 }, alpha }, [
    ...fields(at, {
      p: bank.p_start,
      index: number(bank.fragility_index),
      quotient: number(bank.fragility_quotient),
      path: bank.p_path,
    }),
  ]);
}

export function eValueCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  return designCase(
    bankCase,
    {
      method: 'eValue',
      measure: spec.measure,
      estimate: spec.est,
      lower: spec.lower,
      upper: spec.upper,
      rareOutcome: spec.rare_outcome,
    },
    [
      ...fields(`${at}/riskRatio`, {
        value: bank.rr,
        lower: bank.rr_lower,
        upper: bank.rr_upper,
      }),
      ...fields(at, { value: bank.e_value_point, limit: bank.e_value_ci }),
    ],
  );
}

export function adjustedPCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  const { bonferroni, holm, hochberg, hommel, BH, BY } = bank;
  const list = (values) => [values].flat().map(number);
  return designCase(bankCase, { method: 'adjustP', p: [spec.p].flat().map(number) }, [
    ...fields(at, {
      bonferroni: list(bonferroni),
      holm: list(holm),
      hochberg: list(hochberg),
      hommel: list(hommel),
      BH: list(BH),
      BY: list(BY),
    }),
  ]);
}
