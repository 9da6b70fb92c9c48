import { UnorderedListOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../../../platform/web/kit/links.tsx';
import { Absent } from '../../../platform/web/kit/values.tsx';
import { householdsAt, type WallMap } from './wall-queries.ts';
import { useAmounts } from './words.ts';

type ListProperties = {
  map: WallMap;
  colourOf: (value: number | null) => string;
  pointed: string | undefined;
  point: (code: string | undefined) => void;
  open: (code: string) => void;
};

/** More are shown when asked for, or searched. */
const SHOWN_FIRST = 40;

/** The map as a list, the largest values first: what the keyboard and screen readers use. */
export function MapList({ map, colourOf, pointed, point, open }: ListProperties) {
  const { t } = useTranslation();
  const { inUnit } = useAmounts();
  const [text, setText] = useState('');
  const [isWhole, setWhole] = useState(false);
  const wanted = useDeferredValue(text.trim());
  const found = useMemo(
    () =>
      map.values
        .filter(({ name }) => name.includes(wanted))
        .toSorted((one, other) => (other.value ?? -1) - (one.value ?? -1)),
    [map, wanted],
  );
  return (
    <div className="mb-map-list">
      <Input
        size="small"
        allowClear
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-label={t('wall:map.search')}
        placeholder={t('wall:map.search')}
      />
      {found.length === 0 && <p className="mb-soft">{t('wall:map.nothingFound')}</p>}
      <ol aria-label={t('wall:map.list')}>
        {(isWhole ? found : found.slice(0, SHOWN_FIRST)).map(
          ({ code, name, value, households, filters }) => (
            <li
              key={code}
              className={code === pointed ? 'mb-map-row mb-map-row-pointed' : 'mb-map-row'}
              onMouseEnter={() => point(code)}
              onMouseLeave={() => point(undefined)}
            >
              <button
                type="button"
                onClick={() => open(code)}
                onFocus={() => point(code)}
                onBlur={() => point(undefined)}
              >
                <span className="mb-map-swatch" style={{ background: colourOf(value) }} />
                <span className="mb-map-name">{name}</span>
                <span className="mb-number">
                  {value === null ? <Absent /> : inUnit(value, map.unit)}
                </span>
              </button>
              {households > 0 && (
                <ScreenLink
                  to={householdsAt(code, filters)}
                  aria-label={`${name} ${t('wall:map.openHouseholds')}`}
                  className="mb-map-open"
                >
                  <UnorderedListOutlined />
                </ScreenLink>
              )}
            </li>
          ),
        )}
      </ol>
      {found.length > SHOWN_FIRST && (
        <Button type="link" size="small" onClick={() => setWhole(!isWhole)}>
          {isWhole
            ? t('wall:more.less')
            : t('wall:more.count', { count: found.length - SHOWN_FIRST })}
        </Button>
      )}
    </div>
  );
}
