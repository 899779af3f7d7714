// The engine's problems and warnings, one sentence for each code.

export const problems = {};
