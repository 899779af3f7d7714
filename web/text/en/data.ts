// The Data section and its checks.

export const data = {};
