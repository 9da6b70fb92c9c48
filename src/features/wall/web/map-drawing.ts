import {
  type ExpressionSpecification,
  type FilterSpecification,
  type GeoJSONSourceSpecification,
  LngLatBounds,
  Map as MapLibre,
  type MapMouseEvent,
  NavigationControl,
  type StyleSpecification,
  setWorkerUrl,
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

/** So few cells have room for their names from the start. */
const FEW_CELLS = 30;

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
    // Otherwise the picture is gone from the canvas before it can be kept for the printer.
    canvasContextAttributes: { preserveDrawingBuffer: true },
    locale,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disable();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  // The list beside the map is what the keyboard and screen readers use.
  for (const name of ['tabindex', 'role', 'aria-label']) map.getCanvas().removeAttribute(name);
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
  #wholeZoom = 0;

  constructor(map: MapLibre) {
    this.#map = map;
    this.#watch = new ResizeObserver(() => {
      map.resize();
      this.#fit();
    });
    this.#watch.observe(map.getContainer());
    globalThis.addEventListener('beforeprint', this.#keepForPrint);
  }

  show(map: WallMap, colourOf: (code: string) => string, colours: MapColours): void {
    if (this.#bounds === undefined) {
      this.#bounds = boundsOf(map.map.features);
      this.#fit();
      this.#wholeZoom = this.#map.getZoom();
    }
    const look = { colourOf, colours, namesFrom: this.#wholeZoom + NAMES_NEARER };
    this.#map.setStyle(styleOf(map, look), { diff: false });
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

  /** A printer gets an empty canvas, so the picture is left as an image for the print style. */
  readonly #keepForPrint = (): void => {
    const picture = this.#map.getCanvas().toDataURL();
    this.#map.getContainer().style.setProperty('--mb-map-picture', `url(${picture})`);
  };

  remove(): void {
    globalThis.removeEventListener('beforeprint', this.#keepForPrint);
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
      names: {
        type: 'geojson',
        data: collection([...cells, ...outlines].map((feature) => named(feature, look))),
      },
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
      nameLayer('cell', { size: 12, namesFrom: cells.length > FEW_CELLS ? look.namesFrom : 0 }),
      nameLayer('outline', { size: 13, namesFrom: 0 }),
    ],
  };
}

type NameLook = { size: number; namesFrom: number };

function nameLayer(
  role: 'cell' | 'outline',
  { size, namesFrom }: NameLook,
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
      'text-color': ['get', 'ink'],
      'text-halo-color': ['get', 'halo'],
      'text-halo-width': 1.6,
    },
  };
}

function coloured({ geometry, properties: { code, name } }: Feature, { colourOf }: Look): object {
  return { type: 'Feature', geometry, properties: { code, name, colour: colourOf(code) } };
}

/** A name in the ink that can be read on its cell; the halo parts it from edges and neighbours. */
function named({ properties: { code, name, role, label } }: Feature, look: Look): object {
  const ground = role === 'cell' ? look.colourOf(code) : look.colours.surface;
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: label },
    properties: { name, role, halo: ground, ink: isLight(ground) ? DARK_INK : LIGHT_INK },
  };
}

const DARK_INK = '#1c2523';
const LIGHT_INK = '#f4f6f4';

/** True for `#rrggbb` on which dark letters read better than light ones (WCAG 2.2, relative luminance). */
function isLight(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18;
}

function collection(features: readonly object[]): GeoJSONSourceSpecification['data'] {
  return { type: 'FeatureCollection', features } as unknown as GeoJSONSourceSpecification['data'];
}
