// What several sections say in the same words.

export const shared = {
  options: {
    name: 'Options',
    level: 'Coverage of every interval',
    levelHint: 'Applies to the whole page.',
  },
};
