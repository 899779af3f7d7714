// What groups, responses, adverse events and identifiers are called in oncology spreadsheets.
import { eventWords, saysTime, statusWords } from './outcome-words.ts';
import { hasAny, inLanguages } from './words.ts';

/** The likeliest first: an "arm" beside a "group" is the arm. */
export const armWords = inLanguages({
  en: 'arm, treatment, trt, group, therapy, regimen, rx, cohort, allocation, randomisation, randomization, randomized, tx',
  de: 'therapie, behandlung, gruppe, therapiearm, behandlungsarm, studienarm, behandlungsgruppe, therapiegruppe',
  es: 'brazo, tratamiento, grupo, rama, traitement, bras, groupe, braccio, trattamento, gruppo, tratamento, braço',
  zh: '分组, 组别, 治疗组, 治疗分组, 试验分组, 研究分组, 治疗方案, 用药方案, 给药方案, 治疗方式, 干预措施, 方案, 組別, 分組, 治療組',
  ja: '群, 治療群, 投与群, 割付群, 治療法, 治療レジメン, レジメン',
});

/** Words that leave an arm an arm: "assigned_arm". */
export const armAttributes = inLanguages({
  en: 'assigned, study, actual, planned, name',
  es: 'de, estudio',
});

export const responseWords = inLanguages({
  en: 'response, bor, recist, responder, efficacy',
  de: 'ansprechen, bestansprechen',
  es: 'respuesta, réponse, risposta, resposta',
  zh: '疗效, 最佳疗效, 疗效评价, 最佳疗效评价, 療效, 最佳療效',
  ja: '効果, 最良効果, 最良総合効果, 治療効果, 奏効',
});

/** Beside a response they say how long it lasted, or when it was over. */
export const lastingWords = inLanguages({
  en: 'duration, dor, end, loss, lost, until',
  de: 'dauer, ansprechdauer, ende, verlust',
  es: 'duración, duracion, durée, durata, duração, fin',
  zh: '持续时间, 持续',
});

export const toxicityWords = inLanguages({
  en: 'ae, trae, irae, teae, toxicity, tox, ctcae, ctc, adverse',
  de: 'toxizität, nebenwirkung, nebenwirkungen, nebenwirkungsgrad',
  es: 'toxicidad, adverso, eventos adversos, toxicité, tossicità, toxicidade',
  zh: '不良反应, 毒性',
});

/** What an adverse event is called, in a table with a row for each. */
export const termWords = inLanguages({
  en: 'term, preferred term, aeterm, aedecod, event name, ae name, name of adverse event',
  de: 'nebenwirkung bezeichnung, bezeichnung',
  es: 'nombre del evento, término, termino',
  zh: '不良反应名称, 不良事件名称, 事件名称, 毒性名称',
});

export const gradeWords = inLanguages({ en: 'grade, grad, gr', es: 'grado, grau', zh: '分级' });

export const worstWords = inLanguages({
  en: 'worst, max, maximum, highest, maximal',
  de: 'höchste, höchster, maximaler, schwerste',
  es: 'máxima, máximo, maxima, maximo, peor, maximale',
  zh: '最高, 最大, 最重',
});

/** A tumour has one grade, and so has a scar in the liver: none of them is an adverse event. */
export const tissueWords = inLanguages({
  en: 'tumor, tumour, histologic, histological, histology, nuclear, fuhrman, gleason, isup, who, differentiation, regression, trg, fibrosis, steatosis, albi, malbi, edmondson, bloom, nottingham, group',
  de: 'tumorgrad, grading, differenzierung',
  es: 'tumoral, histológico, histologico, diferenciación',
  zh: '肿瘤, 组织学, 分化, 病理',
});

export const identifierWords = inLanguages({
  en: 'id, mrn, usubjid, subjid, subject, patid, pid, patientid, name, surname, initials, ssn, record, hospital, chart, seqno, nr, no, number, email, phone, address, zip, postcode',
  de: 'patientennummer, patientenid, patnr, fallnummer, fallnr, aufnahmenummer, nachname, vorname, initialen, nummer, lfd, plz, adresse, telefon, pseudonym',
  es: 'nhc, historia, historia clínica, expediente, dni, nombre, apellidos, apellido, iniciales, número, numero, nom, prénom, nome, cognome',
  zh: '姓名, 身份证号, 住院号, 病历号, 病案号, 门诊号, 编号, 序号, 手机, 电话, 住院號, 病歷號, 編號',
  ja: '氏名, 患者番号, 症例番号, 登録番号, カルテ番号',
});

/** These name the patient by themselves, also where each has several rows. */
const patientNames = inLanguages({
  en: 'id, patient, subject, mrn, usubjid, subjid, patid, patientid, pid, barcode',
  de: 'patientennummer, patientenid, patientencode, patnr, fallnummer, fallnr, pseudonym',
  es: 'paciente, paziente, nhc, expediente, dossier',
  zh: '住院号, 病历号, 病案号, 门诊号, 登记号, 患者编号, 病人编号, 受试者编号, 住院號, 病歷號',
  ja: '患者番号, 症例番号, 登録番号, カルテ番号',
});
/** Of these a number does. */
const numbered = inLanguages({
  en: 'pat, pt, subj, case, record, chart',
  de: 'fall, akte',
  es: 'historia, caso',
});
export const numberWords = inLanguages({
  en: 'n, no, nr, num, number, code',
  de: 'nummer',
  es: 'número, numero, clínica',
});

