// Names of persons in a text. Of what is written large in medicine little is one: "Hodgkin Lymphoma",
// "E. Coli", "Von Willebrand".
import { inLanguages } from '../data/guess/words.ts';

const given = new Set(
  inLanguages({
    en: 'james, john, robert, michael, william, david, richard, joseph, thomas, charles, christopher, daniel, matthew, anthony, steven, andrew, paul, joshua, kenneth, kevin, brian, george, edward, ronald, timothy, jason, jeffrey, jacob, nicholas, eric, jonathan, stephen, larry, justin, brandon, benjamin, samuel, gregory, alexander, patrick, dennis, jerry, peter, henry, mary, patricia, jennifer, linda, elizabeth, barbara, susan, jessica, sarah, karen, lisa, nancy, betty, sandra, margaret, ashley, kimberly, emily, donna, michelle, carol, amanda, melissa, deborah, stephanie, rebecca, laura, helen, anna, anne, emma, olivia, jane, julia, alice, catherine, katherine, christine, ruth, maria',
    de: 'hans, wolfgang, klaus, jürgen, dieter, manfred, günter, horst, helmut, gerhard, werner, bernd, heinz, stefan, andreas, markus, martin, matthias, uwe, ralf, ursula, monika, petra, sabine, renate, helga, karin, brigitte, ingrid, erika, andrea, gisela, claudia, susanne, gabriele, heike, katharina, birgit',
    es: 'josé, jose, juan, antonio, manuel, francisco, luis, carlos, javier, miguel, pedro, pablo, jorge, carmen, ana, isabel, teresa, rosa, marta, lucía, lucia, elena, jean, pierre, michel, philippe, alain, jacques, marie, nathalie, sylvie, françois, françoise, giuseppe, giovanni, marco, giulia, francesca',
  }),
);

/** Words that are no surname. */
const noSurname = new Set(
  inLanguages({
    findings:
      'disease, morbus, syndrome, sign, test, score, scale, index, grade, stage, type, class, group, arm, cell, cells, cancer, tumor, tumour, mass, cyst, positive, negative, done, other, unknown, nos, zelle',
    // Behind an initial for left, right, nervus, vena or morbus.
    parts:
      'left, right, upper, lower, breast, lung, lobe, liver, kidney, colon, ovary, testis, eye, ear, arm, leg, hand, foot, hip, knee, shoulder, side, neck, femur, cava, tissue, node, nodes, marrow, duct, bowel, cord, tube, pleura, carotis, vagus, opticus, biopsy, army',
    // Behind the initial of its genus, and what is called by its first letter.
    species:
      'coli, aureus, epidermidis, difficile, diff, pylori, pneumoniae, aeruginosa, albicans, faecalis, faecium, influenzae, carinii, jirovecii, cloacae, maltophilia, baumannii, mellitus, bilirubin, creatinine',
    eponyms:
      'hodgkin, crohn, parkinson, alzheimer, bechterew, basedow, paget, bowen, addison, cushing, wilson, whipple, waldenström, willebrand, recklinghausen, hippel',
    roles:
      'investigator, pathologist, radiologist, physician, surgeon, sponsor, board, committee, central, irc, family, phone, mail',
  }),
);
const ofMedicine =
  /(?:oma|omas|itis|emia|aemia|osis|pathy|penia|algia|mab|nib|platin|taxel|rubicin|therap[yi]e?|ectomy|scopy|logy|uria|ation|ism|inom|phom|alis|aris)$/;

function mayBeSurname(word: string): boolean {
  const plain = word.toLowerCase();
  return !noSurname.has(plain) && !ofMedicine.test(plain);
}

const pairs = /(?<!\p{L})(?=(\p{Lu}[\p{L}'’-]+)(,?)\s+(\p{Lu}[\p{L}'’-]+|\p{Lu}\.))/gu;
const initialed = /(?<![\p{L}.])\p{Lu}\.(?:[\s-]?\p{Lu}\.)*\s?(\p{Lu}[\p{Ll}'’-]\p{L}+)/gu;
const saidBy =
  /(?:declined|refused|seen|reviewed|signed|reported|entered|called|examined|referred|approved|requested|abgelehnt|gesehen|besprochen|untersucht)\s+(?:by|with|von|durch|mit)\s+(\p{Lu}\p{Ll}+)/gu;

/** Whether a text names a person: "Anna Smith", "Smith, John", "J. Smith", "seen by Smith". */
export function hasName(text: string, column: readonly string[]): boolean {
  for (const [, first, comma, second] of text.matchAll(pairs)) {
    if (given.has(first!.toLowerCase()) && mayBeSurname(second!)) return true;
    const isGiven = given.has(second!.toLowerCase()) || second!.endsWith('.');
    if (comma !== '' && isGiven && mayBeSurname(first!)) return true;
  }
  const patterns = isInList(text, column) ? [saidBy] : [initialed, saidBy];
  return patterns.some((pattern) =>
    [...text.matchAll(pattern)].some(([, surname]) => mayBeSurname(surname!)),
  );
}

/** "A. Primary" beside "B. Secondary", "I. Linie" beside "II. Linie". */
function isInList(text: string, column: readonly string[]): boolean {
  const letterOf = (one: string) => /^(\p{Lu})\.\s/u.exec(one)?.[1] ?? null;
  const own = letterOf(text);
  if (own === null) return false;
  if (own === 'I' && column.some((one) => /^II\.\s/.test(one))) return true;
  const letters = new Set(column.map(letterOf).filter((letter) => letter !== null));
  const first = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].slice(0, letters.size);
  return letters.size > 1 && first.every((letter) => letters.has(letter));
}

const small = /^\P{Lu}*$/u;
const pair =
  /^(?!(?:Von|Van|De|Del|Di|La|Le|No|Not)\s)(\p{Lu}\p{Ll}+),?\s(?:\p{Lu}\.?\s)?(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)$/u;

/** Whether a level is a name beside as many others, or more, that are none. */
export function isNameBeside(level: string, column: readonly string[]): boolean {
  const isName = [isHanName, isPair].find((one) => one(level));
  if (isName === undefined) return false;
  const others = column.filter((one) => !isName(one));
  return (
    2 * others.length >= column.length &&
    (isName === isHanName || others.every((one) => small.test(one)))
  );
}

function isPair(level: string): boolean {
  const [, first, second] = pair.exec(level) ?? [];
  return first !== undefined && mayBeSurname(first) && mayBeSurname(second!);
}

const hanName =
  /^(?:欧阳|司马|上官|诸葛|高(?![中表风風剂劑位级級龄齡热熱烧燒钙鈣钾鉀钠鈉糖脂敏凝压壓])|[王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛余潘杜戴钟汪田任姜范姚谭廖邹熊陆郝張劉陳楊趙黃吳孫馬羅鄭謝韓馮鄧許蕭])(\p{Script=Han}{1,2})$/u;
/** Signs that stand in findings, measures and drugs, and hardly in names: "黄疸", "周期", "任何". */
const noHanName =
  /[经經边邊意绝絕尾病症癌瘤炎血肿腫痛期级級型性化度疸酸疗療药藥术術史无無有阴陰危分体體围圍何组組诊診用旧舊醒肝肺胃肠腺烟煙酒染斑色州族氏]|^国$/u;

function isHanName(level: string): boolean {
  const own = hanName.exec(level)?.[1];
  return own !== undefined && !noHanName.test(own);
}
