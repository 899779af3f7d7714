// The Regression section.

export const regression = {};
