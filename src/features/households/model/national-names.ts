import { type CodeListId, type CodeOf, codeEntry } from './code-lists.ts';

/**
 * Names that the national poverty system writes where the standard has finer codes or other words.
 * Reading needs no such table: every one of these names is an alias in its code list.
 */
const relationNames: Partial<Record<CodeOf<'relation'>, string>> = {
  '01': '本人或户主',
  '02': '本人或户主',
  '28': '之女婿',
  '38': '之儿媳',
  '41': '之孙子',
  '42': '之孙女',
  '43': '之外孙子',
  '44': '之外孙女',
  '47': '之曾孙子',
  '48': '之曾孙女',
  '51': '之父',
  '52': '之母',
  '53': '之公公',
  '54': '之婆婆',
  '55': '之岳父',
  '56': '之岳母',
  '57': '之父',
  '58': '之母',
  '61': '之祖父',
  '62': '之祖母',
  '63': '之外祖父',
  '64': '之外祖母',
  '72': '之兄弟媳妇',
  '74': '之兄弟媳妇',
  '81': '之叔伯',
  '83': '之叔伯',
  '93': '之侄儿',
  '94': '之侄女',
};

/** Ranges of GB/T 4761 that the national system has one word for. */
const relationRanges: readonly (readonly [from: string, to: string, name: string])[] = [
  ['10', '12', '配偶'],
  ['20', '29', '之子'],
  ['30', '39', '之女'],
  ['70', '79', '之兄弟姐妹'],
];

const educationNames: Record<CodeOf<'education'>, string> = {
  '00': '学龄前儿童',
  '10': '本科及以上',
  '20': '本科及以上',
  '30': '大专',
  '40': '高中',
  '60': '高中',
  '70': '初中',
  '80': '小学',
  '90': '文盲或半文盲',
};

/** The name under which a code stands in a file of the national layout. */
export function nationalName<Id extends CodeListId>(id: Id, code: CodeOf<Id>): string {
  if (id === 'relation') return nationalRelation(code);
  if (id === 'education') return educationNames[code as CodeOf<'education'>];
  return codeEntry(id, code)?.zh ?? code;
}

function nationalRelation(code: string): string {
  const named = relationNames[code as CodeOf<'relation'>];
  if (named !== undefined) return named;
  // Husbands of sisters are no siblings there either: they are 其他.
  if (code === '76' || code === '78') return '其他';
  return relationRanges.find(([from, to]) => code >= from && code <= to)?.[2] ?? '其他';
}
