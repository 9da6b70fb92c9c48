import { screens as accountScreens } from '../features/accounts/web/index.ts';
import { screens as documentScreens } from '../features/documents/web/index.ts';
import { Entitlements, screens as entitlementScreens } from '../features/entitlements/web/index.ts';
import { householdScreens, type IncomeLines } from '../features/households/web/index.ts';
import { screens as intakeScreens } from '../features/intake/web/index.ts';
import { screens as ledgerScreens } from '../features/ledgers/web/index.ts';
import { screens as policyScreens } from '../features/policies/web/index.ts';
import { screens as qualityScreens } from '../features/quality/web/index.ts';
import { screens as wallScreens } from '../features/wall/web/index.ts';
import { plainDate } from '../kernel/plain-date.ts';
import { regionCode } from '../kernel/region-code.ts';
import type { Screen } from '../platform/web/screen.ts';

/** Every screen that the features give. A feature adds one import and one line. */
export const screens: readonly Screen[] = [
  ...accountScreens,
  ...documentScreens,
  ...entitlementScreens,
  ...householdScreens({ linesOf, Entitlements }),
  ...intakeScreens,
  ...ledgerScreens,
  ...policyScreens,
  ...qualityScreens,
  ...wallScreens,
];

/** Until 2020 incomes were held against the national poverty line, since then against the line of monitoring. */
const LAST_YEAR_OF_POVERTY_LINE = 2020;

/** The lines of a year at a place, from the parameters of the data rules. */
async function linesOf(region: string, year: number): Promise<IncomeLines> {
  const { nationalParameters, parametersAt } = await import('../features/quality/model/index.ts');
  const lastDay = plainDate(`${year}-12-31`);
  const found = parametersAt(nationalParameters, regionCode(region), lastDay);
  return year <= LAST_YEAR_OF_POVERTY_LINE
    ? { povertyLineFen: found.povertyLineFen }
    : { monitoringLineFen: found.monitoringLineFen };
}
