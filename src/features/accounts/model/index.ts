export {
  DEMONSTRATION_PASSWORD,
  type DemonstrationAccount,
  demonstrationAccounts,
} from './demonstration.ts';
export type { PasswordPolicyName } from './password.ts';
