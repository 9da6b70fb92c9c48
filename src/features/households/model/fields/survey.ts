import { fieldsOf } from './field.ts';

/** What was found at a household in one year: land, living conditions, income and spending. */
export const surveyFields = fieldsOf('survey', {
  year: {
    type: 'integer',
    group: 'total',
    unit: 'year',
    range: [2013, 2100],
    required: true,
    headers: ['年度', '年份', '数据年度'],
  },
  incomePeriod: {
    type: 'code',
    list: 'incomePeriod',
    group: 'total',
    headers: ['收入周期', '收入计算周期'],
  },
  populationAtYearEnd: {
    type: 'integer',
    group: 'total',
    unit: 'person',
    range: [1, 20],
    headers: ['年末家庭人口数', '家庭人口数', '家庭人口', '人口数'],
  },
  populationAtYearStart: {
    type: 'integer',
    group: 'total',
    unit: 'person',
    range: [0, 20],
    headers: ['年初家庭人口数'],
  },

  cultivatedMu: {
    type: 'decimal',
    group: 'land',
    unit: 'mu',
    range: [0, 100],
    headers: ['耕地面积', '耕地面积(亩)'],
  },
  irrigatedMu: {
    type: 'decimal',
    group: 'land',
    unit: 'mu',
    range: [0, 100],
    headers: ['有效灌溉面积', '有效灌溉面积(亩)'],
  },
  forestMu: {
    type: 'decimal',
    group: 'land',
    unit: 'mu',
    range: [0, 200],
    headers: ['林地面积', '林地面积(亩)'],
  },
  convertedMu: {
    type: 'decimal',
    group: 'land',
    unit: 'mu',
    range: [0, 200],
    headers: ['退耕还林(草)面积', '退耕还林面积', '退耕还林还草面积', '退耕还林面积(亩)'],
  },
  orchardMu: {
    type: 'decimal',
    group: 'land',
    unit: 'mu',
    range: [0, 200],
    headers: ['林果面积', '林果面积(亩)'],
  },
  pastureMu: {
    type: 'decimal',
    group: 'land',
    unit: 'mu',
    range: [0, 100],
    headers: ['牧草地面积', '牧草地面积(亩)'],
  },
  waterMu: {
    type: 'decimal',
    group: 'land',
    unit: 'mu',
    range: [0, 100],
    headers: ['水面面积', '水域面积', '水面面积(亩)'],
  },

  inCooperative: {
    type: 'boolean',
    group: 'living',
    headers: ['是否加入农民专业合作组织', '是否加入农民专业合作社', '是否加入农民专业合作社(组织)'],
  },
  leadingFirm: {
    type: 'boolean',
    group: 'living',
    headers: ['有无龙头企业带动', '是否有龙头企业带动', '是否有龙头企业或主导产业带动'],
  },
  leadingEntrepreneur: {
    type: 'boolean',
    group: 'living',
    headers: ['有无创业致富带头人带动', '是否有创业致富带头人带动'],
  },
  householdElectricity: {
    type: 'boolean',
    group: 'living',
    headers: ['是否通生活用电', '通生活用电', '是否通电'],
  },
  productionElectricity: {
    type: 'boolean',
    group: 'living',
    headers: ['是否通生产用电', '通生产用电'],
  },
  broadcasting: { type: 'boolean', group: 'living', headers: ['是否通广播电视', '通广播电视'] },
  safeWater: {
    type: 'boolean',
    group: 'living',
    headers: ['是否解决安全饮用水', '是否解决安全饮水', '饮水是否安全'],
  },
  waterDifficult: { type: 'boolean', group: 'living', headers: ['饮水是否困难', '是否饮水困难'] },
  waterSource: {
    type: 'code',
    list: 'waterSource',
    group: 'living',
    headers: ['饮水情况', '主要饮水来源', '饮用水来源'],
  },
  sanitaryToilet: { type: 'boolean', group: 'living', headers: ['有无卫生厕所', '是否有卫生厕所'] },
  roadDistanceKm: {
    type: 'decimal',
    group: 'living',
    unit: 'kilometre',
    range: [0, 5],
    headers: ['与村主干路距离', '与村主干路距离(公里)', '距村主干路距离'],
  },
  roadKind: { type: 'code', list: 'roadKind', group: 'living', headers: ['入户路类型'] },
  roadHardened: {
    type: 'boolean',
    group: 'living',
    headers: ['入户道路是否硬化', '入户路是否硬化'],
  },
  fuels: {
    type: 'codes',
    list: 'fuelKind',
    most: 3,
    group: 'living',
    headers: ['主要燃料类型', '燃料类型', '主要燃料'],
  },
  fuelNote: { type: 'text', group: 'living', headers: ['燃料名称', '具体燃料名称'] },

  housingSqm: {
    type: 'decimal',
    group: 'housing',
    unit: 'squareMetre',
    range: [1, 1000],
    headers: ['住房面积', '住房面积(平方米)'],
  },
  dangerousHouse: {
    type: 'boolean',
    group: 'housing',
    headers: ['是否危房户', '是否危房', '危房户'],
  },
  housingGrade: {
    type: 'code',
    list: 'housingGrade',
    group: 'housing',
    headers: ['危房级别', '危房等级', '住房安全等级'],
  },
  housingRenovatedYear: {
    type: 'integer',
    group: 'housing',
    unit: 'year',
    range: [2008, 2030],
    headers: ['危改年度', '危房改造年度'],
  },
  houseStructure: {
    type: 'code',
    list: 'houseStructure',
    group: 'housing',
    headers: ['住房结构', '房屋结构', '主要房屋结构'],
  },
  houseBuiltYear: {
    type: 'integer',
    group: 'housing',
    unit: 'year',
    range: [1900, 2030],
    headers: ['建房年份', '建房时间'],
  },

  wageWorkFen: { type: 'money', group: 'wage', headers: ['务工收入', '外出务工收入'] },
  wagePublicPostFen: { type: 'money', group: 'wage', headers: ['公益性岗位收入', '公益岗位收入'] },
  wageOtherFen: { type: 'money', group: 'wage', headers: ['其他工资性收入', '其它工资性收入'] },
  wageFen: { type: 'money', group: 'wage', headers: ['工资性收入', '工资性收入(元)', '工资收入'] },

  businessCropFen: { type: 'money', group: 'business', headers: ['种植业收入', '种植收入'] },
  businessForestryFen: { type: 'money', group: 'business', headers: ['林业收入'] },
  businessLivestockFen: {
    type: 'money',
    group: 'business',
    headers: ['养殖业收入', '牧业收入', '养殖收入', '畜牧业收入'],
  },
  businessFisheryFen: { type: 'money', group: 'business', headers: ['渔业收入'] },
  businessTradeFen: {
    type: 'money',
    group: 'business',
    headers: ['二三产业收入', '二、三产业收入', '第二三产业收入'],
  },
  businessIndustryAwardFen: {
    type: 'money',
    group: 'business',
    headers: ['产业奖励', '产业奖励补助', '产业奖补收入'],
  },
  businessEmploymentAwardFen: {
    type: 'money',
    group: 'business',
    headers: ['就业奖励', '就业奖励补助', '就业奖补收入'],
  },
  businessFen: {
    type: 'money',
    group: 'business',
    headers: ['生产经营性收入', '家庭经营性收入', '经营性收入', '生产经营性收入(元)'],
  },

  propertyDividendFen: {
    type: 'money',
    group: 'property',
    headers: [
      '资产收益帮扶分红收入',
      '资产收益扶贫分红收入',
      '资产收益扶贫分红',
      '资产收益分红',
      '资产收益帮扶分红',
    ],
  },
  propertyLandFen: {
    type: 'money',
    group: 'property',
    headers: ['土地流转收入', '土地流转租金', '租金收入'],
  },
  propertyInterestFen: { type: 'money', group: 'property', headers: ['利息红利收入', '利息红利'] },
  propertyOtherFen: {
    type: 'money',
    group: 'property',
    headers: ['其他财产性收入', '其它财产性收入'],
  },
  propertyFen: {
    type: 'money',
    group: 'property',
    headers: ['财产性收入', '财产性收入(元)', '财产收入'],
  },

  transferFamilyPlanningFen: {
    type: 'money',
    group: 'transfer',
    headers: ['计划生育金', '领取计划生育金'],
  },
  transferSubsistenceFen: {
    type: 'money',
    group: 'transfer',
    headers: ['最低生活保障金', '低保金', '领取低保金'],
  },
  transferExtremePovertyFen: {
    type: 'money',
    group: 'transfer',
    headers: ['特困人员救助供养金', '特困供养金', '五保金', '领取五保金'],
  },
  transferPensionFen: {
    type: 'money',
    group: 'transfer',
    headers: ['养老金或离退休金', '养老保险金', '领取养老保险金', '养老金'],
  },
  transferEcologicalFen: {
    type: 'money',
    group: 'transfer',
    headers: ['生态补偿金', '领取生态补偿金', '生态公益林补偿金'],
  },
  transferOtherFen: {
    type: 'money',
    group: 'transfer',
    headers: ['其他转移性收入', '其它转移性收入', '其他转移收入'],
  },
  transferFen: {
    type: 'money',
    group: 'transfer',
    headers: ['转移性收入', '转移性收入(元)', '转移收入'],
  },

  businessExpenseFen: {
    type: 'money',
    group: 'expense',
    headers: ['生产经营性支出', '生产经营支出', '生产经营费用', '生产经营性支出(元)'],
  },
  expenseSubsidyFen: {
    type: 'money',
    group: 'expense',
    headers: ['专项用于减少生产经营性支出的补贴', '减少生产经营性支出的补贴'],
  },
  insurancePayoutFen: { type: 'money', group: 'expense', headers: ['理赔收入', '保险理赔收入'] },
  medicalOutOfPocketFen: {
    type: 'money',
    group: 'expense',
    headers: ['合规自付支出', '合规自付费用', '医疗合规自付支出'],
  },

  incomeFen: {
    type: 'money',
    group: 'total',
    headers: ['家庭年收入', '年收入', '年总收入', '全年总收入'],
  },
  netIncomeFen: {
    type: 'money',
    group: 'total',
    headers: ['家庭纯收入', '纯收入', '年纯收入', '家庭年纯收入'],
  },
  incomePerHeadFen: {
    type: 'money',
    group: 'total',
    headers: ['人均纯收入', '家庭人均纯收入', '年人均纯收入', '人均纯收入(元)'],
  },
});
