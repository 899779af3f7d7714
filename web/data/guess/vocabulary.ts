// What the columns of oncology spreadsheets are called, in the words their authors use.

/** An endpoint the page knows by name. `verb` completes "66 patients …". */
export interface EndpointKind {
  name: string;
  title: string;
  verb: string;
  /** Any of these words in a column's name points to the endpoint. */
  words: readonly string[];
}

/** Specific ones first: "progression-free survival" is not overall survival. */
export const endpointKinds: readonly EndpointKind[] = [
  {
    name: 'PFS',
    title: 'Progression-free survival',
    verb: 'progressed or died',
    words: [
      'pfs',
      'progression',
      'progressed',
      'progress',
      'progressionsfreies',
      '无进展生存期',
      '无进展生存',
      '疾病进展',
      '是否进展',
      '进展',
    ],
  },
  {
    name: 'DFS',
    title: 'Disease-free survival',
    verb: 'relapsed or died',
    words: ['dfs', 'idfs', 'disease free'],
  },
  {
    name: 'RFS',
    title: 'Relapse-free survival',
    verb: 'relapsed or died',
    words: ['rfs', 'relapse', 'relapsed', 'recurrence', 'recurred', 'recur'],
  },
  {
    name: 'EFS',
    title: 'Event-free survival',
    verb: 'had an event',
    words: ['efs', 'event free'],
  },
  {
    name: 'MFS',
    title: 'Metastasis-free survival',
    verb: 'had metastases or died',
    words: ['mfs', 'dmfs', 'metastasis free'],
  },
  { name: 'TTP', title: 'Time to progression', verb: 'progressed', words: ['ttp'] },
  {
    name: 'DSS',
    title: 'Disease-specific survival',
    verb: 'died of the disease',
    words: ['dss', 'css', 'disease specific', 'cancer specific'],
  },
  {
    name: 'OS',
    title: 'Overall survival',
    verb: 'died',
    words: [
      'os',
      'overall',
      'survival',
      'surv',
      'death',
      'dead',
      'died',
      'deceased',
      'vital',
      'gesamtüberleben',
      'überleben',
      'überlebenszeit',
      'verstorben',
      'tod',
      '总生存期',
      '总生存',
      '生存期',
      '生存时间',
      '生存状态',
      '是否死亡',
      '死亡',
    ],
  },
];

const timeWords = [
  'time',
  'months',
  'month',
  'mos',
  'mo',
  'days',
  'day',
  'weeks',
  'week',
  'years',
  'yrs',
  'duration',
  'followup',
  'follow',
  'fu',
  'monate',
  'monat',
  'tage',
  'wochen',
  'jahre',
  '月',
  '天',
  '日',
  '周',
  '年',
];
const eventWords = [
  'event',
  'evt',
  'death',
  'dead',
  'died',
  'deceased',
  'censored',
  'cens',
  'censor',
  'alive',
  'relapse',
  'relapsed',
  'recurrence',
  'recurred',
  'recur',
  'progression',
  'progressed',
  'vital',
  'verstorben',
  'tod',
  '生存状态',
  '是否死亡',
  '死亡',
  '疾病进展',
  '是否进展',
  '进展',
];
const statusWords = ['status', 'stat', 'indicator', 'ind', 'flag', 'code'];

const endings = ['months', 'status', 'event', 'time', 'date', 'days', 'stat'];
/** Abbreviations that are glued to what follows: "pfstime", "osmonths". */
const endpointCodes = [
  'idfs',
  'dmfs',
  'pfs',
  'dfs',
  'rfs',
  'efs',
  'mfs',
  'ttp',
  'dss',
  'css',
  'os',
];

/** "OS.months", "osMonths", "OSmonths" and "os_months" are all [os, months]. */
export function wordsOf(name: string): string[] {
  return name
    .normalize('NFKC')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap(split)
    .filter((word) => word !== '');
}

function split(word: string): string[] {
  const code = endpointCodes.find((one) => word.startsWith(one) && word.length > one.length);
  if (code !== undefined) {
    const rest = word.slice(code.length);
    if ([...timeWords, ...eventWords, ...statusWords].includes(rest)) return [code, rest];
  }
  const ending = endings.find((one) => word.endsWith(one) && word.length > one.length);
  return ending === undefined ? [word] : [word.slice(0, -ending.length), ending];
}

