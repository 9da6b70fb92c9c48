import { screens as accountScreens } from '../features/accounts/web/index.ts';
import type { Screen } from '../platform/web/screen.ts';

/** Every screen that the features give. A feature adds one import and one line. */
export const screens: readonly Screen[] = [...accountScreens];
