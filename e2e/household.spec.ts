import type { Locator, Page } from '@playwright/test';
import { makeIdNumber } from '../src/features/households/model/index.ts';
import { addDays, plainDate } from '../src/kernel/plain-date.ts';
import { regionCode } from '../src/kernel/region-code.ts';
import { checkPage } from './support/axe.ts';
import { demonstrationAccounts, expect, settled, signInAs, test } from './support/journey.ts';

const SOUTH_GATE = '990101100200';

// The demonstration uses the first running numbers of a day.
const BEYOND_DEMONSTRATION = 500;
const PLACES = 240;
const PLACE_LASTS_MS = 15_000;

/** An ID number of Willow that nobody has: neither of the demonstration nor of a journey before. */
function newNumber(birthDay: string, sex: 'male' | 'female'): string {
  const place = BEYOND_DEMONSTRATION + 2 * (Math.floor(Date.now() / PLACE_LASTS_MS) % PLACES);
  return makeIdNumber({
    area: regionCode('990101'),
    birthDay: plainDate(birthDay),
    sequence: sex === 'male' ? place + 1 : place + 2,
  });
}

/** Somebody's birthday between 1950 and 1974, another one at each call and in each worker. */
function newBirthDay(): string {
  const tick = 2 * Math.floor(Date.now() / 50) + (test.info().parallelIndex % 2);
  return addDays(plainDate('1950-01-01'), tick % 9_000);
}

async function signInByName(page: Page, userName: string): Promise<void> {
  const account = (await demonstrationAccounts(page)).find((found) => found.userName === userName);
  const response = await page.request.post('/api/session', {
    data: { userName, password: account?.password },
  });
  expect(await response.json()).toEqual({ step: 'signedIn' });
}

/** Types into a list of choices and takes the first that fits. */
async function choose(within: Page | Locator, label: string, text: string): Promise<void> {
  const field = within.getByRole('combobox', { name: label, exact: true });
  await field.fill(text);
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await field.press('Enter');
}

async function writeMember(member: Locator, facts: { name: string; number: string }) {
  await member.getByLabel('姓名').fill(facts.name);
  await member.getByLabel('证件号码').fill(facts.number);
  await expect(member.getByText('校验通过')).toBeVisible();
  await choose(member, '文化程度', '初级中学');
  await member
    .getByRole('radiogroup', { name: '是否参加城乡居民基本医疗保险' })
    .getByText('是', { exact: true })
    .click();
}

/** Adds a household without the form, for journeys about something else. */
async function addByRequest(page: Page): Promise<string> {
  const person = (name: string, relation: string, number: string) => ({
    id: crypto.randomUUID(),
    facts: {
      name,
      relation,
      documentNumber: number,
      documentKind: 'idCard',
      ethnicity: '01',
      education: '70',
      health: ['healthy'],
      labourSkill: 'ordinary',
      residentMedical: true,
      residentPension: true,
    },
  });
  const response = await page.request.post('/api/households', {
    data: {
      requestId: crypto.randomUUID(),
      id: crypto.randomUUID(),
      villageCode: SOUTH_GATE,
      reason: '入户采集',
      facts: { number: `W-${Date.now()}`, householdType: 'general', phone: '13800001234' },
      persons: [
        person('田大山', '02', newNumber(newBirthDay(), 'male')),
        person('温秀英', '12', newNumber(newBirthDay(), 'female')),
      ],
    },
  });
  const { county, id } = (await response.json()) as { county: string; id: string };
  return `/households/${county}/${id}`;
}

