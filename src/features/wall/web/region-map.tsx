import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chartColours, palettes } from '../../../platform/web/theme/palette.ts';
import { useTheme } from '../../../platform/web/theme/use-theme.tsx';
import { canDrawMaps, type Drawing, drawInto } from './map-drawing.ts';
import type { WallMap } from './wall-queries.ts';
import { useAmounts } from './words.ts';

type RegionMapProperties = {
  map: WallMap;
  /** What the picture shows, for those who do not see it. */
  label: string;
  colourOf: (value: number | null) => string;
  pointed: string | undefined;
  point: (code: string | undefined) => void;
  open: (code: string) => void;
};

type Pointer = { code: string; x: number; y: number };

/** The map; where the device cannot draw one a sentence, for the list beside it has the same values. */
export function RegionMap(properties: RegionMapProperties) {
  const { t, i18n } = useTranslation();
  const [canDraw] = useState(canDrawMaps);
  if (!canDraw) return <p className="mb-soft">{t('wall:map.unavailable')}</p>;
  // The map's buttons are named once, when it is made.
  return <DrawnMap key={i18n.language} {...properties} />;
}

function DrawnMap({ map, label, colourOf, pointed, point, open }: RegionMapProperties) {
  const place = useRef<HTMLDivElement>(null);
  const [pointer, setPointer] = useState<Pointer>();
  const values = useMemo(() => new Map(map.values.map((row) => [row.code, row])), [map]);
  const onPoint = useEffectEvent((code: string | undefined, at: { x: number; y: number }) => {
    setPointer(code === undefined ? undefined : { code, ...at });
    point(code);
  });
  const onOpen = useEffectEvent((code: string) => open(code));
  const { t } = useTranslation();
  const { theme } = useTheme();
  const drawing = useRef<Drawing>(undefined);

  const draw = useEffectEvent((container: HTMLElement) =>
    drawInto(
      container,
      { onPoint: (code, at) => onPoint(code, at), onOpen: (code) => onOpen(code) },
      {
        'NavigationControl.ZoomIn': t('wall:map.zoomIn'),
        'NavigationControl.ZoomOut': t('wall:map.zoomOut'),
      },
    ),
  );

  useEffect(() => {
    if (place.current === null) return undefined;
    const made = draw(place.current);
    drawing.current = made;
    return () => {
      made.remove();
      drawing.current = undefined;
    };
  }, []);

  useEffect(() => {
    const colours = chartColours(theme);
    drawing.current?.show(map, (code) => colourOf(values.get(code)?.value ?? null), {
      line: colours.surface,
      ink: colours.ink,
      surface: colours.surface,
      pointed: palettes[theme].seal,
    });
  }, [map, theme, values, colourOf]);

  useEffect(() => drawing.current?.point(pointed), [pointed]);

  return (
    <div className="mb-map-frame">
      <div ref={place} className="mb-map-canvas" role="group" aria-label={label} />
      {pointer !== undefined && (
        <Tip pointer={pointer} row={values.get(pointer.code)} unit={map.unit} />
      )}
    </div>
  );
}

type TipProperties = {
  pointer: Pointer;
  row: WallMap['values'][number] | undefined;
  unit: WallMap['unit'];
};

function Tip({ pointer, row, unit }: TipProperties) {
  const { t } = useTranslation();
  const { inUnit } = useAmounts();
  if (row === undefined) return null;
  const value = row.value === null ? t('wall:map.noData') : inUnit(row.value, unit);
  return (
    <div className="mb-map-tip" style={{ left: pointer.x, top: pointer.y }} aria-hidden="true">
      <strong>{row.name}</strong>
      <span>{value}</span>
      <small>{t('wall:map.hint')}</small>
    </div>
  );
}
