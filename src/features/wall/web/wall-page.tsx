import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { contains, levelOf, parseRegionCode, regionCode } from '../../../kernel/region-code.ts';
import { ScreenLink } from '../../../platform/web/kit/links.tsx';
import { Loaded } from '../../../platform/web/kit/loaded.tsx';
import { EmptyState, LoadingState } from '../../../platform/web/kit/states.tsx';
import { useUrlState } from '../../../platform/web/kit/use-url-state.ts';
import { useMay } from '../../../platform/web/session/officer.tsx';
import { CausesSection, MakeUpSection } from './breakdown-sections.tsx';
import { Figures } from './figures.tsx';
import { FindingsSection } from './findings-section.tsx';
import { MissingSection } from './missing-section.tsx';
import { RegionsSection } from './regions-section.tsx';
import { WallHeader } from './wall-header.tsx';
import { householdsAt, type Summary, useSummary } from './wall-queries.ts';
import './wall.css';

// Charts and the map are large; a village on a phone needs no map at all.
const MapSection = lazy(async () => ({
  default: (await import('./map-section.tsx')).MapSection,
}));
const ChangesSection = lazy(async () => ({
  default: (await import('./changes-section.tsx')).ChangesSection,
}));
const IncomesSection = lazy(async () => ({
  default: (await import('./incomes-section.tsx')).IncomesSection,
}));

/** A region in numbers, from what the officer reaches down to a village; the region is in the address. */
export function WallPage({ reach }: { reach: string }) {
  const [state, change] = useUrlState();
  const region = regionWithin(reach, state['region']);
  const summary = useSummary(region);
  const goTo = (code: string): void =>
    change({ region: code === reach ? undefined : code }, { replace: false });
  return (
    <>
      <WallHeader reach={reach} region={region} summary={summary} goTo={goTo} />
      <Loaded query={summary}>
        {(found) =>
          found.counts.households.households === 0 ? (
            <NobodyHere />
          ) : (
            <Wall region={region} summary={found} goTo={goTo} />
          )
        }
      </Loaded>
    </>
  );
}

function regionWithin(reach: string, wished: string | undefined): string {
  const code = wished === undefined ? undefined : parseRegionCode(wished);
  return code !== undefined && contains(regionCode(reach), code) ? code : reach;
}

type WallProperties = { region: string; summary: Summary; goTo: (code: string) => void };

/** Those who keep the records see first what is missing; those who lead see first where. */
function Wall({ region, summary, goTo }: WallProperties) {
  const isVillage = levelOf(regionCode(region)) === 'village';
  const behind = (filters: string): string => householdsAt(region, filters);
  const common = { summary, behind };
  return (
    <>
      <Figures {...common} />
      {isVillage ? (
        <MissingSection {...common} />
      ) : (
        <Later rows={12}>
          <MapSection region={region} name={summary.region.name} goTo={goTo} />
        </Later>
      )}
      <div className="mb-wall-columns">
        <CausesSection {...common} />
        <MakeUpSection {...common} />
        {isVillage ? null : <MissingSection {...common} />}
        <FindingsSection {...common} />
        <Later rows={8}>
          <ChangesSection {...common} />
        </Later>
        <Later rows={8}>
          <IncomesSection {...common} />
        </Later>
      </div>
      {isVillage ? null : <RegionsSection region={region} goTo={goTo} />}
    </>
  );
}

function Later({ rows, children }: { rows: number; children: ReactNode }) {
  return <Suspense fallback={<LoadingState rows={rows} />}>{children}</Suspense>;
}

function NobodyHere() {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <EmptyState
      title={t('wall:empty.title')}
      description={t('wall:empty.text')}
      action={
        may('household.correct') && <ScreenLink to="/households">{t('wall:empty.do')}</ScreenLink>
      }
    />
  );
}
