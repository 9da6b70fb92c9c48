import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../platform/web/kit/loaded.tsx';
import { PageHeader } from '../../../platform/web/kit/page-header.tsx';
import { usePathParameter } from '../../../platform/web/kit/use-path-parameter.ts';
import type { LedgerAnswer } from '../model/contract.ts';
import { type Language, writeDay } from '../model/write-value.ts';
import { type BookKind, type Printed, useBook, useCard } from './ledger-queries.ts';
import { LedgerSheet } from './ledger-sheet.tsx';
import { PrintButtons } from './print-buttons.tsx';
import './ledgers.css';

export function VillagePage() {
  return <BookPage kind="village" />;
}

export function TownshipPage() {
  return <BookPage kind="township" />;
}

export function CountyPage() {
  return <BookPage kind="county" />;
}

function BookPage({ kind }: { kind: BookKind }) {
  const region = usePathParameter('region');
  return <LedgerView query={useBook(kind, region)} printed={{ kind, region }} back="/ledgers" />;
}

/** The card of one household. */
export function CardPage() {
  const household = { county: usePathParameter('county'), id: usePathParameter('id') };
  return (
    <LedgerView
      query={useCard(household)}
      printed={{ kind: 'card', household }}
      back={`/households/${household.county}/${household.id}`}
    />
  );
}

type LedgerViewProperties = {
  query: UseQueryResult<LedgerAnswer>;
  printed: Printed;
  back: string;
};

function LedgerView({ query, printed, back }: LedgerViewProperties) {
  const { t, i18n } = useTranslation();
  const ledger = query.data;
  const day = ledger === undefined ? '' : writeDay(ledger.asOf, i18n.language as Language);
  return (
    <>
      <PageHeader
        title={titleOf(ledger) ?? t(`ledgers:series.${printed.kind}`)}
        {...(ledger === undefined
          ? {}
          : { description: `${ledger.place} · ${t('ledgers:sheet.asOf', { day })}` })}
        actions={<PrintButtons printed={ledger === undefined ? undefined : printed} />}
        back={back}
      />
      <Loaded query={query}>{(found) => <LedgerSheet ledger={found} />}</Loaded>
    </>
  );
}

/** Every card has the same title on paper; on screen its household tells it from the next. */
function titleOf(ledger: LedgerAnswer | undefined): string | undefined {
  return ledger?.kind === 'card' ? `${ledger.title} · ${ledger.name}` : ledger?.title;
}