test('Lin adds a household, corrects it, records a death, and finds it again', async ({ page }) => {
  await signInByName(page, 'lin');
  await page.goto('/households');
  await page.getByRole('button', { name: '新增户' }).click();
  await addAsLin(page);

  await expect(page.getByRole('heading', { level: 1, name: '何大勇户' })).toBeVisible();
  await page.getByRole('button', { name: '更正', exact: true }).first().click();
  await choose(page.getByRole('dialog'), '主要致贫原因', '因病');
  await page.getByLabel('理由（选填）').fill('入户核实');
  await page.getByRole('button', { name: '保存 1 项更正' }).click();
  const history = page.locator('#history');
  await expect(history).toContainText('理由：入户核实');
  await expect(history).toContainText('主要致贫原因：未填 → 因病');

  await page.getByRole('button', { name: '办理何大勇的变动' }).click();
  await page.getByRole('menuitem', { name: '死亡登记' }).click();
  const death = page.getByRole('dialog');
  await death.getByRole('combobox', { name: '由谁任户主' }).press('ArrowDown');
  await page.keyboard.press('Enter');
  await death.getByLabel(/^理由/).fill('村委会死亡证明');
  await death.getByRole('button', { name: '登记死亡' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '田小荷户' })).toBeVisible();
  await expect(page.getByText('已减少 1 人')).toBeVisible();
  const address = page.url();

  await page.getByRole('button', { name: '显示敏感信息' }).click();
  await page.getByRole('radio', { name: '入户核查' }).check();
  await page.getByRole('button', { name: '记录用途并继续' }).click();
  await expect(page.locator('#members')).toContainText(/99010119820203\d{3}[\dX]/);
  await page.reload();
  await expect(page.locator('#members')).toContainText('99010119820203****');

  await expect(async () => {
    await page.goto('/households?text=txh');
    await expect(page.getByRole('link', { name: '田小荷' }).first()).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 15_000 });

  await signInByName(page, 'chen');
  await page.goto('/households?text=txh');
  await settled(page);
  await expect(page.getByText('没有符合条件的记录')).toBeVisible();
  await page.goto(address);
  await expect(page.getByText('没有找到这一户')).toBeVisible();
  await expect(page.getByText('田小荷')).toHaveCount(0);
});

/** The four steps of a new household; what the rules doubt is explained at the end. */
async function addAsLin(page: Page): Promise<void> {
  const village = page.getByRole('combobox', { name: '所在村' });
  await village.fill('南门');
  await page.locator('.ant-select-item-option', { hasText: '南门村' }).first().click();
  await page.getByLabel('户编号').fill(`W-${Date.now()}`);
  await page.getByRole('button', { name: '成员', exact: true }).click();
  const head = page.getByRole('group', { name: /^户主/ });
  await writeMember(head, { name: '何大勇', number: newNumber('1979-04-12', 'male') });
  await page.getByRole('button', { name: '添加成员' }).click();
  const wife = page.getByRole('group', { name: /^成员 2/ });
  await writeMember(wife, { name: '田小荷', number: newNumber('1982-02-03', 'female') });
  await choose(wife, '与户主关系', '妻');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '保存新户' }).click();

  await expect(page.getByRole('alert')).toContainText('请核实');
  await page.getByLabel('理由', { exact: true }).fill('首次入户，其余信息待补');
  await page.getByRole('button', { name: '保存新户' }).click();
}

test('an error of the data rules stays beside its field until it is put right', async ({
  page,
}) => {
  await signInByName(page, 'lin');
  await page.goto(await addByRequest(page));
  await page.getByRole('button', { name: '办理温秀英的变动' }).click();
  await page.getByRole('menuitem', { name: '更正信息' }).click();
  const form = page.getByRole('dialog');
  await choose(form, '在校生状况', '小学');
  await form.getByRole('button', { name: '保存 1 项更正' }).click();
  await expect(form.getByRole('alert')).toContainText('只能填一项');
  await form.getByRole('button', { name: /温秀英：文化程度/ }).click();
  await expect(form.getByRole('combobox', { name: '文化程度' })).toBeFocused();
  await form.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '放弃' }).click();
  await expect(form).toHaveCount(0);
});

