// The Safety section.

export const safety = {};
