import { ownList } from './code-list.ts';

export const recognitionStandard = ownList([
  ['national', '国家标准', 'National standard', '国家'],
  ['provincial', '省定标准', 'Provincial standard', '省', '省级标准'],
  ['municipal', '市定标准', 'Prefecture standard', '市', '市级标准'],
]);

export const householdType = ownList([
  ['general', '一般农户', 'Ordinary rural household', '农户'],
  ['poor', '贫困户', 'Registered poor household', '建档立卡户', '建档立卡贫困户'],
  ['exited', '脱贫户', 'Household lifted out of poverty', '已脱贫户'],
  ['monitored', '监测户', 'Monitored household', '监测对象', '防止返贫致贫对象'],
]);

export const poorHouseholdKind = ownList([
  ['general', '一般贫困户', 'Ordinary poor household', '一般脱贫户', '一般农户'],
  ['subsistenceAllowance', '低保贫困户', 'Poor household on subsistence allowance', '低保脱贫户'],
  ['subsistenceAllowanceOnly', '低保户', 'Household on subsistence allowance'],
  [
    'extremePoverty',
    '特困供养贫困户',
    'Extremely poor household',
    '五保贫困户',
    '五保户',
    '特困供养户',
    '特困供养脱贫户',
    '五保(特困)贫困户',
  ],
  ['extremePovertyScattered', '分散供养特困户', 'Extremely poor, cared for at home', '分散供养'],
  [
    'extremePovertyCentral',
    '集中供养特困户',
    'Extremely poor, cared for in an institution',
    '集中供养',
  ],
]);

export const povertyStatus = ownList([
  ['returned', '返贫', 'Returned to poverty', '返贫(未脱贫)'],
  ['exitedEarlier', '历史已脱贫', 'Exited in an earlier year', '已脱贫', '脱贫'],
  ['notExited', '未脱贫', 'Not exited'],
  ['newlyExited', '新脱贫', 'Exited this year', '预脱贫'],
]);

export const notExitedReason = ownList([
  [
    'assurancesMissing',
    '收入超标准但未实现两不愁三保障',
    'Income above the line, but an assurance is missing',
  ],
  ['smallEffect', '享受政策但当年成效不显著', 'Policies enjoyed, but little effect this year'],
  ['lookBackEntry', '“回头看”后新纳入', 'Entered after the look-back', '回头看后新纳入'],
  ['disabledNoIncome', '因残无固定收入', 'Disabled without regular income'],
  ['underTreatment', '有大病重病正在治疗', 'Serious illness under treatment'],
  ['highExpense', '因病因学支出明显大于收入', 'Spending on illness or schooling well above income'],
  ['unstableIncome', '收入未稳定超过退出标准', 'Income not yet steadily above the exit standard'],
  ['extremePoverty', '五保户', 'Extremely poor household', '特困供养户'],
  [
    'noLabour',
    '老弱病残无劳动能力的一类低保对象',
    'On full subsistence allowance without ability to work',
  ],
  ['noNewHouse', '易地搬迁未取得新房钥匙', 'Relocated, but no key to the new house yet'],
]);

export const povertyCause = ownList([
  ['illness', '因病', 'Illness', '疾病'],
  ['disability', '因残', 'Disability', '残疾'],
  ['schooling', '因学', 'Schooling', '上学'],
  ['disaster', '因灾', 'Disaster', '因自然灾害'],
  ['lackOfLand', '缺土地', 'Lack of land'],
  ['lackOfWater', '缺水', 'Lack of water'],
  ['lackOfSkill', '缺技术', 'Lack of skill'],
  ['lackOfLabour', '缺劳动力', 'Lack of labour', '缺劳力'],
  ['lackOfFunds', '缺资金', 'Lack of funds'],
  ['poorTransport', '交通条件落后', 'Poor transport'],
  ['lackOfDrive', '自身发展动力不足', 'Lack of own drive', '自身发展力不足', '内生动力不足'],
  ['marriage', '因婚', 'Marriage'],
  ['bereavement', '因丧', 'Bereavement', '因丧致贫'],
  ['other', '其他', 'Other', '其它'],
]);

export const monitoredCategory = ownList([
  ['unstable', '脱贫不稳定户', 'Unstable after exit', '脱贫不稳定'],
  ['borderline', '边缘易致贫户', 'On the edge of poverty', '边缘户', '边缘易致贫'],
  ['suddenHardship', '突发严重困难户', 'Sudden severe hardship', '突发严重困难'],
]);

