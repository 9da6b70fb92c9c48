import { keepPreviousData, type QueryKey, useQuery } from '@tanstack/react-query';
import { Table, type TableColumnType } from 'antd';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../format.ts';
import { usePhone } from '../theme/use-theme.tsx';
import { ScreenLink, useGo } from './links.tsx';
import { Loaded } from './loaded.tsx';
import { useRowKeyboard } from './row-keyboard.ts';
import { EmptyState } from './states.tsx';
import { type Filter, FilterBar } from './table-filters.tsx';
import { TablePager } from './table-pager.tsx';
import { type TableSettings, useTableSettings } from './table-settings.ts';
import { SettingsButton, ViewsButton } from './table-toolbar.tsx';
import { type TableView, useTableView, type ViewChange } from './table-view.ts';
import { useUrlState } from './use-url-state.ts';
import './data-table.css';

export type Column<Row> = {
  /** Also what the server sorts by. */
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  sortable?: boolean;
  align?: 'end';
  width?: number;
  /** Off until the reader chooses it. */
  optional?: boolean;
};

export type TablePage<Row> = {
  rows: readonly Row[];
  total?: number | undefined;
  /** Cursor of the page after; null on the last page. Left out by lists with page numbers. */
  next?: string | null | undefined;
};

export type DataTableProperties<Row> = {
  /** Under this name the officer's columns, density and views are kept. */
  name: string;
  /** What the list is, for screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  queryKey: QueryKey;
  load: (view: TableView, signal: AbortSignal) => Promise<TablePage<Row>>;
  /** Address that a row opens. */
  open?: (row: Row) => string;
  filters?: readonly Filter[];
  /** Label of the search field; no field without it. */
  search?: string;
  /** Buttons at the end of the toolbar, such as the export. */
  actions?: ReactNode;
  /** Shown if there is nothing at all; a search without hits says so by itself. */
  empty?: ReactNode;
};

/** A list with search, filters, order, columns and paging; all of its state stands in the address. */
export function DataTable<Row extends object>(table: DataTableProperties<Row>) {
  const filters = table.filters ?? noFilters;
  const filterKeys = useMemo(() => filters.map(({ key }) => key), [filters]);
  const [view, change] = useTableView(filterKeys);
  const [settings, changeSettings] = useTableSettings(table.name);
  const query = useQuery({
    queryKey: [...table.queryKey, view],
    queryFn: ({ signal }) => table.load(view, signal),
    placeholderData: keepPreviousData,
  });
  const columns = shownColumns(table.columns, settings);
  return (
    <div className="mb-table">
      <div className="mb-table-bar">
        <FilterBar filters={filters} search={table.search} view={view} onChange={change} />
        <Toolbar table={table} settings={settings} onChange={changeSettings} />
      </div>
      <Loaded query={query}>
        {(page) => (
          <div aria-busy={query.isPlaceholderData} className="mb-table-body">
            <Count total={page.total} />
            {page.rows.length === 0 ? (
              <Nothing view={view} empty={table.empty} />
            ) : (
              <Rows {...{ table, columns, view, change, page }} density={settings.density} />
            )}
            <TablePager view={view} total={page.total} next={page.next} onChange={change} />
          </div>
        )}
      </Loaded>
    </div>
  );
}

const noFilters: readonly Filter[] = [];

function shownColumns<Row>(
  columns: readonly Column<Row>[],
  settings: TableSettings,
): readonly Column<Row>[] {
  const shown = columns.filter((column) =>
    settings.columns === undefined
      ? column.optional !== true
      : settings.columns.includes(column.key),
  );
  return shown.length > 0 ? shown : columns;
}

function Count({ total }: { total: number | undefined }) {
  const { t } = useTranslation();
  return (
    <p className="mb-table-count" role="status">
      {total === undefined
        ? ''
        : t('shell:table.total', { count: total, number: formatNumber(total) })}
    </p>
  );
}

function Nothing({ view, empty }: { view: TableView; empty: ReactNode }) {
  const { t } = useTranslation();
  const isNarrowed =
    view.text !== undefined || Object.values(view.filters).some((value) => value !== undefined);
  if (isNarrowed) {
    return <EmptyState title={t('shell:table.noHits')} description={t('shell:table.noHitsText')} />;
  }
  return empty ?? <EmptyState title={t('shell:table.nothing')} />;
}

