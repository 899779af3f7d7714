// The Subgroups section.

export const subgroups = {};