test('what Lin typed stays when Tao was faster', async ({ page, browser }) => {
  await signInByName(page, 'lin');
  const address = await addByRequest(page);
  await page.goto(address);
  await page.getByRole('button', { name: '更正', exact: true }).first().click();
  await page.getByRole('dialog').getByLabel('自然村（组）').fill('第九组');

  const other = await browser.newPage({ baseURL: new URL(page.url()).origin });
  await signInByName(other, 'tao');
  const faster = await other.request.patch(`/api${address}`, {
    data: { requestId: crypto.randomUUID(), version: 1, changes: { bankName: '柳溪农商银行' } },
  });
  expect(faster.status()).toBe(200);
  await other.close();

  await page.getByRole('button', { name: '保存 1 项更正' }).click();
  await page.getByRole('button', { name: '载入最新信息，保留已填内容' }).click();
  await expect(page.getByText('他人更改了：开户银行')).toBeVisible();
  await page.getByRole('button', { name: '保存 1 项更正' }).click();
  await expect(page.locator('#history')).toContainText('自然村（组）：未填 → 第九组');
});

test('Lin moves a household to another village, records its spell, and takes both back', async ({
  page,
}) => {
  await signInByName(page, 'lin');
  await page.goto(await addByRequest(page));
  await page.getByRole('button', { name: '登记变动' }).click();
  await page.getByRole('menuitem', { name: '整户迁村' }).click();
  const move = page.getByRole('dialog');
  await expect(move).toContainText('跨县迁移');
  await move.getByRole('combobox', { name: '迁往哪个村' }).fill('五里铺');
  await page.locator('.ant-select-item-option', { hasText: '五里铺村' }).first().click();
  await move.getByLabel('理由', { exact: true }).fill('投靠子女');
  await move.getByRole('button', { name: '办理迁村' }).click();
  const history = page.locator('#history');
  await expect(history).toContainText('整户迁村');
  await expect(history).toContainText('理由：投靠子女');
  await history.getByRole('button', { name: '撤销' }).first().click();
  await page.getByRole('dialog').getByLabel('理由', { exact: true }).fill('登记有误');
  await page.getByRole('dialog').getByRole('button', { name: '恢复原值' }).click();
  await expect(history).toContainText('理由：登记有误');

  const spells = page.locator('#spells');
  await expect(spells).toContainText('没有登记时段');
  await spells.getByRole('button', { name: '补登登记时段' }).click();
  const added = page.getByRole('dialog');
  await choose(added, '类别', '防返贫');
  await added.getByLabel('开始日期').fill('2024-03-01');
  await added.getByLabel('开始日期').press('Enter');
  await choose(added, '开始原因', '新识别');
  await added.getByLabel('理由', { exact: true }).fill('乡镇核实后补登');
  await added.getByRole('button', { name: '补登', exact: true }).click();
  await expect(spells).toContainText('2024-03-01');
  await spells.getByRole('button', { name: /^结束/ }).click();
  const ended = page.getByRole('dialog');
  await choose(ended, '结束原因', '风险消除');
  await ended.getByLabel('理由', { exact: true }).fill('收入稳定');
  await checkPage(page, 'ending a spell');
  await ended.getByRole('button', { name: '结束', exact: true }).click();
  await expect(spells).toContainText('风险消除');
});

test('the page of a household and its forms are accessible in both themes', async ({ page }) => {
  await signInByName(page, 'lin');
  await page.goto(await addByRequest(page));
  await checkPage(page, 'household');
  for (const act of ['登记年度调查', '并户']) {
    await page.getByRole('button', { name: '登记变动' }).click();
    await page.getByRole('menuitem', { name: act }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await checkPage(page, act);
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('the page of a household fits a phone @phone', async ({ page }) => {
  await signInAs(page, 'countyOfficer');
  await page.goto(await addByRequest(page));
  await settled(page);
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(window ?? 0);
  await page.getByRole('button', { name: '更正', exact: true }).first().click();
  await expect(page.getByRole('dialog', { name: '更正户信息' })).toBeVisible();
  await checkPage(page, 'correcting on a phone');
});
