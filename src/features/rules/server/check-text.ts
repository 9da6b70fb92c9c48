import { checkSyntax, type RuleCheck, type RuleSetting } from '../model/check-rule.ts';
import { parseRule } from './parse-rule.ts';

/** Reads and checks the text of a rule: a rule that can be used, or everything that is wrong with it. */
export function checkRule(text: string, setting: RuleSetting): RuleCheck {
  const syntax = parseRule(text);
  return syntax.ok ? checkSyntax(syntax.value, setting) : { ok: false, problem: [syntax.problem] };
}
