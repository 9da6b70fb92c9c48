import { ownList } from './code-list.ts';

export const documentKind = ownList([
  ['idCard', '居民身份证', 'Resident identity card', '身份证', '二代身份证'],
  ['disabilityCard', '残疾人证', 'Disability certificate', '残疾证', '中华人民共和国残疾人证'],
]);

/** What a person attends now. Order is the order of grades. */
export const schoolStatus = ownList([
  ['notInSchool', '非在校生', 'Not in school', '非在校'],
  ['belowSchoolAge', '学龄前儿童', 'Below school age', '学龄前'],
  ['preschool', '学前教育', 'Pre-school', '幼儿园'],
  ['primary', '小学', 'Primary school', '小学在校'],
  ['grade7', '七年级', 'Grade 7', '初中一年级', '初一'],
  ['grade8', '八年级', 'Grade 8', '初中二年级', '初二'],
  ['grade9', '九年级', 'Grade 9', '初中三年级', '初三'],
  ['senior1', '普通高中一年级', 'Senior secondary, year 1', '高中一年级', '高一'],
  ['senior2', '普通高中二年级', 'Senior secondary, year 2', '高中二年级', '高二'],
  ['senior3', '普通高中三年级', 'Senior secondary, year 3', '高中三年级', '高三'],
  ['vocational1', '中职一年级', 'Secondary vocational, year 1', '中职一年级(含技工学校)'],
  ['vocational2', '中职二年级', 'Secondary vocational, year 2'],
  ['vocational3', '中职三年级', 'Secondary vocational, year 3'],
  ['technician', '技师学院', 'Technician college', '技师学院一年级'],
  ['college1', '高职高专一年级', 'Vocational college, year 1', '高职(高专)一年级', '高职一年级'],
  ['college2', '高职高专二年级', 'Vocational college, year 2', '高职(高专)二年级', '高职二年级'],
  ['college3', '高职高专三年级', 'Vocational college, year 3', '高职(高专)三年级', '高职三年级'],
  ['higher', '大专及以上', 'Higher education', '大专'],
  ['bachelor', '本科', 'Bachelor studies', '本科在校', '大学本科'],
  ['postgraduate', '硕士研究生及以上', 'Postgraduate studies', '硕士及以上', '研究生'],
]);

export const outOfSchoolReason = ownList([
  ['illness', '因病', 'Illness', '因病休学'],
  ['disability', '因残', 'Disability', '重度残疾'],
  ['unwilling', '厌学', 'Unwilling to learn', '因厌学辍学'],
  ['hardship', '家庭困难', 'Hardship', '因贫', '因贫失学', '家庭经济困难'],
  ['working', '务工', 'Working', '外出务工'],
  ['earlyMarriage', '早婚早育', 'Early marriage', '早婚'],
  ['suspended', '休学', 'Studies suspended'],
  ['deferred', '延缓入学', 'Entry deferred', '缓学'],
  ['homeTaught', '送教上门', 'Taught at home'],
  ['other', '其他', 'Other', '其它'],
]);

/** Several may hold since the 2018 form; `deceased` is kept only to read older files. */
export const healthStatus = ownList([
  ['healthy', '健康', 'Healthy', '良好'],
  ['chronicIllness', '长期慢性病', 'Long chronic illness', '患有长期慢性病', '慢性病'],
  ['seriousIllness', '患有大病', 'Serious illness', '大病', '患大病', '重病'],
  ['disability', '残疾', 'Disability', '残疾人', '患有残疾'],
  ['deceased', '死亡', 'Deceased', '已死亡'],
]);

export const labourSkill = ownList([
  ['ordinary', '普通劳动力', 'Ordinary worker', '普通全劳动力'],
  ['skilled', '技能劳动力', 'Skilled worker'],
  [
    'weak',
    '弱劳动力或半劳动力',
    'Weak or half worker',
    '弱劳动力',
    '半劳动力',
    '半/弱劳动力',
    '弱半劳动力',
  ],
  ['lost', '丧失劳动力', 'Lost ability to work', '丧失劳动能力'],
  ['none', '无劳动力', 'No ability to work', '无劳动能力'],
]);

