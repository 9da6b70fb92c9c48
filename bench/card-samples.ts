import {
  householdFacts,
  personFacts,
  surveyFacts,
} from '../src/features/households/model/index.ts';
import type { ShownHousehold } from '../src/features/households/server/index.ts';
import { plainDate } from '../src/kernel/plain-date.ts';
import { regionCode } from '../src/kernel/region-code.ts';

const mask = (shown: string) => ({ masked: true as const, shown });

const given = ['建国', '桂英', '小兰', '小强', '秀珍', '志伟', '玉芬', '海涛'];
const family = '李王张刘陈杨赵黄周吴';

/** Households with two to six members, two surveys and a chain of registration; no two alike. */
export function sampleHousehold(index: number): ShownHousehold {
  const name = (member: number): string =>
    `${family[index % family.length] ?? ''}${given[(index + member) % given.length] ?? ''}`;
  return {
    id: String(index),
    villageCode: regionCode('990101100201'),
    facts: {
      ...householdFacts({
        number: `990101100${String(index).padStart(7, '0')}`,
        headName: name(0),
        villageGroup: `第${1 + (index % 9)}组`,
        householdType: 'exited',
        poorHouseholdKind: 'subsistenceAllowance',
        povertyStatus: 'exitedEarlier',
        identifiedMonth: '2014-05',
        exitYear: 2018,
        mainCause: index % 2 === 0 ? 'illness' : 'lackOfSkill',
        otherCauses: ['schooling', 'lackOfLabour'],
        monitoredCategory: 'unstable',
        monitoredMonth: '2021-03',
        riskEliminated: false,
        risks: ['illness', 'unstableWork'],
        bankName: '柳溪农商银行',
      }),
      phone: mask('138****'),
      bankAccount: mask('****'),
      address: mask('****'),
    },
    persons: Array.from({ length: 2 + (index % 5) }, (_, member) => ({
      ...personFacts({
        name: name(member),
        sex: member % 2 === 0 ? '1' : '2',
        relation: (['02', '10', '20', '30', '51', '52'] as const)[member] ?? '99',
        birthDay: plainDate(`${1950 + ((index * 7 + member * 13) % 65)}-03-12`),
        ethnicity: '01',
        education: member < 3 ? '70' : '80',
        labourSkill: member < 3 ? 'ordinary' : 'none',
        workStatus: member === 0 ? 'inCounty' : null,
        workMonths: member === 0 ? index % 12 : null,
        residentMedical: true,
        residentPension: member < 2,
        subsistenceAllowance: member === 1 ? 'rural' : 'none',
      }),
      documentNumber: mask('99010119750312****'),
      health: mask('****'),
      phone: null,
    })),
    surveys: [2025, 2024].map((year) =>
      surveyFacts({
        year,
        populationAtYearEnd: 2 + (index % 5),
        wageWorkFen: (2_400_000 + index * 137) as never,
        wagePublicPostFen: 600_000 as never,
        businessCropFen: (350_000 + index) as never,
        businessLivestockFen: 820_050 as never,
        propertyLandFen: 120_000 as never,
        transferSubsistenceFen: 480_000 as never,
        transferPensionFen: 156_000 as never,
        transferOtherFen: 12_050 as never,
        businessExpenseFen: 260_000 as never,
        cultivatedMu: 4.5,
        forestMu: index % 30,
        safeWater: true,
        dangerousHouse: false,
        housingSqm: 80 + (index % 70),
        houseStructure: 'brickConcrete',
        householdElectricity: true,
        broadcasting: true,
        sanitaryToilet: true,
        roadKind: 'concrete',
        fuels: ['firewood', 'cleanEnergy'],
        inCooperative: index % 2 === 0,
      }),
    ),
    spells: [
      {
        kind: 'registered',
        startedOn: plainDate('2014-05-01'),
        startReason: 'identified',
        endedOn: plainDate('2018-12-31'),
        endReason: 'exited',
      },
      {
        kind: 'monitored',
        startedOn: plainDate('2021-03-01'),
        startReason: 'identified',
        endedOn: null,
        endReason: null,
      },
    ],
  };
}
