import { ownList } from './code-list.ts';

export const roadKind = ownList([
  ['earth', '泥土路', 'Earth', '泥土'],
  ['gravel', '砂石路', 'Gravel', '砂石'],
  ['concrete', '水泥路', 'Concrete', '水泥'],
  ['asphalt', '沥青路', 'Asphalt', '沥青'],
]);

export const fuelKind = ownList([
  ['firewood', '柴草', 'Firewood and straw'],
  ['dung', '干畜粪', 'Dried dung'],
  ['coal', '煤炭', 'Coal'],
  ['cleanEnergy', '清洁能源', 'Clean energy'],
  ['other', '其他', 'Other', '其它'],
]);

/** Source of drinking water in the 2013 form. */
export const waterSource = ownList([
  ['treatedTap', '经过净化处理的自来水', 'Treated tap water', '净化自来水'],
  ['protectedWell', '受保护的井水和泉水', 'Protected well or spring', '受保护井水泉水'],
  ['openWell', '不受保护的井水和泉水', 'Unprotected well or spring', '不受保护井水泉水'],
  ['surface', '江河湖泊水', 'River or lake'],
  ['rain', '收集雨水', 'Collected rain'],
  ['bottled', '桶装水', 'Bottled water'],
  ['other', '其他水源', 'Other source', '其他', '其它'],
]);

export const houseStructure = ownList([
  ['reinforcedConcrete', '钢筋混凝土', 'Reinforced concrete', '钢混'],
  ['brickConcrete', '砖混', 'Brick and concrete', '砖混材料'],
  ['brickWood', '砖瓦砖木', 'Brick and wood', '砖木', '砖瓦砖木,砖、石窑洞', '砖(石)木'],
  ['earth', '竹草土坯', 'Adobe, bamboo or straw', '土坯', '竹草土坯、土窑洞', '生土结构'],
  ['other', '其他结构', 'Other structure', '其他', '其它'],
]);

/** Safety grade of a dwelling; C and D are dangerous (JGJ 125). */
export const housingGrade = ownList([
  ['A', 'A级', 'Grade A, safe', 'A', '安全'],
  ['B', 'B级', 'Grade B, basically safe', 'B', '基本安全'],
  ['C', 'C级', 'Grade C, partly dangerous', 'C', '危房C', '局部危险', 'C级危房'],
  ['D', 'D级', 'Grade D, wholly dangerous', 'D', '危房D', '整栋危险', 'D级危房'],
]);

export const relocationMode = ownList([
  ['wholeVillage', '行政村整体搬迁', 'Whole administrative village', '行政村整体'],
  [
    'wholeHamlet',
    '自然村整体搬迁',
    'Whole hamlet',
    '自然村(组)整体',
    '自然村整村搬迁',
    '自然村(组)整体搬迁',
  ],
  ['single', '个别搬迁', 'Single household', '零星搬迁'],
]);

export const resettlementMode = ownList([
  ['concentrated', '集中安置', 'In a settlement', '集中'],
  ['scattered', '分散安置', 'Scattered', '分散'],
]);

export const resettlementPlace = ownList([
  ['countySeat', '县城安置', 'County seat', '县城'],
  ['township', '乡镇安置', 'Township', '乡镇'],
  ['otherCounty', '县外安置', 'Another county', '县外'],
  ['otherVillage', '村外安置', 'Another village', '村外'],
  ['sameVillage', '村内安置', 'Same village', '村内'],
]);

/** Which twelve months an income belongs to. */
export const incomePeriod = ownList([
  ['octoberToSeptember', '上年10月至当年9月', 'October to September', '年度'],
  ['calendarYear', '自然年度', 'Calendar year', '自然年'],
  ['rolling', '滚动12个月', 'Rolling twelve months', '滚动十二个月'],
]);
