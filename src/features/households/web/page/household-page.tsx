import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../../../platform/web/api.ts';
import { ScreenLink } from '../../../../platform/web/kit/links.tsx';
import { Loaded } from '../../../../platform/web/kit/loaded.tsx';
import { PageHeader } from '../../../../platform/web/kit/page-header.tsx';
import { EmptyState, LoadingState } from '../../../../platform/web/kit/states.tsx';
import { ActsProvider, useActs } from '../acts/open-act.tsx';
import { useHousehold, useHouseholdPath, type WholeHousehold } from '../household-queries.ts';
import { PageAnchors, type SectionName } from './anchors.tsx';
import {
  CauseSection,
  ContactSection,
  hasRelocation,
  RelocationSection,
} from './facts-sections.tsx';
import { FindingsSection } from './findings-section.tsx';
import type { HandedIn } from './handed-in.ts';
import { HistorySection } from './history-section.tsx';
import { IncomeSection } from './income-section.tsx';
import { LivingSection } from './living-section.tsx';
import { MembersSection } from './members-section.tsx';
import { HouseholdHead } from './page-head.tsx';
import { SensitiveProvider } from './sensitive.tsx';
import { SheetSection } from './sheet-section.tsx';
import { SpellsSection } from './spells-section.tsx';
import '../households.css';
import './household-page.css';
import './time-line.css';

/** Everything about one household on one page. */
export function HouseholdPage({ handedIn }: { handedIn: HandedIn }) {
  const { t } = useTranslation();
  const household = useHousehold(useHouseholdPath());
  return (
    <>
      {household.data === undefined && (
        <PageHeader title={t('households:page.title')} back="/households" />
      )}
      {isNotFound(household.error) ? (
        <EmptyState
          title={t('households:page.notFound')}
          description={t('households:page.notFoundText')}
          action={<ScreenLink to="/households">{t('households:page.toList')}</ScreenLink>}
        />
      ) : (
        <WholePage household={household} handedIn={handedIn} />
      )}
    </>
  );
}

/** A household beyond the officer's reach answers like one that is not there. */
function isNotFound(problem: unknown): boolean {
  return problem instanceof Refusal && problem.status === 404;
}

type WholePageProperties = { household: ReturnType<typeof useHousehold>; handedIn: HandedIn };

function WholePage({ household, handedIn }: WholePageProperties) {
  return (
    <Loaded query={household}>
      {(whole) => (
        <SensitiveProvider key={whole.household.id} whole={whole}>
          <ActsProvider whole={whole}>
            <HouseholdSheet whole={whole} handedIn={handedIn} />
          </ActsProvider>
        </SensitiveProvider>
      )}
    </Loaded>
  );
}

function HouseholdSheet({ whole, handedIn }: { whole: WholeHousehold; handedIn: HandedIn }) {
  const { mayRestructure } = useActs();
  const hasSpells = whole.spells.length > 0 || mayRestructure;
  const hasMoved = hasRelocation(whole);
  const sections: readonly SectionName[] = [
    'members',
    'income',
    'living',
    'cause',
    'entitlements',
    ...(hasSpells ? (['spells'] as const) : []),
    ...(hasMoved ? (['relocation'] as const) : []),
    'contact',
    'findings',
    'history',
  ];
  return (
    <article className="mb-household">
      <HouseholdHead whole={whole} />
      <PageAnchors sections={sections} />
      <MembersSection whole={whole} />
      <IncomeSection whole={whole} linesOf={handedIn.linesOf} />
      <LivingSection whole={whole} />
      <CauseSection whole={whole} />
      <EntitlementsSection whole={whole} Entitlements={handedIn.Entitlements} />
      {hasSpells && <SpellsSection whole={whole} />}
      {hasMoved && <RelocationSection whole={whole} />}
      <ContactSection whole={whole} />
      <FindingsSection whole={whole} />
      <HistorySection whole={whole} />
    </article>
  );
}

type EntitlementsSectionProperties = Pick<HandedIn, 'Entitlements'> & { whole: WholeHousehold };

function EntitlementsSection({ whole, Entitlements }: EntitlementsSectionProperties) {
  const { countyCode, id, villageCode } = whole.household;
  return (
    <SheetSection name="entitlements">
      <Suspense fallback={<LoadingState />}>
        <Entitlements county={countyCode} id={id} villageCode={villageCode} />
      </Suspense>
    </SheetSection>
  );
}
