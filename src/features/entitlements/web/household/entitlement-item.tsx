import { useTranslation } from 'react-i18next';
import { ToneTag } from '../../../../platform/web/kit/codes.tsx';
import { Money } from '../../../../platform/web/kit/values.tsx';
import type { EntitlementView, HouseholdAnswer } from '../../model/contract.ts';
import { Explanation, Sources } from './explanation.tsx';
import { toneOf, useBoth } from './words.ts';

type ItemProperties = { item: EntitlementView; members: HouseholdAnswer['members'] };

/** One benefit for the household or one of its members: how it stands, how much, and why. */
export function EntitlementItem({ item, members }: ItemProperties) {
  const { t } = useTranslation();
  const both = useBoth();
  const name = members.find(({ id }) => id === item.personId)?.name;
  const title = both(item.title);
  return (
    <li className="mb-due">
      <div className="mb-due-head">
        <strong>{title}</strong>
        <span>{name ?? t('entitlements:section.whole')}</span>
        <ToneTag tone="plain">{t(`entitlements:theme.${item.theme}`)}</ToneTag>
        <StandingTag item={item} />
        <AmountText item={item} />
      </div>
      {item.summary !== null && <p className="mb-soft">{both(item.summary)}</p>}
      {item.outrankedBy !== null && (
        <p>{t('entitlements:why.outranked', { title: both(item.outrankedBy) })}</p>
      )}
      <Sources sources={item.sources} />
      <details>
        <summary aria-label={t('entitlements:why.openOf', { title: `${name ?? ''} ${title}` })}>
          {t('entitlements:why.open')}
        </summary>
        <Why item={item} />
      </details>
    </li>
  );
}

function StandingTag({ item: { effect, standing, due } }: { item: EntitlementView }) {
  const { t } = useTranslation();
  if (effect === 'entitlement') {
    return <ToneTag tone={toneOf[standing]}>{t(`entitlements:standing.${standing}`)}</ToneTag>;
  }
  const word = standing === 'hidden' ? 'hidden' : wordOf(due);
  const sign = `${t(`entitlements:effect.${effect}`)} ${t(`entitlements:sign.${word}`)}`;
  return <ToneTag tone={due === true ? 'warn' : 'plain'}>{sign}</ToneTag>;
}

function wordOf(due: boolean | null): 'met' | 'notMet' | 'open' {
  if (due === null) return 'open';
  return due ? 'met' : 'notMet';
}

function AmountText({ item }: { item: EntitlementView }) {
  const { t } = useTranslation();
  const { amountFen, amountBecause, amountHidden, per } = item;
  if (amountFen !== null) {
    return (
      <span className="mb-due-amount">
        <Money fen={amountFen} /> {per !== null && t(`entitlements:per.${per}`)}
      </span>
    );
  }
  if (amountHidden) return <span className="mb-soft">{t('entitlements:why.amountHidden')}</span>;
  if (amountBecause === null) return null;
  const because = amountBecause === '' ? t('entitlements:why.amountNotStated') : amountBecause;
  return <span className="mb-soft">{t('entitlements:why.amountUnknown', { because })}</span>;
}

function Why({ item }: { item: EntitlementView }) {
  const { t } = useTranslation();
  const { why, amountWhy, receivedWhy, sentence } = item;
  return (
    <>
      <h4>{t('entitlements:why.condition')}</h4>
      <Explanation lines={why} />
      {amountWhy.length > 0 && (
        <>
          <h4>{t('entitlements:why.amount')}</h4>
          <Explanation lines={amountWhy} />
        </>
      )}
      {receivedWhy.length > 0 && (
        <>
          <h4>{t('entitlements:why.received')}</h4>
          <Explanation lines={receivedWhy} />
        </>
      )}
      <p className="mb-soft">{t('entitlements:why.rule', { sentence })}</p>
    </>
  );
}