export function namesPatients(words: readonly string[]): boolean {
  const among =
    (...lists: (readonly string[])[]) =>
    (word: string) =>
      lists.some((list) => list.includes(word));
  return (
    words.every(among(patientNames, numbered, numberWords)) &&
    (words.some(among(patientNames)) ||
      (words.some(among(numbered)) && words.some(among(numberWords))))
  );
}

/** Whoever is called so is one person, however many rows there are. */
const personWords = inLanguages({
  en: 'name, patient name, surname, last name, first name, full name, initials',
  de: 'nachname, vorname, initialen',
  es: 'nombre, apellido, apellidos, nom, prénom, nome, cognome',
  zh: '姓名, 患者姓名, 病人姓名',
  ja: '氏名, 患者氏名',
});

export function namesPersons(words: readonly string[]): boolean {
  return personWords.includes(words.join(' '));
}

/** What numbers the visits of a patient. */
export const visitWords = inLanguages({
  en: 'visit, visit no, cycle, timepoint, time point, assessment no, scan no',
  de: 'visite, zyklus, kontrolle, zeitpunkt',
  es: 'visita, ciclo, consulta',
  zh: '访视, 周期, 随访次数, 就诊次数, 疗程',
  ja: '来院, 受診, サイクル',
});

/** Of such a visit a patient has one. */
export const firstOrLastWords = inLanguages({
  en: 'last, latest, final, first, initial, baseline, screening, next, end',
  de: 'letzte, letzter, letzten, erste, erster, ersten, nächste',
  es: 'último, última, ultimo, ultima, primero, primera, próxima',
  zh: '末次, 最后, 最近, 首次, 第一次, 下次',
  ja: '最終, 初回, 次回',
});

/** What also has a number, or is counted, and is the same of many patients. */
export const sharedWords = inLanguages({
  en: 'line, cohort, kit, batch, lot, dose, level, arm, group, stratum, block, ward, room, bed, region, country, investigator, physician, surgeon, doctor, node, nodes, lesion, lesions, metastases, mets',
  de: 'linie, kohorte, charge, dosis, arm, gruppe, station, zimmer, arzt',
  es: 'línea, linea, cohorte, lote, dosis, brazo, grupo, médico, medico',
  zh: '线数, 队列, 批号, 剂量, 分组, 组别, 病房, 床号, 医生',
});

/** A first column of these names that counts from 1 on numbers the patients. */
export const rowWords = inLanguages({
  en: 'n, no, nr, num, number, index, row, unnamed, case, patient, pt, record, subject, file',
  de: 'nummer, lfd, fall, akte',
  es: 'número, numero, paciente, paziente, dossier, caso, cas, expediente',
  zh: '序号, 编号, 病例',
  ja: '番号, 症例',
});

export const placeWords = inLanguages({
  en: 'inst, instit, institution, center, centre, hospital, site',
  de: 'zentrum, klinik, krankenhaus',
  es: 'centro, clínica',
  zh: '中心, 医院',
});

export const birthWords = inLanguages({
  en: 'birth, dob, birthday, birthdate',
  de: 'geburtsdatum, geburtstag, geb',
  es: 'nacimiento, naissance, nascita, nascimento',
  zh: '出生日期, 出生',
  ja: '生年月日',
});

/** Of these 8 and 9 are numbers like others: counts, ages, sizes, and scores that may go on. */
export const countWords = inLanguages({
  en: 'n, no, nr, num, number, count, counts, total, sum, sites, organs, lesions, nodes, ln, lymph, mets, metastases, cycle, cycles, course, courses, line, lines, dose, doses, drugs, visits, children, pregnancies, parity, units, packs, age, size, diameter, length, width, depth, cm, mm, score, index, nrs, vas',
  de: 'anzahl, zahl, nummer, herde, metastasen, lymphknoten, zyklen, linien, alter, größe, groesse, durchmesser, summe',
  es: 'número, numero, nombre, cantidad, ganglios, lesiones, metástasis, ciclos, líneas, edad, tamaño, âge, taille, cycles, lignes',
  zh: '个数, 数目, 数量, 次数, 淋巴结, 转移灶, 病灶数, 周期, 线数, 年龄, 大小, 直径, 评分',
  ja: '個数, 回数, リンパ節, 年齢, 径',
});

/** Numbers that stand for ordered or unordered groups. */
const codedWords = inLanguages({
  en: 'ecog, ps, stage, grade, sex, gender, line, lines, smoking, smoker, race, ethnicity, histology, her2, differentiation, child, pugh, arm, trt, treatment, group',
  de: 'geschlecht, stadium, gruppe, therapie, raucher, therapiearm',
  es: 'sexo, estadio, grupo, brazo, tratamiento, fumador, línea, linea',
  zh: '性别, 分期, 分组, 组别, 吸烟',
  ja: '性別, 病期, 喫煙',
});

export function soundsLikeCode(words: readonly string[]): boolean {
  return (
    !saysTime(words) &&
    hasAny(words, [...codedWords, ...toxicityWords, ...eventWords, ...statusWords])
  );
}
