import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { householdsKey, type ListedHousehold } from '../household-queries.ts';

type HouseholdSearchProperties = {
  label: string;
  /** Only households of this county. */
  county: string;
  /** The household that does not come into question. */
  except: string;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
};

const OFFERED = 8;

/** Finds another household by name, initials, ID tail or number. */
export function HouseholdSearch(properties: HouseholdSearchProperties) {
  const { label, county, except, value, onChange } = properties;
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ListedHousehold>();
  const asked = useDeferredValue(text.trim());
  const found = useFound(asked, county);
  const offered = (found.data ?? []).filter((row) => row.id !== except);
  const shown = chosen !== undefined && !offered.includes(chosen) ? [chosen, ...offered] : offered;
  return (
    <div className="mb-household-field">
      <label className="mb-household-label" htmlFor={id}>
        {label}
      </label>
      <Select<string>
        id={id}
        className="mb-wide"
        showSearch={{ filterOption: false, onSearch: setText }}
        allowClear
        placeholder={t('households:list.search')}
        value={value ?? null}
        onChange={(next) => {
          setChosen(offered.find((row) => row.id === next));
          onChange(next);
        }}
        loading={found.isFetching}
        notFoundContent={t(asked === '' ? 'households:other.hint' : 'households:other.none')}
        options={(asked === '' && chosen === undefined ? [] : shown).map((row) => ({
          value: row.id,
          label: t('households:other.option', {
            name: row.headName,
            number: row.number,
            village: row.villageName,
          }),
        }))}
      />
    </div>
  );
}

function useFound(text: string, county: string) {
  return useQuery({
    queryKey: [...householdsKey, 'search', county, text],
    queryFn: async ({ signal }) => {
      const query = { text, region: county, size: OFFERED };
      return (await answer(api.GET('/api/households', { params: { query }, signal }))).rows;
    },
    enabled: text !== '',
    placeholderData: (before) => before,
  });
}
