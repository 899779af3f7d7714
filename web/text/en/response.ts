// The Response section.

export const response = {};
