// The bar, the rail, undo, saving.

export const shell = {};