type ToolbarProperties<Row> = {
  table: DataTableProperties<Row>;
  settings: TableSettings;
  onChange: (change: Partial<TableSettings>) => void;
};

function Toolbar<Row>({ table, settings, onChange }: ToolbarProperties<Row>) {
  const [address, changeAddress] = useUrlState();
  const shown = new Set(shownColumns(table.columns, settings).map(({ key }) => key));
  const others = (name: string) => settings.views.filter((view) => view.name !== name);
  return (
    <div className="mb-table-tools">
      {table.actions}
      <ViewsButton
        views={settings.views}
        onOpen={(view) => {
          const cleared = Object.fromEntries(Object.keys(address).map((key) => [key, undefined]));
          changeAddress({ ...cleared, ...view.address }, { replace: false });
        }}
        onSave={(name) => {
          const kept = { ...address, page: undefined, after: undefined };
          onChange({ views: [...others(name), { name, address: kept }] });
        }}
        onRemove={(name) => onChange({ views: others(name) })}
      />
      <SettingsButton
        density={settings.density}
        onChange={onChange}
        columns={table.columns.map(({ key, title }) => ({ key, title, isShown: shown.has(key) }))}
      />
    </div>
  );
}

type RowsProperties<Row> = {
  table: DataTableProperties<Row>;
  columns: readonly Column<Row>[];
  page: TablePage<Row>;
  view: TableView;
  change: (change: ViewChange) => void;
  density: TableSettings['density'];
};

function Rows<Row extends object>(properties: RowsProperties<Row>) {
  return usePhone() ? <RowCards {...properties} /> : <RowTable {...properties} />;
}

function RowTable<Row extends object>(properties: RowsProperties<Row>) {
  const { table, columns, page, view, change, density } = properties;
  const go = useGo();
  const { open } = table;
  const rowHandlers = useRowKeyboard<Row>(open === undefined ? undefined : (row) => go(open(row)));
  return (
    <Table<Row>
      aria-label={table.caption}
      className={open === undefined ? '' : 'mb-rows-open'}
      size={density}
      rowKey={table.rowKey}
      columns={columns.map((column, place) =>
        antdColumn(column, view, place === 0 ? open : undefined),
      )}
      dataSource={[...page.rows]}
      pagination={false}
      scroll={{ x: 'max-content' }}
      onRow={(row, index) => rowHandlers(row, index ?? 0)}
      onChange={(_paging, _filters, sorter) => {
        const [first] = [sorter].flat();
        change({ sort: sortOf(first?.columnKey, first?.order) });
      }}
    />
  );
}

function sortOf(key: unknown, order: 'ascend' | 'descend' | null | undefined): string | undefined {
  if (order === undefined || order === null) return undefined;
  return order === 'ascend' ? String(key) : `-${String(key)}`;
}

function antdColumn<Row>(
  column: Column<Row>,
  view: TableView,
  open: ((row: Row) => string) | undefined,
): TableColumnType<Row> {
  const orders = { [column.key]: 'ascend', [`-${column.key}`]: 'descend' } as const;
  return {
    key: column.key,
    title: column.title,
    render: (_value, row) => linked(column, row, open),
    ...(column.align === undefined ? {} : { align: column.align }),
    ...(column.width === undefined ? {} : { width: column.width }),
    ...(column.sortable === true
      ? { sorter: true, sortOrder: orders[view.sort ?? ''] ?? null, showSorterTooltip: false }
      : {}),
  };
}

function linked<Row>(column: Column<Row>, row: Row, open: ((row: Row) => string) | undefined) {
  const content = column.render(row);
  return open === undefined ? content : <ScreenLink to={open(row)}>{content}</ScreenLink>;
}

/** On a phone each row is a card: nothing scrolls sideways. */
function RowCards<Row extends object>({ table, columns, page }: RowsProperties<Row>) {
  const [first, ...others] = columns;
  return (
    <ul className="mb-cards" aria-label={table.caption}>
      {page.rows.map((row) => (
        <li key={table.rowKey(row)}>
          {first !== undefined && (
            <div className="mb-card-title">{linked(first, row, table.open)}</div>
          )}
          <dl>
            {others.map((column) => (
              <div key={column.key}>
                <dt>{column.title}</dt>
                <dd>{column.render(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
