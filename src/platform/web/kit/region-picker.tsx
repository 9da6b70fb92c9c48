import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Level } from '../../../kernel/region-code.ts';
import { answer, api, given } from '../api.ts';
import { useOfficer } from '../session/officer.tsx';

type RegionPickerProperties = {
  /** Region code. */
  value?: string | null | undefined;
  onChange?: (code: string | undefined) => void;
  /** Only this region and what lies in it; the officer's own reach if left out. */
  within?: string | undefined;
  /** Only regions of this level. */
  level?: Level | undefined;
  id?: string;
  'aria-label'?: string;
  placeholder?: string;
};

/**
 * Finds a region by name, pinyin initials or code, and shows where it lies. Before anything is
 * typed it offers what lies directly below the one chosen. Never loads the tree. Fits into a `Form.Item`.
 */
export function RegionPicker(properties: RegionPickerProperties) {
  const { value, onChange, within, level, placeholder, ...rest } = properties;
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const asked = useDeferredValue(text.trim());
  const found = useFoundRegions({ text: asked, within, level });
  const { posting } = useOfficer();
  const below = useChildren(
    value ?? within ?? posting?.regionCode,
    isOpen && asked === '' && level === undefined,
  );
  const chosen = useRegion(value);
  const offered = asked === '' ? (below ?? []) : (found.data ?? []);
  return (
    <Select<string>
      {...rest}
      className="mb-wide"
      showSearch={{ filterOption: false, onSearch: setText, autoClearSearchValue: true }}
      allowClear
      value={value ?? null}
      onChange={(code) => {
        setText('');
        onChange?.(code);
      }}
      onOpenChange={setOpen}
      popupMatchSelectWidth={320}
      placeholder={placeholder ?? t('shell:region.placeholder')}
      loading={found.isFetching}
      notFoundContent={
        asked === '' ? t('shell:region.hint') : t('shell:region.none', { text: asked })
      }
      labelRender={({ value: code }) => chosen?.name ?? String(code)}
      options={offered.map((region) => ({ value: region.code, label: <RegionLine {...region} /> }))}
    />
  );
}

type Region = { code: string; name: string; fullName?: string };

function RegionLine({ name, fullName }: Region) {
  return (
    <span className="mb-region-line">
      <span>{name}</span>
      {fullName !== undefined && fullName !== name && <small>{fullName}</small>}
    </span>
  );
}

/** The full name of a region, `柳溪县河东镇上柳村`. */
export function RegionPath({ code }: { code: string | null | undefined }) {
  const region = useRegion(code);
  return region?.fullName ?? region?.name ?? code ?? '';
}

const REGIONS_STAY_MS = 3_600_000;

function useFoundRegions(asked: {
  text: string;
  within: string | undefined;
  level: Level | undefined;
}) {
  return useQuery({
    queryKey: ['regions', 'search', asked],
    queryFn: async ({ signal }) => {
      const query = { ...given(asked), text: asked.text };
      return (await answer(api.GET('/api/regions/search', { params: { query }, signal }))).regions;
    },
    enabled: asked.text !== '',
    placeholderData: (before) => before,
    staleTime: REGIONS_STAY_MS,
  });
}

function useChildren(code: string | undefined, isWanted: boolean): Region[] | undefined {
  const { data } = useQuery({
    queryKey: ['regions', code, 'children'],
    queryFn: async ({ signal }) => {
      const path = { code: addressed(code) };
      return (await answer(api.GET('/api/regions/{code}/children', { params: { path }, signal })))
        .regions;
    },
    enabled: isWanted && code !== undefined,
    staleTime: REGIONS_STAY_MS,
  });
  return data;
}

function useRegion(code: string | null | undefined): Region | undefined {
  const { data } = useQuery({
    queryKey: ['regions', code],
    queryFn: async ({ signal }) => {
      const path = { code: addressed(code) };
      return await answer(api.GET('/api/regions/{code}', { params: { path }, signal }));
    },
    enabled: code !== null && code !== undefined,
    staleTime: REGIONS_STAY_MS,
  });
  return data;
}

/** The nation, whose code is empty, has a name where a code is part of an address. */
function addressed(code: string | null | undefined): string {
  return code === null || code === undefined || code === '' ? 'nation' : code;
}
