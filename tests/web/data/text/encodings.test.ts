import { describe, expect, test } from 'vitest';

import { encodingNamed, guessEncoding, samplesOf } from '../../../../web/data/text/encodings.ts';
import { encoded } from '../corpus/lib/encode.mjs';

const guessed = (text: string, encoding: string) => guessEncoding(encoded(text, encoding));

describe('guessEncoding', () => {
  test.each([
    ['windows-1252', 'Patient;Überleben (Monate);Geschlecht\nMüller;12,4;männlich'],
    ['windows-1252', 'Größe\n1\n'],
    ['windows-1252', 'âge;médicament;décès\n40;cisplatine;décédé'],
    ['windows-1252', 'Éxitus;Edad;SG (años);Progresión\nSí;4;3;No'],
    ['windows-1252', 'Idade;Progressão;Óbito\n3;Não;Não'],
    ['windows-1252', 'älder;kön\n3;man'],
    ['windows-1252', 'name;größe\nÅsa;170'],
    ['windows-1250', 'Wiek;Płeć;Zgon\n3;męska;tak'],
    ['windows-1250', 'věk;pohlaví;přežití\n3;muž;2'],
    ['windows-1250', 'életkor;nem;túlélés (hónap)\n3;nő;2'],
    ['windows-1250', 'vârstă;supravieţuire\n3;2'],
    ['windows-1251', 'возраст;пол;группа\n45;муж;химиотерапия\n'],
    ['windows-1251', 'Пациент;Смерть\n1;да'],
    ['windows-1253', 'ηλικία;φύλο;θάνατος\n45;άνδρας;ναι'],
    ['windows-1254', 'yaş;cinsiyet;sağkalım;ölüm\n45;erkek;12;hayır'],
    ['gb18030', '姓名\n死亡\n'],
    ['gb18030', '王芳，男\n'],
    ['gb18030', '编号,年龄,组别,总生存期(月)\n1,65,化疗组,12\n'],
    ['shift_jis', '患者番号,年齢,性別\n1,65,男性\n'],
    ['shift_jis', '氏名,ステータス\nアベ,死亡\n'],
  ])('%s: %j', (encoding, text) => {
    expect(guessed(text, encoding)).toMatchObject({ encoding });
  });

  test('is sure where one encoding alone makes sense of the letters', () => {
    expect(guessed('治疗组\n化疗', 'gb18030').sure).toBe(true);
    expect(guessed('возраст;пол', 'windows-1251').sure).toBe(true);
    // ø and ř are one byte.
    expect(guessed('død', 'windows-1252').sure).toBe(false);
  });

  test('a sign that reads alike everywhere leaves no doubt', () => {
    expect(guessed('T °C,5 µg\n1,2', 'windows-1252').sure).toBe(true);
  });
});

test('samples show a word of the file as each encoding reads it', () => {
  const samples = new Map(
    samplesOf(encoded('id,治疗组\n1,化疗', 'gb18030')).map(({ encoding, text }) => [
      encoding,
      text,
    ]),
  );
  expect(samples.get('gb18030')).toBe('治疗组');
  expect(samples.get('windows-1252')).toMatch(/^ÖÎÁÆ/);
  expect(samplesOf(encoded('id,arm\n1,A'))).toEqual([]);
});

test.each([
  ['UTF8', 'utf-8'],
  ['GBK', 'gb18030'],
  ['cp1250', 'windows-1250'],
  ['Shift_JIS', 'shift_jis'],
  ['ebcdic', undefined],
])('the name %s', (name, encoding) => {
  expect(encodingNamed(name)).toBe(encoding);
});
