import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../../platform/web/format.ts';
import { pathOf, useHistory, type WholeHousehold } from '../household-queries.ts';
import { showSection } from './anchors.tsx';

/** Version, and who did what last; nothing while the history is not there. */
export function LastChange({ whole }: { whole: WholeHousehold }) {
  const { t } = useTranslation();
  const { data } = useHistory(pathOf(whole.household));
  const last = data?.pages[0]?.[0];
  if (last === undefined) return null;
  return (
    <a
      className="mb-household-last"
      href="#history"
      onClick={(event) => {
        event.preventDefault();
        showSection('history');
      }}
    >
      {t('households:page.lastChange', {
        at: formatInstant(last.recordedAt),
        by: last.by ?? t('households:history.nobody'),
        act: t(`register:act.${last.kind}`, { defaultValue: last.kind }),
      })}
    </a>
  );
}
