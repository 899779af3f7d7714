import { describe, expect, test } from 'vitest';

import { checkCohort } from '../../../web/data/checks/checks.ts';
import { isGuessedCutoff } from '../../../web/data/dated-events.ts';
import { roleChoices, roleOf } from '../../../web/data/roles.ts';
import { endpointKinds } from '../../../web/data/guess/outcome-words.ts';
import { openQuestions, settledBy } from '../../../web/data/section/questions.ts';
import { guessedEndpoint } from '../../../web/data/setup.ts';
import { endpointLack } from '../../../web/data/section/endpoints/lacks.ts';
import { followUp } from '../../../web/data/checks/endpoint-checks.ts';
import { freed, withDateRole, withEndpoint } from '../../../web/data/setup-changes.ts';
import { open, rowsOf } from './support.ts';

const day = (n: number, month: number) => `2021-${String(month).padStart(2, '0')}-${10 + (n % 18)}`;
/** A start, a date of the event of two patients in three, and a date known of all. */
const opened = (names: string) =>
  open(
    `${names}\n${rowsOf(
      24,
      (n) =>
        `${day(n, 1)},${n % 3 === 0 ? '' : day(n, 4)},${day(n, 9)},${n % 2 ? 'alive' : 'dead'}`,
    )}`,
  );

