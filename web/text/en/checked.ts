// How this was checked.

export const checked = {};
