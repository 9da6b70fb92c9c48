const han = '〇一二三四五六七八九';
const legal = '零壹贰叁肆伍陆柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

/** 1 to 999 in words, as 一百零三 or, with the digits of cheques, 壹佰零叁. */
function inWords(
  value: number,
  digits: string,
  units: readonly [ten: string, hundred: string],
): string {
  if (value <= 0 || value > 999) return String(value);
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const digit = (index: number): string => digits.charAt(index);
  const isLegal = digits === legal;
  const tenPart = tens === 1 && hundreds === 0 && !isLegal ? units[0] : `${digit(tens)}${units[0]}`;
  const zero = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  return [
    hundreds > 0 ? `${digit(hundreds)}${units[1]}` : '',
    tens > 0 ? tenPart : zero,
    ones > 0 ? digit(ones) : '',
  ].join('');
}

function roman(value: number): string {
  const steps: readonly [number, string][] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let left = Math.min(value, 399);
  let text = '';
  for (const [step, letters] of steps) {
    text += letters.repeat(Math.floor(left / step));
    left %= step;
  }
  return text;
}

function letter(value: number): string {
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(Math.min(value, 260) / 26));
}

function enclosed(value: number, first: number): string {
  return value >= 1 && value <= 20 ? String.fromCodePoint(first + value - 1) : String(value);
}

function cyclic(value: number, characters: string): string {
  return characters.charAt((value - 1) % characters.length);
}

const formats: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: (value) => inWords(value, han, ['十', '百']),
  chineseCountingThousand: (value) => inWords(value, han, ['十', '百']),
  japaneseCounting: (value) => inWords(value, han, ['十', '百']),
  taiwaneseCounting: (value) => inWords(value, han, ['十', '百']),
  taiwaneseCountingThousand: (value) => inWords(value, han, ['十', '百']),
  koreanCounting: (value) => inWords(value, han, ['十', '百']),
  chineseLegalSimplified: (value) => inWords(value, legal, ['拾', '佰']),
  ideographDigital: (value) =>
    [...String(value)].map((digit) => han.charAt(Number(digit))).join(''),
  ideographTraditional: (value) => cyclic(value, stems),
  ideographZodiac: (value) => cyclic(value, branches),
  ideographEnclosedCircle: (value) =>
    value <= 10 ? String.fromCodePoint(0x3280 + value - 1) : String(value),
  decimalEnclosedCircle: (value) => enclosed(value, 0x2460),
  decimalEnclosedCircleChinese: (value) => enclosed(value, 0x2460),
  decimalEnclosedParen: (value) => enclosed(value, 0x2474),
  decimalEnclosedFullstop: (value) => enclosed(value, 0x2488),
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: (value) => roman(value),
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letter(value),
  lowerLetter: (value) => letter(value).toLowerCase(),
  bullet: () => '',
  none: () => '',
};

/** A number as an office program prints it (ST_NumberFormat, ECMA-376-1, 17.18.59); unknown formats as digits. */
export function formatNumber(value: number, format: string): string {
  return (formats[format] ?? String)(value);
}
