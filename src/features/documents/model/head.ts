import { HAN, parseHanNumber, withPlainDigits } from './numerals.ts';

const NOUNS =
  '(?:意见|方案|通知|办法|纲要|决定|规定|细则|规划|计划|条例|公告|通告|批复|复函|要点|措施|制度|规程|规则|预案|指南|标准|决议)';
const titleEnd = new RegExp(`${NOUNS}(?:\\s*[（(〔【][^（(〔【]{1,20}[）)〕】])?$`);
const LONGEST_TITLE = 90;
const SHORTEST_TITLE = 4;

/** A line that may be the title of a document: short, no sentence, ends in 意见, 方案 or the like. */
export function looksLikeTitle(text: string): boolean {
  if (text.length > LONGEST_TITLE || text.length < SHORTEST_TITLE) return false;
  return (
    titleEnd.test(text) &&
    !/[。；;！？!?]/.test(text) &&
    !/^(为|根据|按照|现将|依据|请|经)/.test(text)
  );
}

/** A first sentence such as 为…，制定本方案。 */
export function looksLikePreamble(text: string): boolean {
  return (
    /^(为|根据|按照|依据|经|打赢|近日|近年)/.test(text) &&
    /(制定|提出|拟定|出台|作出|印发).{0,14}(方案|意见|办法|通知|规定|细则|纲要|计划|规划|决定|决议)/.test(
      text,
    )
  );
}

const issuerEnd =
  /(委员会|人民政府|政府|办公室|办公厅|领导小组|指挥部|总队|中心|[省市县区州旗]委|局|厅|部|院|社|会)$/;

/** A line such as 柳溪县扶贫开发领导小组办公室, alone or two of them side by side. */
export function looksLikeIssuer(text: string): boolean {
  return text.length <= 40 && issuerEnd.test(text) && !/[，。；：、,;:]/.test(text);
}

/** What a title says of its issuer: all before 关于. */
export function issuerOfTitle(title: string): string | null {
  const before = /^(.{2,40}?)\s*关于/.exec(title)?.[1]?.trim() ?? '';
  return before !== '' && looksLikeIssuer(before) ? before : null;
}

const issueNumber =
  /^([\p{Script=Han}]{1,14})\s*[〔[（(【﹝]\s*((?:19|20)\d{2})\s*[〕\]）)】﹞]\s*第?\s*(\d{1,4})\s*号$/u;

/** The number of issue on a line of its own, written as GB/T 9704-2012, 7.2.5 has it; undefined otherwise. */
export function issueNumberOf(line: string): string | undefined {
  const match = issueNumber.exec(withPlainDigits(line));
  return match === null ? undefined : `${match[1]}〔${match[2]}〕${match[3]}号`;
}

/** Lines of addressees, such as 各乡镇人民政府，县直各单位： */
export function looksLikeAddressees(text: string): boolean {
  return (
    /[:：]$/.test(text) &&
    text.length <= 200 &&
    /(各|人民政府|单位|部门|乡镇|街道|委员会|党委)/.test(text)
  );
}

const LONGEST_DAY = 30;

/** The day that a line consists of, in digits or in words, also in brackets or with 印发 after it. */
export function dayOf(line: string): string | undefined {
  if (line.length > LONGEST_DAY) return undefined;
  const bare = withPlainDigits(line).replaceAll(/^[（(]|[）)]$|\s|印发$/g, '');
  const digits = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(bare);
  if (digits !== null) return written(digits.slice(1).map(Number));
  const words = new RegExp(`^([零〇○一二三四五六七八九]{4})年(${HAN})月(${HAN})日$`).exec(bare);
  if (words === null) return undefined;
  const year = [...(words[1] ?? '')].map((digit) =>
    '零一二三四五六七八九'.indexOf(digit.replace(/[〇○]/, '零')),
  );
  return written([
    Number(year.join('')),
    parseHanNumber(words[2] ?? '') ?? 0,
    parseHanNumber(words[3] ?? '') ?? 0,
  ]);
}

/** The day of publishing that a line of a web page tells. */
export function publishedDayOf(line: string): string | undefined {
  const match =
    /(?:发布时间|发布日期|更新时间|发文时间|日期|时间)\s*[:：]\s*(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})/.exec(
      withPlainDigits(line),
    );
  return match === null ? undefined : written(match.slice(1).map(Number));
}

function written([year = 0, month = 0, day = 0]: number[]): string | undefined {
  if (year < 1949 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31)
    return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
