// The words of printed results that the finder knows, each list as one would write it down.

function spelled(list: string, between = ' '): string[] {
  return list.split(between);
}

/** Words that several spellings stand for, by the sign that the shape of a sentence has for them. */
export const signs: ReadonlyMap<string, string> = new Map(
  [
    ['v', spelled('vs v versus compared 比')],
    ['t', ['to']],
    ['o', ['of']],
    ['a', spelled('and or 和 与 及')],
    ['n', spelled('n no')],
    ['p', ['p']],
    ['H', spelled('hr ahr shr hrs or ors aor rr rrs arr')],
    ['c', spelled('ci cis')],
    ['m', spelled('month months mo mos day days week weeks wk wks year years yr yrs 个月 月')],
    ['M', spelled('median medians mpfs mdfs mdor 中位')],
    ['X', spelled('nr ne nc')],
    ['y', spelled('respectively 分别 分别为')],
  ].flatMap(([sign, list]) => [...list!].map((word) => [word, sign as string] as const)),
);

/** Abbreviations that in small letters are other words: "or", "no", "ne". */
export const onlyInCapitals = new Set(spelled('or ors rr rrs arr nr ne nc hrs v'));

/** Two words or three that stand for one. */
export const phrases: ReadonlyMap<string, string> = new Map([
  ...of('hr', spelled('hazard ratio,hazard ratios,hazards ratio', ',')),
  ...of('odds', spelled('odds ratio,odds ratios', ',')),
  ...of('risk', spelled('relative risk,risk ratio,rate ratio', ',')),
  ...of('ci', spelled('confidence interval,confidence intervals', ',')),
  ...of('of', spelled('out of,of the', ',')),
  ...of('p', spelled('p value,p values', ',')),
  ...of('nr', spelled('not reached,not estimable,not evaluable', ',')),
  ...of('%', spelled('per cent', ',')),
]);

function of(word: string, spellings: readonly string[]): [string, string][] {
  return spellings.map((spelling) => [spelling, word]);
}

export const measures: ReadonlyMap<string, 'HR' | 'OR' | 'RR'> = new Map([
  ['hr', 'HR'],
  ['hrs', 'HR'],
  ['ahr', 'HR'],
  ['shr', 'HR'],
  ['or', 'OR'],
  ['ors', 'OR'],
  ['aor', 'OR'],
  ['odds', 'OR'],
  ['rr', 'RR'],
  ['rrs', 'RR'],
  ['arr', 'RR'],
  ['risk', 'RR'],
]);

/** After a number: it counts patients. */
export const patients = new Set(
  spelled(
    'patients patient cases case participants subjects individuals persons people women men children 例 名',
  ),
);

/** Between a number and the name of its group, beside the words for patients. */
export const assigned = new Set(
  spelled(
    'in to received receiving receive were was assigned allocated randomized randomised treated with underwent undergoing given had for on',
  ),
);

/** In the name of a group they tell nothing. */
export const nameless = new Set(
  spelled(
    'the a an group groups arm arms cohort cohorts patients patient cases participants subjects of in to and or with who were was received receiving receive underwent treated treatment assigned randomized randomised allocated plus alone as for on them these among total therapy either only did not at by from into after before between both each versus vs based line',
  ),
);

/** The percentage is of a part of the patients, or of something else than patients. */
export const restricting = new Set(
  spelled(
    'subgroup subgroups among evaluable assessable responders positive negative whom those subset stratum matching matched psm propensity weighted weighting iptw sensitivity specificity protocol landmark',
  ),
);

/** Behind "patients" these begin what only some of them are. */
export const partOf = new Set(spelled('with who whose without aged'));

/** Before "population" these say that it is everybody. */
export const everybody = new Set(spelled('treat itt overall whole entire full total study'));

/** What is known of a patient: "response data were available for 31 patients". */
export const records = new Set(
  spelled('data information records assessment assessments evaluation evaluations'),
);
export const known = new Set(spelled('available complete evaluable assessable'));

/** They leave the response the one to treatment: "best overall response". */
export const besideResponse = new Set(
  spelled('the tumor tumour objective overall best radiological radiographic confirmed'),
);

/** With these it is said of nobody, or of everybody. */
export const negations = new Set(spelled('no not none neither nor never without cannot'));
export const leftOut = new Set(spelled('excluded omitted dropped removed'));
export const whole = new Set(spelled('all every each entire whole'));

