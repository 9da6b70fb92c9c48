import { fieldsOf } from './field.ts';

/** What is true of a person now. */
export const personFields = fieldsOf('person', {
  number: { type: 'text', group: 'identity', headers: ['人编号', '人口编号', '成员编号'] },
  name: {
    type: 'text',
    group: 'identity',
    required: true,
    headers: ['姓名', '成员姓名', '家庭成员姓名'],
  },
  sex: { type: 'code', list: 'sex', group: 'identity', required: true, headers: ['性别'] },
  documentKind: {
    type: 'code',
    list: 'documentKind',
    group: 'identity',
    headers: ['证件类型', '证件种类'],
  },
  documentNumber: {
    type: 'documentNumber',
    group: 'identity',
    sensitive: 'identity',
    column: 'document_sealed',
    headers: ['证件号码', '身份证号码', '身份证号', '身份证或残疾证号', '公民身份号码', '证件号'],
  },
  birthDay: { type: 'day', group: 'identity', headers: ['出生日期', '出生年月'] },
  relation: {
    type: 'code',
    list: 'relation',
    group: 'identity',
    headers: ['与户主关系', '与户主的关系', '家庭关系'],
  },
  ethnicity: { type: 'code', list: 'ethnicity', group: 'identity', headers: ['民族'] },
  maritalStatus: { type: 'code', list: 'maritalStatus', group: 'identity', headers: ['婚姻状况'] },
  politicalStatus: {
    type: 'code',
    list: 'politicalStatus',
    group: 'identity',
    headers: ['政治面貌'],
  },
  speaksMandarin: { type: 'boolean', group: 'identity', headers: ['是否会讲普通话', '会讲普通话'] },
  activeSoldier: { type: 'boolean', group: 'identity', headers: ['是否现役军人', '现役军人'] },
  phone: {
    type: 'phone',
    group: 'identity',
    sensitive: 'contact',
    column: 'phone_sealed',
    headers: ['联系电话', '本人联系电话', '电话', '手机号码'],
  },

  education: { type: 'code', list: 'education', group: 'education', headers: ['文化程度', '学历'] },
  schoolStatus: {
    type: 'code',
    list: 'schoolStatus',
    group: 'education',
    headers: ['在校生状况', '在校生情况', '在校生', '在校状况'],
  },
  outOfSchoolReason: {
    type: 'code',
    list: 'outOfSchoolReason',
    group: 'education',
    headers: ['义务教育阶段未上学原因', '失学或辍学原因', '失学辍学原因', '未上学原因'],
  },
  rainAndDewAid: {
    type: 'boolean',
    group: 'education',
    headers: ['是否享受雨露计划', '雨露计划', '是否享受雨露计划补助'],
  },
  boardsAtSchool: {
    type: 'boolean',
    group: 'education',
    headers: ['是否寄宿生', '是否寄宿'],
  },
  unemployedGraduateReason: {
    type: 'text',
    group: 'education',
    headers: ['大专或本科毕业生未就业原因', '未就业原因'],
  },

  health: {
    type: 'codes',
    list: 'healthStatus',
    group: 'health',
    sensitive: 'health',
    headers: ['健康状况', '身体状况'],
  },
  disabilityCardYear: {
    type: 'integer',
    group: 'health',
    unit: 'year',
    range: [1990, 2030],
    headers: ['残疾证办证年度', '残疾人证办证年度'],
  },
  disabilityGrade: {
    type: 'code',
    list: 'disabilityGrade',
    group: 'health',
    sensitive: 'health',
    headers: ['残疾等级', '残疾级别'],
  },

  labourSkill: {
    type: 'code',
    list: 'labourSkill',
    group: 'work',
    headers: ['劳动技能', '劳动能力', '劳动力状况'],
  },
  workStatus: {
    type: 'code',
    list: 'workStatus',
    group: 'work',
    headers: ['务工状况', '务工情况', '务工区域'],
  },
  workPlace: { type: 'text', group: 'work', headers: ['务工所在地', '务工地点', '务工地'] },
  workEmployer: { type: 'text', group: 'work', headers: ['务工企业', '务工企业名称', '务工单位'] },
  workMonths: {
    type: 'integer',
    group: 'work',
    unit: 'month',
    range: [0, 12],
    headers: ['务工时间(月)', '务工时间', '务工月数'],
  },
  townResidenceMonths: {
    type: 'integer',
    group: 'work',
    unit: 'month',
    range: [0, 1200],
    headers: ['进城居住时间(月)', '城镇居住月数'],
  },
  publicPosts: {
    type: 'codes',
    list: 'publicPost',
    group: 'work',
    headers: ['公益性岗位', '公益岗位', '公益性岗位类型'],
  },
  publicPostMonths: {
    type: 'integer',
    group: 'work',
    unit: 'month',
    range: [1, 12],
    headers: ['公益性岗位(月)', '公益性岗位月数', '公益岗位月数'],
  },

  residentMedical: {
    type: 'boolean',
    group: 'security',
    headers: [
      '是否参加城乡居民基本医疗保险',
      '是否参加城乡居民基本医保',
      '是否参加新型农村合作医疗',
      '是否参加新农合',
      '新农合',
    ],
  },
  employeeMedical: {
    type: 'boolean',
    group: 'security',
    headers: ['是否参加城镇职工基本医疗保险', '是否参加城镇职工基本医保'],
  },
  seriousIllnessInsurance: {
    type: 'boolean',
    group: 'security',
    headers: ['是否参加大病保险', '是否参加城乡居民大病保险', '大病保险'],
  },
  commercialMedical: {
    type: 'boolean',
    group: 'security',
    headers: ['是否参加商业补充医疗保险', '商业补充医疗保险'],
  },
  medicalAid: {
    type: 'boolean',
    group: 'security',
    headers: ['是否接受医疗救助', '是否享受医疗救助', '医疗救助'],
  },
  otherHealthAid: {
    type: 'boolean',
    group: 'security',
    headers: [
      '是否接受其他健康扶贫',
      '是否享受其他健康扶贫',
      '其他健康扶贫',
      '是否接受其他健康帮扶',
    ],
  },
  residentPension: {
    type: 'boolean',
    group: 'security',
    headers: ['是否参加城乡居民基本养老保险', '是否参加城乡居民基本养老', '城乡居民养老'],
  },
  employeePension: {
    type: 'boolean',
    group: 'security',
    headers: ['是否参加城镇职工基本养老保险', '是否参加城镇职工基本养老'],
  },
  subsistenceAllowance: {
    type: 'code',
    list: 'subsistenceAllowance',
    group: 'security',
    headers: ['享受低保政策情况', '是否享受农村居民最低生活保障', '是否享受低保', '低保人口'],
  },
  extremePovertySupport: {
    type: 'code',
    list: 'extremePovertySupport',
    group: 'security',
    headers: ['享受特困供养政策情况', '是否享受特困供养', '是否特困供养'],
  },
  unattendedChild: {
    type: 'boolean',
    group: 'security',
    headers: ['是否事实无人抚养儿童', '事实无人抚养儿童'],
  },
  leftBehind: {
    type: 'code',
    list: 'leftBehind',
    group: 'security',
    headers: ['留守类型', '三留守情况'],
  },
  accidentInsuranceSubsidy: {
    type: 'boolean',
    group: 'security',
    headers: ['是否享受人身意外保险补贴', '是否享受人身意外保险'],
  },

  identifiedMonth: {
    type: 'month',
    group: 'register',
    headers: ['人员识别时间', '贫困人员识别时间', '人员识别监测时间'],
  },
  joinReason: {
    type: 'code',
    list: 'joinReason',
    group: 'register',
    headers: ['增加原因', '人员增加原因', '自然增加原因'],
  },
  joinedOn: { type: 'day', group: 'register', headers: ['增加时间', '增加日期'] },
  leaveReason: {
    type: 'code',
    list: 'leaveReason',
    group: 'register',
    headers: ['减少原因', '人员减少原因', '自然减少原因'],
  },
  leftOn: { type: 'day', group: 'register', headers: ['减少时间', '减少日期'] },
});
