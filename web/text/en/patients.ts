// The Patients section.

export const patients = {};
