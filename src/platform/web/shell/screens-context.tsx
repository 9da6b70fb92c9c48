import { createContext, type ReactNode, useContext } from 'react';
import type { Screen } from '../screen.ts';

const ScreensContext = createContext<readonly Screen[]>([]);

export function ScreensProvider(properties: { screens: readonly Screen[]; children: ReactNode }) {
  return <ScreensContext value={properties.screens}>{properties.children}</ScreensContext>;
}

/** Every screen of the product. */
export function useScreens(): readonly Screen[] {
  return useContext(ScreensContext);
}