export function hasAny(words: readonly string[], wanted: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `;
  return wanted.some((word) => text.includes(` ${word} `));
}

export function endpointNamed(words: readonly string[]): EndpointKind | null {
  return endpointKinds.find((kind) => hasAny(words, kind.words)) ?? null;
}

/** What was before the cohort's treatment, or is no follow-up at all. */
const elsewhere = [
  'prior',
  'previous',
  'baseline',
  'diag',
  'diagnosis',
  'age',
  'dose',
  'line',
  'cycle',
  'cycles',
  'adverse',
  'interval',
  'history',
  'adjuvant',
  'neoadjuvant',
  'alter',
  '年龄',
];

export function isElsewhere(words: readonly string[]): boolean {
  return hasAny(words, elsewhere);
}

/** "death_time" is a time and "fu_status" an event: the word that says what is measured decides. */
export function soundsLikeTime(words: readonly string[]): boolean {
  if (isElsewhere(words) || hasAny(words, statusWords)) return false;
  return hasAny(words, timeWords) || (endpointNamed(words) !== null && !hasAny(words, eventWords));
}

export function soundsLikeEvent(words: readonly string[]): boolean {
  const status = hasAny(words, statusWords);
  if (isElsewhere(words) || (hasAny(words, timeWords) && !status)) return false;
  if (hasAny(words, eventWords) || endpointNamed(words) !== null) return true;
  // "status" alone is follow-up; "her2_status" and "performance status" are not.
  const neutral = ['fu', 'follow', 'up', 'last', 'patient', 'survival', 'final'];
  return status && words.every((word) => statusWords.includes(word) || neutral.includes(word));
}

export const armWords = [
  'arm',
  'treatment',
  'trt',
  'group',
  'therapy',
  'regimen',
  'rx',
  'cohort',
  'allocation',
  'randomisation',
  'randomization',
  'randomized',
  'tx',
  'therapie',
  'behandlung',
  'gruppe',
  'therapiearm',
  '分组',
  '组别',
  '治疗组',
  '治疗方案',
];
/** Words that leave an arm an arm: "assigned_arm". */
export const armAttributes = ['assigned', 'study', 'actual', 'planned'];
export const responseWords = [
  'response',
  'bor',
  'recist',
  'responder',
  'efficacy',
  'ansprechen',
  '疗效',
  '最佳疗效',
  '疗效评价',
  '最佳疗效评价',
];
export const toxicityWords = [
  'ae',
  'trae',
  'irae',
  'teae',
  'toxicity',
  'tox',
  'ctcae',
  'adverse',
  'toxizität',
  'nebenwirkung',
  'nebenwirkungen',
  '不良反应',
  '不良反应分级',
  '最高不良反应分级',
];
export const gradeWords = ['grade', 'grad', '分级'];
export const worstWords = [
  'worst',
  'max',
  'maximum',
  'highest',
  'maximal',
  'höchste',
  'höchster',
  '最高',
  '最高不良反应分级',
];
export const identifierWords = [
  'id',
  'mrn',
  'usubjid',
  'subjid',
  'subject',
  'patid',
  'pid',
  'patientid',
  'name',
  'surname',
  'initials',
  'ssn',
  'record',
  'hospital',
  'chart',
  'seqno',
  '姓名',
  '身份证号',
  '住院号',
  '病历号',
  '病案号',
];
export const placeWords = ['inst', 'instit', 'institution', 'center', 'centre', 'hospital', 'site'];
export const birthWords = ['birth', 'dob', 'birthday', 'birthdate', 'geburtsdatum', '出生日期'];
/** Numbers that stand for ordered or unordered groups. */
const codedWords = [
  'ecog',
  'ps',
  'stage',
  'grade',
  'sex',
  'gender',
  'line',
  'lines',
  'smoking',
  'smoker',
  'race',
  'ethnicity',
  'histology',
  'her2',
  'differentiation',
  'child',
  'pugh',
  'arm',
  'trt',
  'treatment',
  'group',
];

export function soundsLikeCode(words: readonly string[]): boolean {
  return !hasAny(words, timeWords) && hasAny(words, [...codedWords, ...eventWords, ...statusWords]);
}

const capitals = [
  'os',
  'pfs',
  'dfs',
  'rfs',
  'efs',
  'cps',
  'tps',
  'ecog',
  'ps',
  'her2',
  'msi',
  'mss',
  'mmr',
  'dmmr',
  'tmb',
  'ebv',
  'hbv',
  'hpv',
  'kras',
  'braf',
  'egfr',
  'alk',
  'er',
  'pr',
  'bmi',
  'ldh',
  'cea',
  'afp',
  'psa',
  'ca',
  'nlr',
  'ici',
  'ae',
  'trae',
  'id',
  'tnm',
  'bor',
];

/** A column's name as it stands in a table of a paper: "cps_group" -> "CPS group". */
export function labelOf(name: string): string {
  const spaced = name.replace(/[_.]+/g, ' ').trim();
  if (spaced === '' || /\p{Lu}/u.test(spaced)) return spaced === '' ? name : spaced;
  const words = spaced
    .split(/\s+/)
    .map((word) => (capitals.includes(word) ? word.toUpperCase() : word));
  const text = words.join(' ').replace(/\bPD L1\b|\bpd l1\b/i, 'PD-L1');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
