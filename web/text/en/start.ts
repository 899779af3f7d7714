// Start and the quick calculators.

export const start = {};