describe('a date of the event that patients without it lack', () => {
  test.each([
    'treatment_start,progression,last_contact,status',
    'treatment_start,progression_date,last_contact,status',
    'treatment_start,Date of progression,last_contact,status',
    'treatment_start,PD date,last_contact,status',
    'Therapiebeginn,Progressdatum,letzter Kontakt,Status',
    'Therapiebeginn,Datum der Progression,letzter Kontakt,Status',
    'Fecha de inicio,Fecha de progresión,Último seguimiento,Estado vital',
    '开始日期,疾病进展日期,末次随访日期,生存状态',
  ])('%s: OS is from the last contact, and PFS from both and the status', (names) => {
    const { cohort, setup } = opened(names);
    const [start, progression, last, status] = names.split(',');
    expect(setup.endpoints).toMatchObject([
      { name: 'OS', start, end: last, event: status },
      { name: 'PFS', time: null, start, end: last, event: status, eventDates: [progression] },
    ]);
    const progressionFree = setup.endpoints[1]!;
    expect(endpointLack(cohort, setup, progressionFree)).toBeNull();
    const { times, events } = followUp(cohort, setup, progressionFree);
    const dead = (row: number) => row % 2 === 0;
    const progressed = (row: number) => row % 3 !== 0;
    const rows = times.map((_, at) => at + 1);
    expect(events).toEqual(rows.map((row) => progressed(row) || dead(row)));
    const overall = followUp(cohort, setup, setup.endpoints[0]!).times;
    expect(times.map((time, at) => time === overall[at])).toEqual(
      rows.map((row) => !progressed(row)),
    );
  });

  test('waits where patients are assessed: who did not progress is censored on that day', () => {
    const { setup } = open(
      `start,progression_date,last_contact,last_assessment,status\n${rowsOf(
        24,
        (n) =>
          `${day(n, 1)},${n % 3 === 0 ? '' : day(n, 4)},${day(n, 9)},${day(n, 7)},${n % 2 ? 'alive' : 'dead'}`,
      )}`,
    );
    expect(setup.endpoints[1]).toMatchObject({ name: 'PFS', end: null, event: null });
  });

  test('waits where the status says life and disease together', () => {
    const { setup } = open(
      `start,progression_date,last_contact,status\n${rowsOf(
        24,
        (n) =>
          `${day(n, 1)},${n % 3 === 0 ? '' : day(n, 4)},${day(n, 9)},${['AWD', 'NED', 'DOD'][n % 3]}`,
      )}`,
    );
    expect(setup.endpoints.find(({ name }) => name === 'PFS')).toMatchObject({
      end: null,
      event: null,
    });
  });

  test('has its deaths from one answer, asked once and as a death', () => {
    const { cohort, setup } = open(
      `start,progression_date,last_contact,status\n${rowsOf(
        24,
        (n) =>
          `${day(n, 1)},${n % 3 === 0 ? '' : day(n, 4)},${day(n, 9)},${['a', 'b', 'c'][n % 3]}`,
      )}`,
    );
    const [question, ...more] = openQuestions(cohort, setup);
    expect(more).toEqual([]);
    expect(question).toMatchObject({ verb: 'died', endpoint: { name: 'OS' } });
    expect(settledBy(question!, ['a']).map(({ name }) => name)).toEqual(['OS', 'PFS']);
    const lacks = setup.endpoints.map((endpoint) => endpointLack(cohort, setup, endpoint));
    expect(lacks[1]).toBe('Waits for your answer: which value of status means died?');
  });

  test('takes the answer with it when it is added later', () => {
    const { cohort, setup } = opened('start,progression_date,last_contact,status');
    const [overall] = setup.endpoints;
    const answered = { ...overall!, eventLevels: ['alive'], confirmed: true };
    const kind = endpointKinds.find(({ name }) => name === 'PFS')!;
    expect(guessedEndpoint(cohort, { ...setup, endpoints: [answered] }, kind)).toMatchObject({
      event: 'status',
      eventLevels: ['alive'],
      confirmed: true,
    });
  });

  test('is never replaced by the last contact, though the event is told', () => {
    const { setup } = open(
      `start,progression_date,last_contact,progression\n${rowsOf(
        24,
        (n) =>
          `${day(n, 1)},${n % 3 === 0 ? '' : day(n, 4)},${day(n, 9)},${n % 3 === 0 ? 'no' : 'yes'}`,
      )}`,
    );
    expect(setup.endpoints.find(({ name }) => name === 'PFS')).toMatchObject({
      start: 'start',
      end: null,
      event: 'progression',
    });
  });

  test('says which two columns to make, from the columns that are there', () => {
    const { cohort, setup } = open(
      `start,progression_date,last_contact\n${rowsOf(
        24,
        (n) => `${day(n, 1)},${n % 3 === 0 ? '' : day(n, 4)},${day(n, 9)}`,
      )}`,
    );
    const lacks = setup.endpoints.map((endpoint) => endpointLack(cohort, setup, endpoint));
    expect(lacks).toEqual([
      'progression_date is empty for 8 of 24 patients, and PFS needs a last day for each. Add two columns to the table and open it again: one with the first of progression_date and death or, for patients with neither, last_contact; one with 1 for patients who progressed or died and 0 for the others.',
    ]);
  });

  test.each([
    'start,progression_date,death_date,last_contact,last_assessment,next_line_date',
    '治疗开始日期,疾病进展日期,死亡日期,末次随访日期,末次评估日期,后续治疗日期',
    'Therapiebeginn,Progressdatum,Todesdatum,letzter Kontakt,letzte Bildgebung,Beginn Folgetherapie',
  ])('%s: endpoints are composed of their dates', (names) => {
    const { cohort, setup } = open(
      `${names}\n${rowsOf(
        24,
        (n) =>
          `${day(n, 1)},${n % 3 === 0 ? '' : day(n, 4)},${n % 2 ? '' : day(n, 8)},${day(n, 9)},${day(n, 3)},${n % 4 ? '' : day(n, 5)}`,
      )}`,
    );
    const [start, progression, death, contact, assessment] = names.split(',');
    expect(setup.endpoints).toMatchObject([
      { name: 'OS', start, end: null, eventDates: [death], censoringDates: [contact] },
      {
        name: 'PFS',
        start,
        end: null,
        eventDates: [progression, death],
        censoringDates: [assessment],
        newTherapy: null,
      },
    ]);
    expect(setup.endpoints.map((endpoint) => endpointLack(cohort, setup, endpoint))).toEqual([
      null,
      null,
    ]);
  });

  test('without a last contact, OS too needs a last day', () => {
    const { cohort, setup } = open(
      `start,death_date,status\n${rowsOf(24, (n) => `${day(n, 1)},${n % 2 ? '' : day(n, 8)},${n % 2 ? 'alive' : 'dead'}`)}`,
    );
    expect(endpointLack(cohort, setup, setup.endpoints[0]!)).toBe(
      'death_date is empty for 12 of 24 patients, and OS needs a last day for each. Add two columns to the table and open it again: one with death_date or, for patients without it, the last contact; one with 1 for patients who died and 0 for the others.',
    );
  });

  test('before the start it is no event of this cohort', () => {
    const { setup } = open(
      `start,relapse_date,last_contact,status\n${rowsOf(
        24,
        (n) => `${day(n, 6)},${n % 3 ? day(n, 2) : ''},${day(n, 9)},${n % 2 ? 'alive' : 'dead'}`,
      )}`,
    );
    expect(setup.endpoints.map(({ name }) => name)).toEqual(['OS']);
  });
});

