// Names that sound like a role and have another, and dates of which a worse one stands first.
import { describe, expect, test } from 'vitest';

import { roleOf } from '../../../../web/data/roles.ts';
import { open, rowsOf } from '../support.ts';

function rolesIn(header: string, row: (number: number) => string): Record<string, string> {
  const { cohort, setup } = open(`${header}\n${rowsOf(24, row)}`);
  return Object.fromEntries(cohort.table.header.map((name) => [name, roleOf(setup, name)]));
}

function endpointIn(name: string, header: string, row: (number: number) => string) {
  const { setup } = open(`${header}\n${rowsOf(24, row)}`);
  const found = setup.endpoints.find((one) => one.name === name);
  if (found === undefined) return null;
  const { start, end, eventDates, censoringDates } = found;
  return { start, end, eventDates, censoringDates };
}

const status = (number: number) => (number % 2 ? 'dead' : 'alive');
const day = (year: number, number: number) => `${year}-03-${String(number).padStart(2, '0')}`;

describe('where follow-up starts and ends', () => {
  test.each([
    ['start_treatment', 'visit_date', 'end_of_followup'],
    ['fecha_inicio', 'fecha_control', 'fecha_fin_seguimiento'],
  ])('%s, %s, %s: a visit is not the end', (start, visit, end) => {
    const row = (n: number) => `${day(2020, n)},${day(2021, n)},${day(2022, n)},${status(n)}`;
    expect(endpointIn('OS', `${start},${visit},${end},status`, row)).toMatchObject({ start, end });
  });

  test.each(['data_entry_date', 'biobank_consent_date', 'treatment_failure_date'])(
    '%s is not the start beside a diagnosis',
    (other) => {
      const row = (n: number) => `${day(2020, n)},${day(2021, n)},${day(2022, n)},${status(n)}`;
      expect(endpointIn('OS', `diagnosis_date,${other},last_contact,status`, row)).toMatchObject({
        start: 'diagnosis_date',
        end: 'last_contact',
      });
    },
  );

  test('a confirmed diagnosis is no last contact', () => {
    const row = (n: number) => `${n},${day(2020, n)},${day(2020, n)},${day(2022, n)},死亡`;
    const roles = rolesIn('番号,診断確認日,治療開始日,観察終了日,転帰', row);
    expect(roles['診断確認日']).not.toContain('lastContact');
    expect(roles['観察終了日']).toContain('OS');
  });

  test.each(['DOD', 'Todestag', 'data_morte', 'death_date'])(
    'those who died did so on %s, not at their last contact',
    (death) => {
      const header = `start_date,progression_date,${death},last_contact_date,status`;
      const row = (n: number) =>
        `${day(2020, n)},${n % 3 ? day(2021, n) : ''},${n % 2 ? day(2022, n) : ''},${day(2021, n)},${status(n)}`;
      expect(endpointIn('PFS', header, row)?.eventDates).toEqual(['progression_date', death]);
      expect(endpointIn('OS', header, row)?.eventDates).toEqual([death]);
    },
  );

  test.each(['last CT', 'last_tumor_evaluation', 'last_scan'])(
    'who is without progression is censored at %s, not at the last contact',
    (assessed) => {
      const header = `start_date,progression_date,${assessed},last_contact_date,status`;
      const row = (n: number) =>
        `${day(2020, n)},${n % 3 ? day(2021, n) : ''},${day(2021, n)},${day(2022, n)},${status(n)}`;
      expect(endpointIn('PFS', header, row)?.end ?? null).not.toBe('last_contact_date');
    },
  );
});

describe('what only sounds like it', () => {
  const word = (words: readonly string[], n: number) => words[n % words.length];

  test.each([
    ['operation', ['RC', 'RP']],
    ['histology', ['MP', 'MS', 'EP']],
    ['病状', ['進行', '安定']],
  ])('%s of %j is no response', (name, words) => {
    const roles = rolesIn(`id,arm,${name}`, (n) => `${n},${n % 2},${word(words, n)}`);
    expect(roles[name]).toBe('covariate');
  });

  test.each(['respuesta', 'Réponse', 'response'])('%s of the same is one', (name) => {
    const roles = rolesIn(`id,arm,${name}`, (n) => `${n},${n % 2},${word(['RC', 'RP', 'EE'], n)}`);
    expect(roles[name]).toBe('response');
  });

  test.each(['手術時間', '手术时间', 'operation_time', '入院期間'])(
    '%s is no follow-up',
    (name) => {
      const roles = rolesIn(`id,arm,${name},status`, (n) => `${n},${n % 2},${n * 7},${status(n)}`);
      expect(roles[name]).toBe('covariate');
    },
  );

  test.each(['poor_prog', 'prog_risk', 'prog_group'])('%s is a prognosis', (name) => {
    const roles = rolesIn(`pfs_months,${name},arm`, (n) => `${n},${n % 3 ? 1 : 0},${n % 2}`);
    expect(roles[name]).toBe('covariate');
  });

  test.each(['t', 'rank_pdl1'])('%s from 1 to 24 is no number of patients', (name) => {
    expect(rolesIn(`${name},arm`, (n) => `${n},${n % 2}`)[name]).not.toBe('identifier');
  });

  test.each(['N° dossier', 'Paciente', '#', 'case'])('%s from 1 to 24 is one', (name) => {
    expect(rolesIn(`${name},arm`, (n) => `${n},${n % 2}`)[name]).toBe('identifier');
  });
});
