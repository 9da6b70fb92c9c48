import { describe, expect, it } from 'vitest';
import { languages } from '../../../platform/server/http/problem-catalogue.ts';
import { packErrorCodes } from '../model/error-codes.ts';
import { checkPacks } from './check-packs.ts';
import { loadPacks, shippedPacks } from './load-packs.ts';
import { errorText, reportOf } from './pack-report.ts';
import { changed, checkFiles } from './testing/pack-folder.ts';

describe('the report of a check', () => {
  it('says how much of each pack is carried out, and by how many items', () => {
    expect(reportOf(checkFiles(), 'en')).toEqual({
      ok: true,
      packs: [
        {
          id: 'county',
          title: 'Plan of Willow',
          clauses: 3,
          covered: 3,
          exhortations: 1,
          uncovered: [],
          items: {
            targets: 0,
            schedules: 0,
            obligations: 0,
            rules: 1,
            procedures: 0,
            fundRules: 0,
            indicators: 0,
            parameters: 0,
          },
          errors: [],
        },
        {
          id: 'nation',
          title: 'Nation',
          clauses: 1,
          covered: 1,
          exhortations: 0,
          uncovered: [],
          items: {
            targets: 0,
            schedules: 0,
            obligations: 0,
            rules: 0,
            procedures: 0,
            fundRules: 0,
            indicators: 0,
            parameters: 1,
          },
          errors: [],
        },
      ],
    });
  });

  it('says file, line and the cure of every error, in both languages', () => {
    const checked = checkFiles(changed('county/rules/aid.yaml', 'theme: income', 'them: income'));
    const said = languages.map((language) => reportOf(checked, language));
    expect(said.map(({ ok }) => ok)).toEqual([false, false]);
    const errors = said.map(({ packs }) => packs[0]?.errors[1]);
    expect(errors[0]).toMatchObject({
      file: 'packs/county/rules/aid.yaml',
      line: 5,
      code: 'unknownKeySuggested',
    });
    expect(errors[0]?.message).toContain('是否为“theme”');
    expect(errors[1]?.message).toContain('did you mean “theme”');
  });

  it('is not sound if there are no packs', () => {
    const none = loadPacks('/nowhere/at/all');
    expect(reportOf(checkPacks(none), 'en')).toEqual({ ok: false, packs: [] });
  });

  it.each(languages)('has a sentence for every error in %s', (language) => {
    const silent = packErrorCodes.filter((code) =>
      errorText(code, {}, language).includes('error.'),
    );
    expect(silent).toEqual([]);
  });
});

describe('the packs that come with the product', () => {
  const report = reportOf(checkPacks(loadPacks(shippedPacks)), 'en');

  const shipped = [
    'donghu',
    'fuxin',
    'hanzhong',
    'heilongjiang',
    'huaihua',
    'national',
    'shandong',
    'willow',
    'xinyang',
  ];

  it('are the nation’s, the seven documents’ and Willow’s', () => {
    expect(report.packs.map(({ id }) => id)).toEqual(shipped);
  });

  it.each(shipped)('are sound and leave no clause uncovered: %s', (id) => {
    const pack = report.packs.find((each) => each.id === id);
    expect(pack?.errors).toEqual([]);
    expect(pack?.uncovered).toEqual([]);
  });

  it('have every kind of item in Willow', () => {
    const items = report.packs.find(({ id }) => id === 'willow')?.items ?? {};
    expect(Object.entries(items).filter(([, count]) => count === 0)).toEqual([]);
  });
});
