import { standardList } from './code-list.ts';

export const sex = standardList('GB/T 2261.1-2003', [
  ['0', '未知的性别', 'Unknown', '未知'],
  ['1', '男', 'Male', '男性'],
  ['2', '女', 'Female', '女性'],
  ['9', '未说明的性别', 'Not stated', '未说明'],
]);

export const maritalStatus = standardList('GB/T 2261.2-2003', [
  ['10', '未婚', 'Never married'],
  ['20', '已婚', 'Married', '初婚', '再婚', '复婚'],
  ['30', '丧偶', 'Widowed'],
  ['40', '离婚', 'Divorced', '离异'],
  ['90', '未说明的婚姻状况', 'Not stated', '未说明'],
]);

/**
 * Attainment only. What a pupil now attends is `schoolStatus`; the two exclude one another (R031).
 * `00` is ours: the standard has no code for a child below school age, the national forms have.
 */
export const education = standardList('GB/T 4658-2006', [
  ['00', '学龄前儿童', 'Below school age', '学龄前'],
  ['10', '研究生教育', 'Postgraduate', '研究生', '硕士研究生及以上', '硕士及以上'],
  ['20', '大学本科教育', 'Bachelor', '本科及以上', '本科', '大学本科'],
  ['30', '大学专科教育', 'Junior college', '大专', '大专及以上', '专科', '大学专科'],
  ['40', '中等职业教育', 'Secondary vocational', '中职', '中专', '技校', '中专或中技'],
  ['60', '普通高级中学教育', 'Senior secondary', '高中', '普通高中'],
  ['70', '初级中学教育', 'Junior secondary', '初中'],
  ['80', '小学教育', 'Primary', '小学'],
  ['90', '文盲或半文盲', 'Illiterate or semi-literate', '文盲', '半文盲', '文盲半文盲', '其他'],
]);

export const politicalStatus = standardList('GB/T 4762-1984', [
  ['01', '中国共产党党员', 'Member of the Communist Party', '中共党员', '党员'],
  [
    '02',
    '中国共产党预备党员',
    'Probationary member of the Communist Party',
    '中共预备党员',
    '预备党员',
  ],
  ['03', '中国共产主义青年团团员', 'Member of the Communist Youth League', '共青团员', '团员'],
  [
    '04',
    '中国国民党革命委员会会员',
    'Member of the Revolutionary Committee of the Kuomintang',
    '民革党员',
    '民革会员',
  ],
  ['05', '中国民主同盟盟员', 'Member of the China Democratic League', '民盟盟员'],
  [
    '06',
    '中国民主建国会会员',
    'Member of the China National Democratic Construction Association',
    '民建会员',
  ],
  [
    '07',
    '中国民主促进会会员',
    'Member of the China Association for Promoting Democracy',
    '民进会员',
  ],
  [
    '08',
    '中国农工民主党党员',
    "Member of the Chinese Peasants' and Workers' Democratic Party",
    '农工党党员',
  ],
  ['09', '中国致公党党员', 'Member of the China Zhi Gong Party', '致公党党员'],
  ['10', '九三学社社员', 'Member of the Jiusan Society'],
  [
    '11',
    '台湾民主自治同盟盟员',
    'Member of the Taiwan Democratic Self-Government League',
    '台盟盟员',
  ],
  ['12', '无党派民主人士', 'Without party affiliation', '无党派人士'],
  ['13', '群众', 'Citizen without party membership'],
]);