export const workStatus = ownList([
  ['inTownship', '乡镇内务工', 'In the township', '乡镇内', '乡(镇)内务工', '乡(镇)内'],
  ['inCounty', '乡镇外县内务工', 'In the county', '乡镇外县内', '乡(镇)外县内务工', '乡(镇)外县内'],
  ['inProvince', '县外省内务工', 'In the province', '县外省内'],
  ['outsideProvince', '省外务工', 'Outside the province', '省外'],
  ['other', '其他', 'Other', '其它'],
]);

export const publicPost = ownList([
  ['forestRanger', '护林员', 'Forest ranger', '生态护林员', '草管员'],
  ['cleaner', '保洁员', 'Cleaner', '保洁绿化'],
  ['roadKeeper', '护路员', 'Road keeper', '道路维护员', '护路'],
  ['waterKeeper', '水管员', 'Water keeper', '护河员', '河道巡查员'],
  ['securityAssistant', '治安协管员', 'Security assistant', '治安巡逻'],
  ['carer', '护理员', 'Carer', '互助护理员', '养老护理员'],
  ['photovoltaic', '光伏公益岗位', 'Photovoltaic public post', '光伏公岗'],
  ['coordinator', '乡村协管员', 'Village coordinator', '协管员', '信息员'],
  ['other', '其他公益性岗位', 'Other public post', '其他', '其它'],
]);

export const subsistenceAllowance = ownList([
  ['none', '未享受', 'Not receiving', '否', '未享受低保'],
  ['rural', '农村低保', 'Rural subsistence allowance', '享受农村低保', '是', '低保'],
  ['urban', '城市低保', 'Urban subsistence allowance', '享受城市低保'],
]);

export const extremePovertySupport = ownList([
  ['none', '未享受', 'Not receiving', '否', '未享受特困供养'],
  [
    'rural',
    '农村特困',
    'Rural support for the extremely poor',
    '农村特困供养',
    '是',
    '特困供养',
    '五保',
  ],
  ['urban', '城市特困', 'Urban support for the extremely poor', '城市特困供养'],
]);

/** Whom migrant workers leave at home (三留守). */
export const leftBehind = ownList([
  ['child', '留守儿童', 'Left-behind child'],
  ['woman', '留守妇女', 'Left-behind woman'],
  ['elder', '留守老人', 'Left-behind elderly person'],
]);

/** Kinds on the disability certificate: the 19th digit of its number. */
export const disabilityKind = ownList([
  ['1', '视力残疾', 'Sight', '视力'],
  ['2', '听力残疾', 'Hearing', '听力'],
  ['3', '言语残疾', 'Speech', '言语'],
  ['4', '肢体残疾', 'Limbs', '肢体'],
  ['5', '智力残疾', 'Intellect', '智力'],
  ['6', '精神残疾', 'Mind', '精神'],
  ['7', '多重残疾', 'Multiple', '多重'],
]);

/** Grades on the disability certificate: its 20th digit; 1 is the severest. */
export const disabilityGrade = ownList([
  ['1', '一级', 'Grade 1', '1级'],
  ['2', '二级', 'Grade 2', '2级'],
  ['3', '三级', 'Grade 3', '3级'],
  ['4', '四级', 'Grade 4', '4级'],
]);

export const personStatus = ownList([
  ['present', '在册', 'On the register', '正常'],
  ['left', '已减少', 'Left the register', '减少', '自然减少'],
]);

/** Why a person came on to the register of a household. */
export const joinReason = ownList([
  ['registered', '识别登记', 'Registered with the household', '初始登记'],
  ['birth', '新生儿', 'Birth', '出生', '新出生'],
  ['marriage', '嫁入', 'Marriage into the household', '婚入', '入赘'],
  ['movedIn', '其他转入', 'Moved in', '转入', '迁入'],
  ['split', '分户转入', 'Household split', '分户'],
  ['merge', '并户转入', 'Household merged', '并户'],
]);

/** Why a person left the register of a household. */
export const leaveReason = ownList([
  ['death', '死亡', 'Death'],
  ['marriage', '嫁出', 'Marriage out of the household', '婚出'],
  ['emigration', '出国定居', 'Settled abroad'],
  ['prison', '判刑收监', 'Imprisonment', '服刑'],
  ['movedOut', '其他转出', 'Moved out', '转出', '迁出'],
  ['error', '登记错误', 'Registered in error', '误登', '重复登记'],
]);