/** Beside these it is said of this one analysis, and not of what follows. */
export const withinOne = new Set(
  spelled(
    'sensitivity subgroup subgroups exploratory secondary supplementary additional hoc biomarker biomarkers model models regression cox logistic multivariable multivariate univariable univariate translational correlative landmark',
  ),
);

/** A result beside these is of the response to treatment. */
export const responses = new Set(
  spelled(
    'response responses responded responder responders orr dcr cbr cr pr remission remissions control',
  ),
);
export const otherResponses = new Set(
  spelled('pathologic pathological immune antibody metabolic molecular serologic psa duration'),
);

/** Of what else a share of patients is. */
export const harms = new Set(
  spelled(
    'adverse ae aes trae traes irae iraes toxicity toxicities grade events mortality survival',
  ),
);

/** "the intention-to-treat population" */
export const sets = new Set(spelled('population cohort set analysis'));

/** Behind "in" these are a part of the patients: "in women", "in never smokers". */
export const kindsOfPatients = new Set(
  spelled(
    'women men females female males male smokers nonsmokers elderly older younger mutant mutated wild',
  ),
);

/** What a percentage of no patients stands beside: before it, or behind it. */
export const noShareBefore = new Set(
  spelled(
    'by least most than power level expression cutoff threshold reduction increase decrease cps tps alpha error margin reduced increased decreased fell rose intensity rdi shrinkage adherence compliance size change',
  ),
);

/** How much of a dose or a size: what follows in the same comparison is no share either. */
export const measured = new Set(
  spelled('intensity rdi shrinkage adherence compliance size change'),
);
export const noShareAfter = new Set(
  spelled(
    'power confidence level reduction increase decrease lower higher less more greater ci significance of-dose margin ul dose identity',
  ),
);

/** A share at a time: read from a curve. */
export const curveWords = new Set(
  spelled(
    'survival survived surviving os pfs dfs rfs efs ttp lfs mfs css dss ffs ttf dmfs lrfs idfs probability alive relapse recurrence mortality cumulative freedom free kaplan 生存率',
  ),
);

/** The estimate of a curve, at whatever time. */
export const survivalRates = new Set(
  spelled('survival os pfs dfs rfs efs lfs mfs css dss ffs dmfs lrfs idfs 生存率'),
);

/** "Without progression" is another way to say it. */
export const withoutWhat = new Set(
  spelled('progression relapse recurrence event events disease metastasis metastases treatment'),
);

/** They make a response or control one that lasts for a time. */
export const lastingWords = new Set(
  spelled('duration dor ongoing maintained remained local locoregional regional'),
);

/** Shares that are counted, also where a curve is told of beside them. */
export const rates = new Set(spelled('response orr control dcr'));

/** Before a time at which a curve is read. */
export const atTimes = new Set(spelled('at by within after'));

/** Small numbers are written out: "seven (4%) of 161". */
export const numberWords: ReadonlyMap<string, string> = new Map(
  spelled('one two three four five six seven eight nine ten eleven twelve').map((word, at) => [
    word,
    String(at + 1),
  ]),
);

/** In the name of a group of patients, beside a number that may count something else. */
export const groupWords = new Set(
  spelled(
    'group groups arm arms cohort cohorts patients cases controls control placebo therapy treatment chemotherapy immunotherapy radiotherapy surgery 组',
  ),
);

/** Of what a median is that has an end of follow-up. */
export const survivalWords = new Set(
  spelled(
    'survival os pfs dfs rfs efs ttp ttf dor mos mpfs mdfs mdor progression duration response ttr lfs mfs css dss pps 生存期 生存 progression-free',
  ),
);

/** Numbers behind these are codes. */
export const coded = new Set(
  spelled(
    'grade grades stage stages ecog ps score class phase level cps tps type line cycle cycles figure fig table ref aged age',
  ),
);

/** No p of a comparison of two arms. */
export const otherP = new Set(
  spelled(
    'interaction interactions int trend heterogeneity het superiority equivalence subgroup subgroups nonlinearity linearity schoenfeld proportionality assumption 交互',
  ),
);

/** A p beside these is larger than that of its comparison alone. */
export const adjustedP = new Set(
  spelled(
    'adjusted adjustment corrected correction multiplicity bonferroni holm hochberg hommel benjamini sidak šidák tukey dunnett fdr padj',
  ),
);

export const outcomes = new Set(
  spelled('orr dcr cbr cr pr sd pd os pfs dfs response control survival remission'),
);

/** In a row of a table these say that "62 (9)" is no count with its percentage. */
export const noCounts = new Set(
  spelled(
    'age years year median mean sd iqr range kg cm bmi score months month days weight height ml mg',
  ),
);
