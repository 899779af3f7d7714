// What figures and their frames say.

export const figures = {};
