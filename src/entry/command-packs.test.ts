import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'mingbai-command-packs-'));
afterAll(() => rmSync(folder, { recursive: true }));

function mingbai(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  const command = join(import.meta.dirname, 'cli.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    encoding: 'utf8',
    env: { ...process.env, MINGBAI_LANGUAGE: 'en' },
  });
  return { status, stdout, stderr };
}

it('checks packs: 0 and a report if they are sound, 1 with file, line and cure if they are not', () => {
  mkdirSync(join(folder, 'creek'));
  const head =
    "id: creek\ntitle: {zh: 小溪村方案, en: Plan of Creek}\nissuer: {zh: 村, en: Village}\nlevel: village\nregions: ['990101100200']\ninForce: {from: 2016-01-01}\n";
  writeFileSync(join(folder, 'creek/pack.yaml'), head);
  const clause =
    '- id: c1\n  number: 一、\n  summary: {zh: 宣传, en: Appeal}\n  exhortation: {zh: 只是倡导。, en: An appeal.}\n';
  writeFileSync(join(folder, 'creek/clauses.yaml'), clause);
  const sound = mingbai('packs', 'check', '--folder', folder, '--json');
  expect(sound.status, sound.stderr).toBe(0);
  const none = {
    targets: 0,
    schedules: 0,
    obligations: 0,
    rules: 0,
    procedures: 0,
    fundRules: 0,
    indicators: 0,
    parameters: 0,
  };
  expect(JSON.parse(sound.stdout)).toEqual({
    ok: true,
    packs: [
      {
        id: 'creek',
        title: 'Plan of Creek',
        clauses: 1,
        covered: 1,
        exhortations: 1,
        uncovered: [],
        items: none,
        errors: [],
      },
    ],
  });

  writeFileSync(join(folder, 'creek/clauses.yaml'), clause.replace('summary', 'sumary'));
  const broken = mingbai('packs', 'check', '--folder', folder);
  expect(broken.status).toBe(1);
  expect(broken.stdout).toContain(
    'packs/creek/clauses.yaml:3: There is no key “sumary”; did you mean “summary”?',
  );
});