export const riskKind = ownList([
  ['illness', '因病', 'Illness'],
  ['schooling', '因学', 'Schooling'],
  ['disability', '因残', 'Disability'],
  ['disaster', '因自然灾害', 'Natural disaster', '因灾'],
  ['accident', '因意外事故', 'Accident', '意外事故'],
  ['failedProject', '因产业项目失败', 'Failed production project', '产业项目失败'],
  ['unstableWork', '因务工就业不稳', 'Unstable work', '因务工就业不稳定', '务工就业不稳'],
  ['lackOfLabour', '缺劳动力', 'Lack of labour', '因缺劳动力'],
  ['housing', '因安全住房', 'Unsafe housing', '住房出现安全问题'],
  ['water', '因安全饮水', 'Unsafe drinking water', '饮水出现安全问题'],
  ['other', '其他', 'Other', '其它'],
]);

export const disasterKind = ownList([
  ['flood', '洪涝灾害', 'Flood', '洪涝'],
  ['geological', '地质灾害', 'Landslide or other geological disaster', '地质'],
  ['drought', '旱灾', 'Drought', '干旱'],
  ['biological', '生物灾害', 'Pest or animal disease', '生物'],
  ['weather', '气象灾害', 'Severe weather', '气象'],
  ['earthquake', '地震灾害', 'Earthquake', '地震'],
  ['other', '其他灾害', 'Other disaster', '其他', '其它'],
]);

export const riskEliminationMode = ownList([
  ['assisted', '帮扶消除', 'Eliminated by assistance'],
  ['natural', '自然消除', 'Eliminated naturally', '自然消失'],
]);

/** The 14 kinds of measures; the first four are developmental (开发式). */
export const measureKind = ownList([
  ['industry', '产业帮扶', 'Production'],
  ['employment', '就业帮扶', 'Employment'],
  ['publicPost', '公益性岗位帮扶', 'Public post', '公益性岗位'],
  ['finance', '金融帮扶', 'Finance'],
  ['housing', '住房安全保障', 'Safe housing'],
  ['health', '健康帮扶', 'Health'],
  ['relocation', '搬迁', 'Relocation', '易地搬迁'],
  ['livingConditions', '生产生活条件改善', 'Living and production conditions'],
  ['education', '教育帮扶', 'Education'],
  ['compulsoryEducation', '义务教育保障', 'Compulsory education assured'],
  ['social', '社会帮扶', 'Social assistance'],
  ['water', '饮水安全保障', 'Safe drinking water'],
  ['socialSecurity', '综合保障', 'Social security'],
  ['infrastructure', '基础设施建设', 'Infrastructure'],
]);

/** Level to which a helping unit belongs (隶属关系). */
export const unitAffiliation = ownList([
  ['central', '中央', 'Central'],
  ['province', '省', 'Province', '省级'],
  ['prefecture', '市', 'Prefecture', '市级'],
  ['county', '县', 'County', '县级'],
  ['township', '乡镇', 'Township', '乡镇级'],
  ['military', '部队', 'Military'],
  ['other', '其他', 'Other', '其它'],
]);

export const householdStatus = ownList([
  ['active', '在册', 'On the register', '正常'],
  ['closed', '已销户', 'Closed', '销户'],
]);

export const closeReason = ownList([
  ['merged', '并入他户', 'Merged into another household', '并户'],
  ['noMembers', '成员全部减少', 'All members have left', '自然销户'],
  ['error', '登记错误', 'Registered in error', '误登'],
]);

/** What a registration spell is about. */
export const spellKind = ownList([
  ['registered', '建档立卡', 'Registered as poor'],
  ['monitored', '防返贫监测', 'Monitored'],
]);

export const spellStart = ownList([
  ['identified', '新识别', 'Identified', '首次识别'],
  ['lookBack', '“回头看”补录', 'Entered by the look-back', '回头看补录'],
  ['returned', '返贫', 'Returned to poverty'],
  ['split', '分户', 'Household split'],
]);

export const spellEnd = ownList([
  ['exited', '脱贫', 'Exited from poverty', '退出'],
  ['eliminated', '风险消除', 'Risk eliminated'],
  ['removed', '剔除', 'Removed by the look-back', '清退'],
  ['naturalDecrease', '自然减少', 'Natural decrease', '自然销户'],
  ['merged', '并户', 'Household merged'],
]);
