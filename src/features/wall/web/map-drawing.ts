import {
  type ExpressionSpecification,
  type FilterSpecification,
  type GeoJSONSourceSpecification,
  LngLatBounds,
  Map as MapLibre,
  type MapMouseEvent,
  NavigationControl,
  setWorkerUrl,
  type StyleSpecification,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { WallMap } from './wall-queries.ts';

// Bundled, the library cannot find its own worker.
setWorkerUrl(workerUrl);

export type MapColours = { line: string; ink: string; surface: string; pointed: string };

export type Drawing = {
  show(map: WallMap, colourOf: (code: string) => string, colours: MapColours): void;
  point(code: string | undefined): void;
  remove(): void;
};

type Listener = {
  onPoint: (code: string | undefined, at: { x: number; y: number }) => void;
  onOpen: (code: string) => void;
};

const MARGIN_PX = 18;
/** False on devices that cannot draw maps: old graphics, remote desktops, some policies. */
export function canDrawMaps(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}

/** Cell names appear when the reader has come this much nearer than the whole map. */
const NAMES_NEARER = 0.9;

type Feature = WallMap['map']['features'][number];

/**
 * Draws divisions with MapLibre on a bare ground: no tiles, no glyphs, no network. Chinese names are
 * drawn with the device's own fonts.
 */
export function drawInto(
  container: HTMLElement,
  listener: Listener,
  locale: Record<string, string>,
): Drawing {
  const map = new MapLibre({
    container,
    style: { version: 8, sources: {}, layers: [] },
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    renderWorldCopies: false,
    localIdeographFontFamily:
      'system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif',
    // Without it the map is missing when the page is printed.
    canvasContextAttributes: { preserveDrawingBuffer: true },
    locale,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disable();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  // The list beside the map is what the keyboard uses.
  map.getCanvas().tabIndex = -1;
  listen(map, listener);
  return new DrawnMap(map);
}

function listen(map: MapLibre, { onPoint, onOpen }: Listener): void {
  const codeAt = (event: MapMouseEvent): string | undefined => {
    if (map.getLayer('cells') === undefined) return undefined;
    const [found] = map.queryRenderedFeatures(event.point, { layers: ['cells'] });
    return found === undefined ? undefined : String(found.properties['code']);
  };
  map.on('mousemove', (event) => {
    const code = codeAt(event);
    map.getCanvas().style.cursor = code === undefined ? '' : 'pointer';
    onPoint(code, event.point);
  });
  map.on('mouseout', (event) => onPoint(undefined, event.point));
  map.on('click', (event) => {
    const code = codeAt(event);
    if (code !== undefined) onOpen(code);
  });
}

class DrawnMap implements Drawing {
  readonly #map: MapLibre;
  readonly #watch: ResizeObserver;
  #bounds: LngLatBounds | undefined;
  #pointed: string | undefined;

  constructor(map: MapLibre) {
    this.#map = map;
    this.#watch = new ResizeObserver(() => {
      map.resize();
      this.#fit();
    });
    this.#watch.observe(map.getContainer());
  }

  show(map: WallMap, colourOf: (code: string) => string, colours: MapColours): void {
    const isFirst = this.#bounds === undefined;
    this.#bounds = boundsOf(map.map.features);
    if (isFirst) this.#fit();
    this.#map.setStyle(
      styleOf(map, { colourOf, colours, namesFrom: this.#map.getZoom() + NAMES_NEARER }),
    );
  }

  point(code: string | undefined): void {
    const set = (of: string, pointed: boolean): void => {
      if (this.#map.getSource('cells') !== undefined)
        this.#map.setFeatureState({ source: 'cells', id: of }, { pointed });
    };
    if (this.#pointed !== undefined) set(this.#pointed, false);
    if (code !== undefined) set(code, true);
    this.#pointed = code;
  }

  remove(): void {
    this.#watch.disconnect();
    this.#map.remove();
  }

  #fit(): void {
    if (this.#bounds === undefined || this.#bounds.isEmpty()) return;
    this.#map.fitBounds(this.#bounds, { padding: MARGIN_PX, duration: 0 });
  }
}

function boundsOf(features: readonly Feature[]): LngLatBounds {
  const bounds = new LngLatBounds();
  const visit = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    const [longitude, latitude] = part as unknown[];
    if (typeof longitude === 'number' && typeof latitude === 'number')
      bounds.extend([longitude, latitude]);
    else for (const inner of part) visit(inner);
  };
  for (const { geometry } of features) visit(geometry.coordinates);
  return bounds;
}

type Look = { colourOf: (code: string) => string; colours: MapColours; namesFrom: number };

function styleOf({ map }: WallMap, look: Look): StyleSpecification {
  const cells = map.features.filter(({ properties }) => properties.role === 'cell');
  const outlines = map.features.filter(({ properties }) => properties.role === 'outline');
  const hasOutlines = outlines.length > 0;
  const { line, ink, pointed } = look.colours;
  const isPointed: ExpressionSpecification = ['boolean', ['feature-state', 'pointed'], false];
  return {
    version: 8,
    sources: {
      cells: {
        type: 'geojson',
        promoteId: 'code',
        data: collection(cells.map((cell) => coloured(cell, look))),
      },
      outlines: {
        type: 'geojson',
        data: collection(outlines.map((outline) => coloured(outline, look))),
      },
      names: { type: 'geojson', data: collection([...cells, ...outlines].map(named)) },
    },
    layers: [
      { id: 'cells', type: 'fill', source: 'cells', paint: { 'fill-color': ['get', 'colour'] } },
      {
        id: 'edges',
        type: 'line',
        source: 'cells',
        paint: { 'line-color': line, 'line-width': 0.7 },
      },
      {
        id: 'outlines',
        type: 'line',
        source: 'outlines',
        paint: { 'line-color': ink, 'line-width': 1.4 },
      },
      {
        id: 'pointed',
        type: 'line',
        source: 'cells',
        paint: { 'line-color': pointed, 'line-width': ['case', isPointed, 3, 0] },
      },
      nameLayer('cell', { size: 11, ...look, namesFrom: hasOutlines ? look.namesFrom : 0 }),
      nameLayer('outline', { size: 13, ...look, namesFrom: 0 }),
    ],
  };
}

type NameLook = Look & { size: number };

function nameLayer(
  role: 'cell' | 'outline',
  { size, colours, namesFrom }: NameLook,
): StyleSpecification['layers'][number] {
  const ofRole: FilterSpecification = ['==', ['get', 'role'], role];
  return {
    id: `${role}-names`,
    type: 'symbol',
    source: 'names',
    filter: ofRole,
    minzoom: namesFrom,
    layout: { 'text-field': ['get', 'name'], 'text-size': size, 'text-padding': 1 },
    paint: {
      'text-color': colours.ink,
      'text-halo-color': colours.surface,
      'text-halo-width': 1.6,
    },
  };
}

function coloured({ geometry, properties: { code, name } }: Feature, { colourOf }: Look): object {
  return { type: 'Feature', geometry, properties: { code, name, colour: colourOf(code) } };
}

function named({ properties: { name, role, label } }: Feature): object {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: label },
    properties: { name, role },
  };
}

function collection(features: readonly object[]): GeoJSONSourceSpecification['data'] {
  return { type: 'FeatureCollection', features } as unknown as GeoJSONSourceSpecification['data'];
}
