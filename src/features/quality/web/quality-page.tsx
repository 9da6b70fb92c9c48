import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../platform/web/kit/loaded.tsx';
import { PageHeader, Section } from '../../../platform/web/kit/page-header.tsx';
import { RegionPicker } from '../../../platform/web/kit/region-picker.tsx';
import { useUrlState } from '../../../platform/web/kit/use-url-state.ts';
import { ExportButton } from './export-button.tsx';
import { FindingTable } from './finding-table.tsx';
import { LevelTiles } from './level-tiles.tsx';
import { choiceOf, useSummary } from './quality-queries.ts';
import { RegionSection } from './region-section.tsx';
import { RuleDrawer } from './rule-drawer.tsx';
import { RuleSection } from './rule-section.tsx';
import './quality.css';

/** How the register stands by the data rules, where and by which rule, down to the single finding. */
export function QualityPage() {
  const { t } = useTranslation();
  const [state, change] = useUrlState();
  const choice = choiceOf(state);
  const summary = useSummary(choice);
  const [shownRule, showRule] = useState<string>();
  const choose = (chosen: Readonly<Record<string, string | undefined>>): void =>
    change({ page: undefined, ...chosen }, { replace: false });
  return (
    <>
      <PageHeader
        title={t('quality-desk:list.title')}
        description={t('quality-desk:list.text')}
        actions={<ExportButton choice={choice} />}
      />
      <div className="mb-quality-where">
        <Trail path={summary.data?.path ?? []} goTo={(region) => choose({ region })} />
        {summary.data?.path[0]?.level !== 'village' && (
          <div className="mb-quality-picker">
            <RegionPicker
              aria-label={t('quality-desk:filter.region')}
              placeholder={t('quality-desk:filter.region')}
              value={choice.region}
              onChange={(region) => choose({ region })}
            />
          </div>
        )}
      </div>
      <Loaded query={summary}>
        {(found) => (
          <div aria-busy={summary.isPlaceholderData}>
            <LevelTiles summary={found} chosen={choice.level} choose={choose} />
            <div className="mb-quality-columns">
              <RuleSection summary={found} choice={choice} choose={choose} explain={showRule} />
              <RegionSection summary={found} choice={choice} choose={choose} />
            </div>
          </div>
        )}
      </Loaded>
      <Section title={t('quality-desk:findings.title')}>
        <FindingTable region={choice.region} rules={summary.data?.rules ?? []} explain={showRule} />
      </Section>
      <RuleDrawer
        rule={shownRule}
        onClose={() => showRule(undefined)}
        onShow={(rule) => {
          showRule(undefined);
          choose({ rule });
        }}
      />
    </>
  );
}

type TrailProperties = {
  path: readonly { code: string; name: string }[];
  goTo: (region: string | undefined) => void;
};

/** Where the reader is, and the way back up as far as the posting reaches. */
function Trail({ path, goTo }: TrailProperties) {
  const { t } = useTranslation();
  if (path.length < 2) return null;
  return (
    <nav className="mb-quality-trail" aria-label={t('quality-desk:regions.where')}>
      <ol>
        {path.map(({ code, name }, place) => (
          <li key={code}>
            {place === path.length - 1 ? (
              <span aria-current="location">{name}</span>
            ) : (
              <button type="button" onClick={() => goTo(place === 0 ? undefined : code)}>
                {name}
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
