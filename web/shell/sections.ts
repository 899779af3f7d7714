// The sections of the page, in the order of a paper, and what each has to say to the rail.
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentType } from 'preact';

import { dataAlerts, DataSection } from '../data/section/data-section.tsx';
import { RegressionSection, regressionAlerts } from '../regression/regression-section.tsx';
import { ResponseSection, responseAlerts } from '../response/response-section.tsx';
import { SafetySection, safetyAlerts } from '../safety/safety-section.tsx';
import { StartSection } from '../start/start-section.tsx';
import { SubgroupsSection, subgroupsAlerts } from '../subgroups/subgroups-section.tsx';
import { SurvivalSection, survivalAlerts } from '../survival/survival-section.tsx';

export interface Section {
  id: string;
  title: string;
  view: ComponentType;
  /** How many warnings and problems it shows now. */
  alerts: ReadonlySignal<number> | null;
  /** Needs a table; before one is loaded its name can be read but leads nowhere. */
  needsCohort: boolean;
}

/** In groups that the rail divides by a hairline. */
export const sectionGroups: readonly (readonly Section[])[] = [
  [
    { id: 'start', title: 'Start', view: StartSection, alerts: null, needsCohort: false },
    { id: 'data', title: 'Data', view: DataSection, alerts: dataAlerts, needsCohort: true },
  ],
  [
    {
      id: 'response',
      title: 'Response',
      view: ResponseSection,
      alerts: responseAlerts,
      needsCohort: true,
    },
    {
      id: 'survival',
      title: 'Survival',
      view: SurvivalSection,
      alerts: survivalAlerts,
      needsCohort: true,
    },
    {
      id: 'regression',
      title: 'Regression',
      view: RegressionSection,
      alerts: regressionAlerts,
      needsCohort: true,
    },
    {
      id: 'subgroups',
      title: 'Subgroups',
      view: SubgroupsSection,
      alerts: subgroupsAlerts,
      needsCohort: true,
    },
    { id: 'safety', title: 'Safety', view: SafetySection, alerts: safetyAlerts, needsCohort: true },
  ],
];

export const sections: readonly Section[] = sectionGroups.flat();
