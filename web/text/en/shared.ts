// Words that several sections use.

export const shared = {};
