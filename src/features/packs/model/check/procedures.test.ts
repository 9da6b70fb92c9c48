import { describe, expect, it } from 'vitest';
import { errorsWith } from '../../server/testing/pack-folder.ts';

const file = 'county/procedures/exit.yaml';

type Step = Readonly<Record<string, string | number>>;

const sound: Step[] = [
  { id: 'application', kind: 'application', level: 'village', by: '[villageCommittees]' },
  { id: 'vote', kind: 'assemblyVote', level: 'village', quorum: 50 },
  { id: 'notice', kind: 'notice', level: 'village', days: 7 },
  { id: 'review', kind: 'decision', level: 'township', by: '[townshipGovernments]' },
  { id: 'approval', kind: 'decision', level: 'county', by: '[finance]' },
  { id: 'marking', kind: 'marking', level: 'county' },
];

/** What is wrong with a procedure of these steps; the first step stands in line 6. */
function judge(steps: readonly Step[]): string[] {
  const written = steps.map((step) => {
    const parts = Object.entries(step).map(([key, value]) => `${key}: ${value}`);
    return `    - {${parts.join(', ')}, cites: ['#1.1']}\n`;
  });
  const head =
    "- id: exit\n  title: {zh: 退出, en: Exit}\n  subject: household\n  cites: ['#1.1']\n  steps:\n";
  return errorsWith({ [file]: `${head}${written.join('')}` }).map((error) =>
    error.replace(`${file}:`, ''),
  );
}

function withStep(place: number, change: Step): Step[] {
  return sound.map((step, at) => (at === place ? { ...step, ...change } : step));
}

function without(place: number, key: string): Step[] {
  return sound.map((step, at) =>
    at === place ? Object.fromEntries(Object.entries(step).filter(([each]) => each !== key)) : step,
  );
}

describe('a procedure', () => {
  it('is sound if a case can go through it', () => {
    expect(judge(sound)).toEqual([]);
  });

  it.each([
    ['a notice without days', without(2, 'days'), '8 noticeWithoutDays'],
    ['a notice of no days', withStep(2, { days: 0 }), '8 noticeWithoutDays'],
    ['a notice as the last step', sound.slice(0, 3), '8 noticeLast'],
    ['a vote without quorum', without(1, 'quorum'), '7 voteWithoutQuorum'],
    ['a quorum of more than all', withStep(1, { quorum: 101 }), '7 shareImpossible'],
    ['a vote of a county', withStep(1, { level: 'county' }), '7 voteTooHigh'],
    ['a quorum of a decision', withStep(3, { quorum: 50 }), '9 onlyForVotes'],
    [
      'an application in the middle',
      [...sound.slice(1, 4), ...sound.slice(0, 1), ...sound.slice(4)],
      '9 applicationNotFirst',
    ],
    ['a comparison with nobody', withStep(2, { kind: 'comparison' }), '8 comparisonWithoutPartner'],
    [
      'a proposer who approves',
      withStep(3, { level: 'village', by: '[villageCommittees]' }),
      '9 proposerApproves',
    ],
    [
      'a decision after the marking',
      [...sound, { id: 'late', kind: 'decision', level: 'county' }],
      '12 decidedTooLate',
    ],
    ['a decision that goes down a level', withStep(4, { level: 'village' }), '10 levelFalls'],
    ['a step id used twice', withStep(4, { id: 'review' }), '10 idTwice'],
    ['an unknown kind of step', withStep(4, { kind: 'blessing' }), '10 unknownWord'],
  ])('may not have %s', (_what, steps, error) => {
    expect(judge(steps)).toContain(error);
  });

  it('may have a quorum of everybody', () => {
    expect(judge(withStep(1, { quorum: 100 }))).toEqual([]);
  });
});
