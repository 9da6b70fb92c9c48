import { FilterOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Level } from '../../../kernel/region-code.ts';
import { usePhone } from '../theme/use-theme.tsx';
import { CodeSelect } from './codes.tsx';
import { RegionPicker } from './region-picker.tsx';
import type { TableView, ViewChange } from './table-view.ts';

/** One way to narrow a list; its value stands in the address under `key`. */
export type Filter =
  | { kind: 'codes'; key: string; label: string; list: string; codes?: readonly string[] }
  | {
      kind: 'choice';
      key: string;
      label: string;
      choices: readonly { value: string; label: string }[];
    }
  | { kind: 'region'; key: string; label: string; within?: string; level?: Level }
  /** The value is `true` or absent. */
  | { kind: 'toggle'; key: string; label: string };

type FilterBarProperties = {
  filters: readonly Filter[];
  /** Label of the search field; no field without it. */
  search: string | undefined;
  view: TableView;
  onChange: (change: ViewChange) => void;
};

export function FilterBar({ filters, search, view, onChange }: FilterBarProperties) {
  const { t } = useTranslation();
  const isPhone = usePhone();
  const [isOpen, setOpen] = useState(false);
  const isNarrowed =
    view.text !== undefined || Object.values(view.filters).some((value) => value !== undefined);
  const reset = (): void =>
    onChange({
      text: undefined,
      filters: Object.fromEntries(filters.map(({ key }) => [key, undefined])),
    });
  if (filters.length === 0 && search === undefined) return null;
  return (
    <search className="mb-filters">
      {search !== undefined && (
        <SearchField
          label={search}
          text={view.text ?? ''}
          onSearch={(text) => onChange({ text: text === '' ? undefined : text })}
        />
      )}
      {isPhone && filters.length > 0 && (
        <Button icon={<FilterOutlined />} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('shell:table.filters')}
        </Button>
      )}
      {(!isPhone || isOpen) &&
        filters.map((filter) => (
          <div className={`mb-filter-${filter.kind}`} key={filter.key}>
            <FilterControl
              filter={filter}
              value={view.filters[filter.key]}
              onChange={(value) => onChange({ filters: { [filter.key]: value } })}
            />
          </div>
        ))}
      {isNarrowed && (
        <Button type="link" onClick={reset}>
          {t('shell:table.reset')}
        </Button>
      )}
    </search>
  );
}

type FilterControlProperties = {
  filter: Filter;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
};

function FilterControl({ filter, value, onChange }: FilterControlProperties) {
  const named = { 'aria-label': filter.label, placeholder: filter.label };
  switch (filter.kind) {
    case 'codes': {
      const codes = filter.codes === undefined ? {} : { codes: filter.codes };
      return (
        <CodeSelect
          {...named}
          {...codes}
          list={filter.list}
          value={value ?? null}
          onChange={onChange}
        />
      );
    }
    case 'choice':
      return (
        <Select<string>
          {...named}
          className="mb-wide"
          allowClear
          value={value ?? null}
          onChange={onChange}
          options={[...filter.choices]}
          popupMatchSelectWidth={false}
        />
      );
    case 'region':
      return (
        <RegionPicker
          {...named}
          within={filter.within}
          level={filter.level}
          value={value}
          onChange={onChange}
        />
      );
    case 'toggle':
      return (
        <Checkbox
          checked={value === 'true'}
          onChange={(event) => onChange(event.target.checked ? 'true' : undefined)}
        >
          {filter.label}
        </Checkbox>
      );
  }
}

const SEARCH_AFTER_MS = 300;

type SearchFieldProperties = { label: string; text: string; onSearch: (text: string) => void };

/** Searches while one types, but not at every key. The `/` key of the shell goes here. */
function SearchField({ label, text, onSearch }: SearchFieldProperties) {
  const [typed, setTyped] = useState(text);
  const [seen, setSeen] = useState(text);
  const [sent, setSent] = useState(text);
  if (text !== seen) {
    // Follows the address (back, saved views), but never takes away what was typed meanwhile.
    setSeen(text);
    if (text !== sent) setTyped(text);
  }
  const send = (): void => {
    setSent(typed.trim());
    onSearch(typed.trim());
  };
  const sendLater = useEffectEvent(send);
  useEffect(() => {
    if (typed.trim() === text) return undefined;
    const timer = setTimeout(sendLater, SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed, text]);
  return (
    <Input
      className="mb-search"
      data-search=""
      type="search"
      prefix={<SearchOutlined />}
      allowClear
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={send}
    />
  );
}
