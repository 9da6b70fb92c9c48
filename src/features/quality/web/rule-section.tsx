import { InfoCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../platform/web/format.ts';
import { ToneTag } from '../../../platform/web/kit/codes.tsx';
import { Section } from '../../../platform/web/kit/page-header.tsx';
import type { FindingChoice, SummaryAnswer } from '../model/contract.ts';
import { toneOf } from './finding-words.ts';
import { levels } from './quality-queries.ts';
import { Shortened } from './shortened.tsx';

type RuleCount = SummaryAnswer['rules'][number];

type RuleSectionProperties = {
  summary: SummaryAnswer;
  choice: FindingChoice;
  choose: (chosen: { rule: string | undefined }) => void;
  explain: (rule: string) => void;
};

/** The rules with open findings, the gravest and most frequent first; a click keeps to one of them. */
export function RuleSection({ summary, choice, choose, explain }: RuleSectionProperties) {
  const { t } = useTranslation();
  const rules = summary.rules
    .filter(({ open, level }) => open > 0 && (choice.level ?? level) === level)
    .sort(
      (one, other) =>
        levels.indexOf(one.level) - levels.indexOf(other.level) || other.open - one.open,
    );
  const most = rules.reduce((found, { open }) => Math.max(found, open), 1);
  return (
    <Section
      title={t('quality-desk:rules.title')}
      actions={
        choice.ruleId !== undefined && (
          <Button size="small" onClick={() => choose({ rule: undefined })}>
            {t('quality-desk:rules.clear')}
          </Button>
        )
      }
    >
      {rules.length === 0 && <p className="mb-soft">{t('quality-desk:rules.none')}</p>}
      <Shortened
        rows={rules}
        label={t('quality-desk:rules.title')}
        keyOf={({ ruleId, level }) => `${ruleId} ${level}`}
      >
        {(rule) => (
          <>
            <RuleBar
              rule={rule}
              share={rule.open / most}
              isChosen={choice.ruleId === rule.ruleId}
              choose={choose}
            />
            <Button
              type="text"
              size="small"
              icon={<InfoCircleOutlined />}
              aria-label={t('quality-desk:rules.explain', { rule: rule.ruleId })}
              onClick={() => explain(rule.ruleId)}
            />
          </>
        )}
      </Shortened>
    </Section>
  );
}

type RuleBarProperties = {
  rule: RuleCount;
  share: number;
  isChosen: boolean;
  choose: RuleSectionProperties['choose'];
};

function RuleBar({ rule, share, isChosen, choose }: RuleBarProperties) {
  const { t } = useTranslation();
  const { ruleId, level, open, households } = rule;
  return (
    <button
      type="button"
      className="mb-quality-bar"
      aria-pressed={isChosen}
      onClick={() => choose({ rule: isChosen ? undefined : ruleId })}
    >
      <span className="mb-quality-bar-label">
        <ToneTag tone={toneOf[level]}>{t(`quality-desk:levelShort.${level}`)}</ToneTag>
        <span>
          <span className="mb-soft">{ruleId}</span> {t(`quality:${ruleId}.title`)}
        </span>
      </span>
      <span className="mb-quality-bar-value">
        {formatNumber(open)}
        <small>
          {t('quality-desk:rules.households', {
            count: households,
            number: formatNumber(households),
          })}
        </small>
      </span>
      <span className="mb-quality-track" aria-hidden="true">
        <span
          className={`mb-quality-fill mb-quality-fill-${level}`}
          style={{ width: `${100 * share}%` }}
        />
      </span>
    </button>
  );
}
