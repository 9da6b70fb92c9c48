import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../../../platform/web/kit/links.tsx';
import { Loaded } from '../../../platform/web/kit/loaded.tsx';
import { Section } from '../../../platform/web/kit/page-header.tsx';
import { useUrlState } from '../../../platform/web/kit/use-url-state.ts';
import { useMay } from '../../../platform/web/session/officer.tsx';
import { chartColours, type ThemeName } from '../../../platform/web/theme/palette.ts';
import { useTheme } from '../../../platform/web/theme/use-theme.tsx';
import { classesOf, classIndexOf } from '../model/classes.ts';
import { type Indicator, indicators, type Unit } from '../model/indicators.ts';
import { MapLegend } from './map-legend.tsx';
import { MapList } from './map-list.tsx';
import { RegionMap } from './region-map.tsx';
import { useMap, type WallMap } from './wall-queries.ts';

type MapSectionProperties = { region: string; name: string; goTo: (code: string) => void };

/** The region's map, coloured by one indicator, with the same values as a list for the keyboard. */
export function MapSection({ region, name, goTo }: MapSectionProperties) {
  const { t } = useTranslation();
  const [state, change] = useUrlState();
  const indicator = indicators.find((each) => each === state['indicator']) ?? 'incidence';
  const map = useMap(region, indicator);
  return (
    <Section
      title={t('wall:map.title')}
      actions={
        <Select<Indicator>
          size="small"
          className="mb-map-indicator"
          aria-label={t('wall:map.indicator')}
          value={indicator}
          onChange={(chosen) => change({ indicator: chosen === 'incidence' ? undefined : chosen })}
          options={indicators.map((each) => ({
            value: each,
            label: t(`wall:indicator.${each}`),
          }))}
        />
      }
    >
      <Loaded query={map}>
        {(found) => <ColouredMap key={region} map={found} name={name} goTo={goTo} />}
      </Loaded>
    </Section>
  );
}

const MOST_CLASSES = 6;

/** The finest difference worth a class of its own. */
const leastOf: Record<Unit, number> = { share: 0.001, persons: 1, households: 1, fen: 10_000 };

function ColouredMap({
  map,
  name,
  goTo,
}: {
  map: WallMap;
  name: string;
  goTo: (code: string) => void;
}) {
  const { t } = useTranslation();
  const { theme } = useTheme();
  const [pointed, point] = useState<string>();
  const { classes, ramp, none, colourOf } = useMemo(() => colouring(map, theme), [map, theme]);
  const label = t('wall:map.label', {
    region: name,
    indicator: t(`wall:indicator.${map.indicator}`),
  });
  return (
    <div className="mb-map">
      <div className="mb-map-sheet">
        <RegionMap {...{ map, label, colourOf, pointed, point }} open={goTo} />
        <MapLegend {...{ classes, ramp }} none={none} unit={map.unit} />
        <MapNotes map={map} />
      </div>
      <MapList {...{ map, colourOf, pointed, point }} open={goTo} />
    </div>
  );
}

/** Classes and their colours; made once for a map, because to colour it anew is to draw it anew. */
function colouring(map: WallMap, theme: ThemeName) {
  const values = map.values.flatMap(({ value }) => (value === null ? [] : [value]));
  const classes = classesOf(values, MOST_CLASSES, leastOf[map.unit]);
  const { ramp: all, none } = chartColours(theme);
  const ramp = spread(all, classes.length);
  const colourOf = (value: number | null): string => {
    const index = classIndexOf(classes, value);
    return (index === undefined ? undefined : ramp[index]) ?? none;
  };
  return { classes, ramp, none, colourOf };
}

/** So many colours from the ramp, evenly, always with both ends. */
function spread(ramp: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const at = count === 1 ? 2 : Math.round((index * (ramp.length - 1)) / (count - 1));
    return ramp[at] ?? '';
  });
}

function MapNotes({ map }: { map: WallMap }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <div className="mb-map-notes">
      <p>
        {map.kind === 'schematic'
          ? t('wall:map.schematic')
          : t('wall:map.official', { numbers: map.reviewNumbers.join(' ') })}
      </p>
      {map.sources.length > 0 && <p>{t('wall:map.source', { sources: map.sources.join('; ') })}</p>}
      {map.missing.length > 0 && <p>{t('wall:map.notDrawn', { count: map.missing.length })}</p>}
      {(map.of === 'register' || map.of === 'mixed') && (
        <p className="mb-map-warning">
          {t(`wall:map.of${map.of}`)}{' '}
          {may('household.correct') && (
            <ScreenLink to="/populations">{t('wall:population.open')}</ScreenLink>
          )}
        </p>
      )}
    </div>
  );
}
