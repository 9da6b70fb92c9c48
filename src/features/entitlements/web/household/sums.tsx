import { useTranslation } from 'react-i18next';
import { Figure } from '../../../../platform/web/kit/page-header.tsx';
import { Money } from '../../../../platform/web/kit/values.tsx';
import type { EntitlementView } from '../../model/contract.ts';

const periods = ['year', 'month', 'once'] as const;

/** What is due in all, apart by how often it is paid, and how much of it is not got. */
export function Sums({ entitlements }: { entitlements: readonly EntitlementView[] }) {
  const { t } = useTranslation();
  const paid = periods.flatMap((per) => {
    const own = entitlements.filter((item) => item.per === per && item.amountFen !== null);
    return own.length === 0 ? [] : [{ per, own }];
  });
  return (
    <div className="mb-dues-sums">
      {paid.map(({ per, own }) => (
        <Figure
          key={per}
          label={`${t('entitlements:section.due')} · ${t(`entitlements:per.${per}`)}`}
          value={<Money fen={sumOf(own)} />}
        />
      ))}
      {(['dueNotGot', 'gotNotDue'] as const).map((standing) => (
        <Figure
          key={standing}
          label={t(`entitlements:standing.${standing}`)}
          value={entitlements.filter((item) => item.standing === standing).length}
        />
      ))}
    </div>
  );
}

function sumOf(items: readonly EntitlementView[]): number {
  return items.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0);
}
