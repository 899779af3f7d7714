// Files whose words do not yet stand in web/text. Who moves them takes the line out; none is added.

const data = ['web/data/analysis-file.ts'];

const panels = [
  'web/panels/endpoint-switch.tsx',
  'web/panels/endpoint-words.ts',
  'web/panels/messages.tsx',
  'web/panels/method.ts',
  'web/panels/no-comparison.ts',
  'web/panels/time-origin.ts',
];

export const moving = new Set([...data, ...panels]);