test('a date of progression or last contact that all have ends PFS', () => {
  const { setup } = open(
    `start,pfs_date,last_contact,pfs_event,status\n${rowsOf(
      24,
      (n) => `${day(n, 1)},${day(n, 4)},${day(n, 9)},${n % 2},${n % 2 ? 'dead' : 'alive'}`,
    )}`,
  );
  expect(setup.endpoints).toMatchObject([
    { name: 'OS', end: 'last_contact', event: 'status' },
    { name: 'PFS', start: 'start', end: 'pfs_date', event: 'pfs_event' },
  ]);
});

test('the end of treatment is neither start nor end of follow-up', () => {
  const { setup } = open(
    `treatment_end,treatment_start,last_contact,status\n${rowsOf(
      24,
      (n) => `${day(n, 3)},${day(n, 1)},${day(n, 9)},${n % 2 ? 'alive' : 'dead'}`,
    )}`,
  );
  expect(setup.endpoints).toMatchObject([{ start: 'treatment_start', end: 'last_contact' }]);
});

describe('the day of death', () => {
  const found = (lastOfTheDead: (n: number) => string) => {
    const { cohort, setup } = open(
      `start,death_date,last_contact,status\n${rowsOf(
        24,
        (n) =>
          `${day(n, 1)},${n % 2 ? '' : day(n, 8)},${n % 2 ? day(n, 9) : lastOfTheDead(n)},${n % 2 ? 'alive' : 'dead'}`,
      )}`,
    );
    const twoDates = { eventDates: [], end: 'last_contact', event: 'status' };
    return checkCohort(cohort, withEndpoint(cohort, setup, 'OS', twoDates)).found.filter(
      ({ id }) => id === 'deathDay:OS',
    );
  };

  test('that is not the end of OS is told with its rows', () => {
    expect(found((n) => day(n, n === 4 ? 7 : 8))).toMatchObject([
      {
        claim: 'OS ends at last_contact, but 1 patient died on another day by death_date (row 4).',
        rows: [4],
      },
    ]);
  });

  test('that is its end passes', () => {
    expect(found((n) => day(n, 8))).toEqual([]);
  });
});

describe('a status beside days of death that only some have', () => {
  const { cohort, setup } = open(
    `start,death_date,last_contact,status\n${rowsOf(
      24,
      (n) => `2021-01-01,${n % 4 === 0 ? '2021-03-12' : ''},2021-03-02,${n % 2 ? 'alive' : 'dead'}`,
    )}`,
  );
  const [overall] = setup.endpoints;

  test('composes OS of both', () => {
    expect(overall).toMatchObject({
      name: 'OS',
      start: 'start',
      end: 'last_contact',
      eventDates: ['death_date'],
      censoringDates: [],
      event: 'status',
      eventLevels: ['dead'],
    });
    expect(endpointLack(cohort, setup, overall!)).toBeNull();
    const { times, events } = followUp(cohort, setup, overall!);
    // Row 2 died on the last contact, row 4 ten days after it.
    expect(times.slice(0, 4)).toEqual([60, 60, 60, 70]);
    expect(events.slice(0, 4)).toEqual([false, true, false, true]);
  });

  test('waits for its status where that is taken away', () => {
    const without = freed(setup, 'status');
    expect(endpointLack(cohort, without, without.endpoints[0]!)).toBe(
      'OS lacks the column that says which patients died. Add one to the table, with 1 where death_date is filled and 0 where it is empty, and open it again.',
    );
    const alone = freed(setup, 'last_contact').endpoints[0]!;
    expect(alone).toMatchObject({ end: null, event: null, eventLevels: null });
  });
});

