// The Survival section.

export const survival = {};
