import { type CheckedPacks, checkPacks } from '../check-packs.ts';
import { readPacks } from '../load-packs.ts';
import type { StoredFile } from '../pack-files.ts';

/** Files by name, seen from the folder of all packs. Undefined takes one of the sound ones away. */
export type PackFiles = Readonly<Record<string, string | Uint8Array | undefined>>;

/** Two small sound packs: a nation, and a county that extends it. */
export const soundPacks: PackFiles = {
  'nation/pack.yaml': `id: nation
title: {zh: 全国, en: Nation}
issuer: {zh: 全国, en: Nation}
level: nation
regions: [nation]
inForce: {from: 2010-01-01}
sources:
  - {id: law, title: {zh: 法, en: Law}, issuer: {zh: 全国, en: Nation}}
`,
  'nation/departments.yaml': `- {id: finance, title: {zh: 财政, en: Finance}}
- {id: education, title: {zh: 教育, en: Education}}
- {id: villageCommittees, title: {zh: 村委会, en: Village committees}, kind: role}
- {id: townshipGovernments, title: {zh: 乡镇, en: Townships}, kind: office}
`,
  'nation/clauses.yaml': `- {id: '1', number: 一、, summary: {zh: 标准, en: Line}}
`,
  'nation/parameters/lines.yaml': `- id: povertyLine
  title: {zh: 贫困线, en: Poverty line}
  unit: yuan
  values:
    - {from: 2015-01-01, value: 2855, cites: ['#1', 'source:law']}
    - {from: 2016-01-01, value: 2952, cites: ['#1']}
`,
  'county/pack.yaml': `id: county
title: {zh: 柳溪县方案, en: Plan of Willow}
issuer: {zh: 柳溪县, en: Willow}
level: county
regions: ['990101']
inForce: {from: 2016-01-01}
extends: nation
`,
  'county/clauses.yaml': `- {id: '1', number: 一、, heading: true, summary: {zh: 总, en: All}}
- {id: '1.1', number: （一）, parent: '1', summary: {zh: 补助, en: Aid}, lead: [education]}
- id: '1.2'
  number: （二）
  parent: '1'
  summary: {zh: 精神, en: Spirit}
  exhortation: {zh: 只是倡导。, en: An appeal.}
`,
  'county/rules/aid.yaml': `- id: poorHouseholdAid
  title: {zh: 补助, en: Aid}
  subject: household
  effect: entitlement
  theme: income
  when: >-
    has(survey.incomePerHeadFen)
    && survey.incomePerHeadFen < parameter.povertyLine
  amount: parameter.povertyLine - survey.incomePerHeadFen
  per: year
  cites: ['#1.1']
`,
  'county/tests/aid.yaml': `- name: {zh: 差一元, en: One yuan short}
  on: 2016-12-31
  given:
    survey: {incomePerHeadYuan: 2951}
    persons: [{name: 王大山}]
  expect: {poorHouseholdAid: {yuan: 1}}
- name: {zh: 正好, en: Exactly}
  on: 2016-12-31
  given:
    survey: {incomePerHeadYuan: 2952}
    persons: [{name: 王大山}]
  expect: {poorHouseholdAid: false}
`,
};

/** Checks the sound packs, changed as asked. */
export function checkFiles(changes: PackFiles = {}): CheckedPacks {
  const folders = new Map<string, StoredFile[]>();
  for (const [path, content] of Object.entries({ ...soundPacks, ...changes })) {
    if (content === undefined) continue;
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const cut = path.indexOf('/');
    const file = { name: path.slice(cut + 1), size: bytes.byteLength, read: () => bytes };
    folders.set(path.slice(0, cut), [...(folders.get(path.slice(0, cut)) ?? []), file]);
  }
  const sorted = [...folders].map(([folder, files]) => ({ folder, files }));
  return checkPacks(readPacks(sorted.sort((one, other) => (one.folder < other.folder ? -1 : 1))));
}

/** What is wrong with the packs, each as `file:line code`. */
export function errorsWith(changes: PackFiles): string[] {
  return checkFiles(changes).packs.flatMap(({ errors }) =>
    errors.map(({ file, line, code }) => `${file}:${line} ${code}`),
  );
}

/** A file of the sound packs with one text in place of another, which it must have. */
export function changed(file: string, from: string, to: string): PackFiles {
  const content = soundPacks[file];
  if (typeof content !== 'string' || !content.includes(from)) {
    throw new Error(`There is no “${from}” in ${file}`);
  }
  return { [file]: content.replace(from, to) };
}
