// The bar, the rail, undo, saving.

import { counted } from '../../format/words.ts';

export const shell = {
  bar: {
    brand: 'Riskset',
    home: 'Riskset, to the start',
    synthetic: 'synthetic',
    patients: (n: number) => counted(n, 'patient'),
    columns: (n: number) => counted(n, 'column'),
    local: 'Nothing leaves this computer',
    light: 'Use light colours',
    dark: 'Use dark colours',
  },
  open: {
    pasted: 'Pasted table',
    example: 'Example cohort',
    unreadable: (file: string) =>
      `${file} could not be opened. It may have been moved, or it is a folder.`,
    problem: (file: string, why: string) => `${file}: ${why}`,
  },
  undo: {
    undo: (step: string) => `Undo: ${step}`,
    redo: (step: string) => `Redo: ${step}`,
    nothingToUndo: 'Nothing to undo',
    nothingToRedo: 'Nothing to redo',
    undone: (step: string) => `Undone: ${step}.`,
    redone: (step: string) => `Done again: ${step}.`,
    /** The name of a change, as it completes "Undo: …". */
    steps: {
      file: (name: string) => `opening ${name}`,
      arm: 'treatment arm',
      reference: 'reference arm',
      order: (column: string) => `order of ${column}`,
      merge: (column: string) => `merged values of ${column}`,
      split: (column: string) => `separated values of ${column}`,
      endpoint: (name: string) => `columns of ${name}`,
      addEndpoint: (name: string) => `added ${name}`,
      removeEndpoint: (name: string) => `removed ${name}`,
      event: (name: string) => `event of ${name}`,
      response: 'best response',
      responseValue: (value: string) => `meaning of ${value}`,
      grade: 'worst adverse event',
      factors: 'covariates of the model',
      options: {
        survival: 'survival options',
        curves: 'options of the curves',
        response: 'response options',
        regression: 'regression options',
        subgroups: 'subgroup options',
        safety: 'safety options',
      },
      level: 'confidence level',
      role: (column: string) => `role of ${column}`,
      type: (column: string) => `type of ${column}`,
      missing: (column: string) => `missing values of ${column}`,
    },
  },
};
