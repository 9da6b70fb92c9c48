import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../../../../platform/web/kit/links.tsx';
import { RegionPath } from '../../../../platform/web/kit/region-picker.tsx';
import { addressOf, type HistoryAct, useHouseholdPath } from '../household-queries.ts';
import { useValueText } from '../words/value-text.ts';

type Change = HistoryAct['changes'][number];

type ChangeTextProperties = { subject: string; change: Change; isNew?: boolean };

/** A value before and after, in words. Of sensitive ones only that they changed. */
export function ChangeText({ subject, change, isNew = false }: ChangeTextProperties) {
  const { t } = useTranslation();
  if (change.sensitive) {
    return <em>{t(isNew ? 'households:history.given' : 'households:history.hidden')}</em>;
  }
  const value = (side: unknown) => <ValueOf subject={subject} field={change.field} value={side} />;
  if (isNew) return value(change.after);
  return (
    <>
      <del>{value(change.before)}</del>
      <span aria-hidden="true"> → </span>
      <ins>{value(change.after)}</ins>
    </>
  );
}

type ValueProperties = { subject: string; field: string; value: unknown };

/** Ids and codes of places as what they lead to; everything else as text. */
function ValueOf({ subject, field, value }: ValueProperties) {
  const { t } = useTranslation();
  const words = useValueText();
  const { county, id } = useHouseholdPath();
  const text = typeof value === 'string' ? value : undefined;
  if (field === 'villageCode') return <RegionPath code={text} />;
  if ((field === 'householdId' || field === 'mergedInto') && text !== undefined) {
    if (text === id) return t('households:history.thisHousehold');
    return (
      <ScreenLink to={addressOf({ county, id: text })}>
        {t('households:history.otherHousehold')}
      </ScreenLink>
    );
  }
  return words(subject, field, value);
}
