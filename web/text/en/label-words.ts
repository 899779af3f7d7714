// English words with which labels of cohorts begin. A name of anything else keeps its capital: it
// may be a German noun, a person, a place or a trade name.
const lists = {
  arms: `arm, drug, first, second, third, fourth, group, cohort, control, placebo, standard, best, supportive, observation, surveillance,
    surgery, resection, treatment, treated, untreated, therapy, chemotherapy, immunotherapy,
    radiotherapy, chemoradiotherapy, chemoradiation, radiation, monotherapy, combination, combined,
    rechallenge, experimental, investigational, intervention, conventional, targeted, adjuvant,
    neoadjuvant, palliative, induction, maintenance, concurrent, sequential, early, late, delayed,
    immediate, high, low, weekly, daily, new, historical, randomised, randomized, exposed, unexposed`,
  endpoints: `overall, progression, disease, relapse, recurrence, event, metastasis, time, not, death`,
  dates: `date, start, day, last, end, diagnosis, follow, enrolment, enrollment, inclusion`,
  patients: `age, sex, gender, male, female, men, women, patients, body, weight, height, performance,
    smoking, smoker, never, current, former, younger, older, any, all, other, no, none, with, without,
    unknown, present, absent, yes, positive, negative, number, previous, prior, baseline`,
  tumours: `tumour, tumor, stage, grade, histology, histological, histologic, pathology, size,
    location, site, primary, metastatic, metastases, line, lines, response, liver, lung, brain, bone,
    lymph, peritoneal, visceral, intestinal, diffuse, mixed, well, moderately, poorly, differentiation`,
  adverseEvents: `anaemia, anemia, neutropenia, thrombocytopenia, leukopenia, nausea, vomiting,
    diarrhoea, diarrhea, fatigue, rash, pruritus, pneumonitis, colitis, hepatitis, hypothyroidism,
    hyperthyroidism, hypertension, neuropathy, fever, pain, infection, bleeding`,
};

export const englishWords: ReadonlySet<string> = new Set(
  Object.values(lists).flatMap((list) => list.split(',').map((word) => word.trim())),
);

/** International names of drugs end so, and are written small. */
export const drugNames =
  /(mab|nib|platin|taxel|parib|ciclib|rubicin|citabine|tecan|fluorouracil|limus)$/;
