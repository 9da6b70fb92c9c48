import { type Level, levels } from '../../../kernel/region-code.ts';
import type { RuleLevel } from './rule.ts';

/**
 * The lowest level of office that may exempt a record from a rule: whoever enters the record at the
 * village only explains; what the rules would refuse (E) is for the county.
 */
const lowestOffice: Readonly<Record<RuleLevel, Level>> = {
  E: 'county',
  W: 'township',
  I: 'township',
};

/** True if an office of that level may exempt from a rule of that severity. */
export function mayExempt(office: Level, severity: RuleLevel): boolean {
  return levels.indexOf(office) <= levels.indexOf(lowestOffice[severity]);
}
