import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, given } from '../../../../platform/web/api.ts';
import { DataTable } from '../../../../platform/web/kit/data-table.tsx';
import { useGo } from '../../../../platform/web/kit/links.tsx';
import { PageHeader } from '../../../../platform/web/kit/page-header.tsx';
import { EmptyState } from '../../../../platform/web/kit/states.tsx';
import type { Filter as BarFilter } from '../../../../platform/web/kit/table-filters.tsx';
import type { TableView } from '../../../../platform/web/kit/table-view.ts';
import { useUrlState } from '../../../../platform/web/kit/use-url-state.ts';
import { useMay } from '../../../../platform/web/session/officer.tsx';
import { codesOf } from '../../model/index.ts';
import { addressOf, householdsKey, type ListedHousehold } from '../household-queries.ts';
import { useFilterWords } from '../words/filter-text.ts';
import { ConditionButton } from './condition-button.tsx';
import { ExportButton } from './export-button.tsx';
import { FilterChips } from './filter-chips.tsx';
import { useListColumns } from './list-columns.tsx';
import {
  barFilters,
  carriedFilters,
  missingKeys,
  requestFilters,
  withFilter,
} from './list-filters.ts';
import '../households.css';

/** The households in the officer's reach: found, narrowed, put in order. */
export function HouseholdListPage() {
  const { t } = useTranslation();
  const may = useMay();
  const go = useGo();
  const [address, change] = useUrlState();
  const carried = address['filters'] ?? '';
  const carry = (text: string): void => change({ filters: text, page: undefined });
  const columns = useListColumns();
  const filters = useBarFilters();
  const exportView = {
    text: address['text'],
    region: address['region'],
    filters: requestFilters(address, carried),
    sort: address['sort'],
  };
  const add = may('household.correct') && (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => go('/households/new')}
    >
      {t('households:add.open')}
    </Button>
  );
  return (
    <div className="mb-household-list">
      <PageHeader
        title={t('households:list.title')}
        description={t('households:list.text')}
        actions={add}
      />
      <FilterChips carried={carried} onCarry={carry} />
      <DataTable<ListedHousehold>
        name="households"
        caption={t('households:list.title')}
        queryKey={[...householdsKey, 'list', carried]}
        load={(view, signal) => loadPage(view, carried, signal)}
        rowKey={({ id }) => id}
        open={addressOf}
        search={t('households:list.search')}
        filters={filters}
        columns={columns}
        actions={
          <>
            <ConditionButton
              onAdd={(filter) => carry(withFilter(carriedFilters(carried), filter))}
            />
            <ExportButton view={exportView} />
          </>
        }
        empty={
          carried === '' ? (
            <EmptyState
              title={t('households:list.empty')}
              description={t('households:list.emptyText')}
              action={add}
            />
          ) : (
            <EmptyState
              title={t('shell:table.noHits')}
              description={t('households:list.noHitsText')}
            />
          )
        }
      />
    </div>
  );
}

async function loadPage(view: TableView, carried: string, signal: AbortSignal) {
  const query = given({
    text: view.text,
    region: view.filters['region'],
    filters: requestFilters(view.filters, carried),
    sort: view.sort,
    page: view.page,
    size: view.size,
  });
  return await answer(api.GET('/api/households', { params: { query }, signal }));
}

function useBarFilters(): readonly BarFilter[] {
  const { t } = useTranslation();
  const { valueText, fieldName } = useFilterWords();
  return useMemo(
    () => [
      { kind: 'region', key: 'region', label: t('households:list.region') },
      ...barFilters.map(
        ({ key, field, list }): BarFilter => ({
          kind: 'codes',
          key,
          list,
          label: fieldName(field),
          codes: codesOf(list).map(({ code }) => code),
        }),
      ),
      {
        kind: 'choice',
        key: 'missing',
        label: t('households:list.missing'),
        choices: missingKeys.map((value) => ({
          value,
          label: t('households:list.missingOne', { field: valueText('household.missing', value) }),
        })),
      },
    ],
    [t, valueText, fieldName],
  );
}
