import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { RegionPath, RegionPicker } from '../../../../platform/web/kit/region-picker.tsx';
import type { Values } from '../form/changed-values.ts';
import { FieldsForm } from '../form/fields-form.tsx';
import { type Finding, findingsAbout } from '../words/findings.ts';
import type { Draft } from './draft.ts';

export type StepProperties = {
  draft: Draft;
  change: (changes: (draft: Draft) => Partial<Draft>) => void;
  findings: readonly Finding[];
};

/** Where the household lives, and the number under which it is kept. */
export function PlaceStep({ draft, change, findings }: StepProperties) {
  const { t } = useTranslation();
  const changeHousehold = useHouseholdChange(change);
  return (
    <>
      <div className="mb-household-field mb-household-village">
        <label className="mb-household-label" htmlFor="add-village">
          {t('households:add.village')}
        </label>
        <RegionPicker
          id="add-village"
          level="village"
          value={draft.villageCode ?? null}
          onChange={(villageCode) => change(() => ({ villageCode }))}
          placeholder={t('households:add.villageHint')}
        />
        {draft.villageCode !== undefined && (
          <p className="mb-household-field-note">
            <RegionPath code={draft.villageCode} />
          </p>
        )}
      </div>
      <FieldsForm
        of="household"
        groups={[]}
        only={['villageGroup', 'number']}
        recordId={draft.id}
        values={draft.household}
        onChange={changeHousehold}
        faults={findingsAbout(findings, { subject: 'household', id: draft.id })}
        county={countyOf(draft)}
      />
      <p className="mb-household-field-note">{t('households:add.numberHint')}</p>
    </>
  );
}

export function useHouseholdChange(change: StepProperties['change']): (changes: Values) => void {
  return useCallback(
    (changes: Values) => change(({ household }) => ({ household: { ...household, ...changes } })),
    [change],
  );
}

const COUNTY_DIGITS = 6;

export function countyOf({ villageCode }: Draft): string {
  return (villageCode ?? '').slice(0, COUNTY_DIGITS);
}
