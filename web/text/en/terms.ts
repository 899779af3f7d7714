// What each term means, with its source.

export const terms = {};
