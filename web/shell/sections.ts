// The sections of the page, in the order of a paper, and what each has to say to the rail.
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentType } from 'preact';

import { claimsAlerts } from '../claims/claims-section.tsx';
import { dataAlerts, DataSection } from '../data/section/data-section.tsx';
import { cohort } from '../data/store.ts';
import { isWithoutRows } from '../data/without-rows.ts';
import { patientsAlerts, PatientsSection } from '../patients/patients-section.tsx';
import { PrivacySection } from '../privacy/privacy-section.tsx';
import { RegressionSection, regressionAlerts } from '../regression/regression-section.tsx';
import { ResponseSection, responseAlerts } from '../response/response-section.tsx';
import { SafetySection, safetyAlerts } from '../safety/safety-section.tsx';
import { SubgroupsSection, subgroupsAlerts } from '../subgroups/subgroups-section.tsx';
import { SurvivalSection, survivalAlerts } from '../survival/survival-section.tsx';
import { text } from '../text/text.ts';
import { CheckedSection } from './checked-section.tsx';
import { ClaimsWithShare } from './claims-with-share.tsx';
import { StartWithLine } from './start-with-line.tsx';

const names = text.shell.sections;

export interface Section {
  id: string;
  title: string;
  view: ComponentType;
  /** How many warnings and problems it shows now. */
  alerts: ReadonlySignal<number> | null;
  /** Needs a table; before one is loaded its name can be read but leads nowhere. */
  needsCohort: boolean;
  /** Is about rows, which shared results have not. */
  needsRows?: boolean;
}

/** Whether it can be shown with the table that is open. */
export function isOpen({ needsCohort, needsRows = false }: Section): boolean {
  return !(needsCohort && cohort.value === null) && !(needsRows && isWithoutRows(cohort.value));
}

/** None where the answers are not what they should be: their section says so in its place. */
export function alertsOf({ alerts }: Section): number {
  try {
    return alerts?.value ?? 0;
  } catch {
    return 0;
  }
}

/** In groups that the rail divides by a hairline. */
export const sectionGroups: readonly (readonly Section[])[] = [
  [
    { id: 'start', title: names.start, view: StartWithLine, alerts: null, needsCohort: false },
    {
      id: 'data',
      title: names.data,
      view: DataSection,
      alerts: dataAlerts,
      needsCohort: true,
      needsRows: true,
    },
  ],
  [
    {
      id: 'patients',
      title: names.patients,
      view: PatientsSection,
      alerts: patientsAlerts,
      needsCohort: true,
    },
    {
      id: 'response',
      title: names.response,
      view: ResponseSection,
      alerts: responseAlerts,
      needsCohort: true,
    },
    {
      id: 'survival',
      title: names.survival,
      view: SurvivalSection,
      alerts: survivalAlerts,
      needsCohort: true,
    },
    {
      id: 'regression',
      title: names.regression,
      view: RegressionSection,
      alerts: regressionAlerts,
      needsCohort: true,
    },
    {
      id: 'subgroups',
      title: names.subgroups,
      view: SubgroupsSection,
      alerts: subgroupsAlerts,
      needsCohort: true,
    },
    {
      id: 'safety',
      title: names.safety,
      view: SafetySection,
      alerts: safetyAlerts,
      needsCohort: true,
    },
  ],
  [
    {
      id: 'claims',
      title: names.claims,
      view: ClaimsWithShare,
      alerts: claimsAlerts,
      needsCohort: false,
    },
  ],
];

/** Stand at the end of the page; the rail leads to them from below its groups. */
export const closingSections: readonly Section[] = [
  {
    id: 'privacy',
    title: text.privacy.title,
    view: PrivacySection,
    alerts: null,
    needsCohort: false,
  },
  {
    id: 'checked',
    title: text.checked.title,
    view: CheckedSection,
    alerts: null,
    needsCohort: false,
  },
];

export const sections: readonly Section[] = [...sectionGroups.flat(), ...closingSections];
