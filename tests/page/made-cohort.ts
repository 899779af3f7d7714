import { bytes } from './cohort-files.ts';

export interface Shape {
  arms: number;
  patients: number;
  /** The share of patients with an event. */
  events?: number;
  armName?: (arm: string) => string;
}

const responses = ['CR', 'PR', 'SD', 'PD', 'NE'];

/** A cohort of this shape, the same each time, as the text of a file. */
export function madeCohort(shape: Shape): Uint8Array {
  const { arms, patients, events = 0.7, armName = (arm) => `Arm ${arm}` } = shape;
  const random = repeatable();
  const rows = Array.from({ length: patients }, (_, patient) => {
    const arm = armName(String.fromCharCode(65 + (patient % arms)));
    const overall = 0.5 + 30 * random() ** 2;
    const died = random() < events;
    const progressed = overall * (0.3 + 0.7 * random());
    const response = responses[Math.floor(random() * responses.length)];
    return [
      `P${patient + 1}`,
      arm,
      overall.toFixed(2),
      died ? 1 : 0,
      progressed.toFixed(2),
      died || random() < events ? 1 : 0,
      response,
      Math.floor(random() * 5),
      40 + Math.floor(random() * 40),
      random() < 0.4 ? 'Female' : 'Male',
    ].join(',');
  });
  const header =
    'patient_id,arm,os_months,os_event,pfs_months,pfs_event,best_response,worst_trae_grade,age,sex';
  return bytes([header, ...rows, ''].join('\n'));
}

/** Numbers that look random and are the same in every run (Park and Miller's generator). */
function repeatable(): () => number {
  let state = 20_251_697;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