describe('the cut-off of the data', () => {
  const rows = (cutoff: string) =>
    rowsOf(24, (n) => `${day(n, 1)},${n % 3 ? day(n, 4) : ''},${n % 2 ? '' : day(n, 8)},${cutoff}`);
  const names = 'start,progression_date,death_date,data_cutoff';

  test('ends the endpoints of dates where it is one day, and stands for a last contact', () => {
    const { setup } = open(`${names}\n${rows('2021-10-31')}`);
    expect(setup.endpoints).toMatchObject([
      { name: 'OS', eventDates: ['death_date'], censoringDates: [], cutoff: '2021-10-31' },
      {
        name: 'PFS',
        eventDates: ['progression_date', 'death_date'],
        censoringDates: [],
        cutoff: '2021-10-31',
      },
    ]);
    expect(roleOf(setup, 'data_cutoff')).toBe('day-cutoff');
  });

  test('is a guess until a person has said what the column is, or set another day', () => {
    const { cohort, setup } = open(`${names}\n${rows('2021-10-31')}`);
    expect(isGuessedCutoff(cohort, setup, '2021-10-31')).toBe(true);
    expect(isGuessedCutoff(cohort, setup, '2021-09-30')).toBe(false);
    expect(isGuessedCutoff(cohort, setup, null)).toBe(false);
    const chosen = { ...setup, chosen: new Set(['data_cutoff']) };
    expect(isGuessedCutoff(cohort, chosen, '2021-10-31')).toBe(false);
  });

  test('ends nothing where patients start after it', () => {
    const { setup } = open(`${names}\n${rows('2021-01-15')}`);
    expect(setup.endpoints.map(({ cutoff }) => cutoff)).toEqual([null, null]);
  });

  test('is no part of times that are given', () => {
    const { setup } = open(
      `start,os_months,os_event,数据截止日期\n${rowsOf(24, (n) => `${day(n, 1)},${n}.5,${n % 2},2021-12-31`)}`,
    );
    expect(setup.endpoints).toMatchObject([{ name: 'OS', time: 'os_months', cutoff: null }]);
    expect(roleOf(setup, '数据截止日期')).toBe('day-cutoff');
  });
});

describe('dates of a second progression', () => {
  test.each(['pfs2_date', 'second_progression_date', 'PD2 date', '二次进展日期'])(
    '%s makes PFS2',
    (second) => {
      const { setup } = open(
        `start,pd_date,${second},death_date,last_contact\n${rowsOf(
          24,
          (n) =>
            `${day(n, 1)},${n % 3 ? day(n, 3) : ''},${n % 3 === 1 ? day(n, 5) : ''},${n % 2 ? '' : day(n, 8)},${day(n, 9)}`,
        )}`,
      );
      expect(setup.endpoints.map(({ name, eventDates }) => [name, eventDates])).toEqual([
        ['OS', ['death_date']],
        ['PFS', ['pd_date', 'death_date']],
        ['PFS2', [second, 'death_date']],
      ]);
    },
  );
});

describe('the role of a column of dates', () => {
  const names = 'start,b,death_date,last_contact';
  const { cohort, setup } = open(
    `${names}\n${rowsOf(24, (n) => `${day(n, 1)},${n % 3 ? day(n, 3) : ''},${n % 2 ? '' : day(n, 8)},${day(n, 9)}`)}`,
  );

  test('says what day it is where an endpoint is made of it', () => {
    const of = (column: string) =>
      roleChoices(cohort, setup, column).find(({ value }) => value === roleOf(setup, column))
        ?.label;
    expect(of('death_date')).toBe('OS event date: day of death');
    expect(of('last_contact')).toBe('OS last day without: last contact');
  });

  test('is what its name says, or a person', () => {
    expect(roleOf(setup, 'b')).toBe('unused');
    expect(roleChoices(cohort, setup, 'b').map(({ value }) => value)).toEqual(
      expect.arrayContaining(['day-progression', 'day-cutoff', 'start:OS']),
    );
    const said = withDateRole(cohort, setup, 'b', 'newTherapy');
    expect(roleOf(said, 'b')).toBe('day-newTherapy');
    expect(said.endpoints).toEqual(setup.endpoints);
  });

  test('makes the endpoints that count such a day', () => {
    const added = {
      ...setup,
      endpoints: [...setup.endpoints, { ...setup.endpoints[0]!, name: 'PFS' }],
    };
    const said = withDateRole(cohort, freed(added, 'b'), 'b', 'progression');
    expect(said.endpoints.map(({ eventDates }) => eventDates)).toEqual([
      ['death_date'],
      ['death_date', 'b'],
    ]);
  });
});
