import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { ToneTag } from '../../../../platform/web/kit/codes.tsx';
import { ConfirmAct } from '../../../../platform/web/kit/confirm-act.tsx';
import { Loaded } from '../../../../platform/web/kit/loaded.tsx';
import { useAct } from '../../../../platform/web/kit/use-act.ts';
import { useMay } from '../../../../platform/web/session/officer.tsx';
import { type ActToDo, useActs } from '../acts/open-act.tsx';
import {
  householdsKey,
  pathOf,
  type QualityFinding,
  useFindings,
  type WholeHousehold,
} from '../household-queries.ts';
import { useFindingText } from '../words/findings.ts';
import { SheetSection } from './sheet-section.tsx';

/** What the data rules hold against the record: what to put right, what to explain, what is settled. */
export function FindingsSection({ whole }: { whole: WholeHousehold }) {
  const { t } = useTranslation();
  const findings = useFindings(pathOf(whole.household));
  return (
    <SheetSection name="findings">
      <Loaded query={findings}>
        {(found) =>
          found.length === 0 ? (
            <p className="mb-soft">{t('households:findings.none')}</p>
          ) : (
            <ul className="mb-household-finding-list">
              {inOrder(found).map((finding) => (
                <FindingItem key={finding.id} finding={finding} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </SheetSection>
  );
}

const levels = ['E', 'W', 'I'];
const states = ['open', 'explained', 'exempted'];

/** What is open first, the gravest first. */
function inOrder(findings: readonly QualityFinding[]): readonly QualityFinding[] {
  const rank = ({ state, level }: QualityFinding): number =>
    states.indexOf(state) * levels.length + levels.indexOf(level);
  return findings.toSorted((one, other) => rank(one) - rank(other));
}

const tones = { E: 'bad', W: 'warn', I: 'plain' } as const;

function FindingItem({ finding }: { finding: QualityFinding }) {
  const { t } = useTranslation();
  const sentence = useFindingText();
  const { ruleId, level, state, explanation, exemption } = finding;
  const name = useAbout(finding);
  return (
    <li className={state === 'open' ? '' : 'mb-household-settled'}>
      <ToneTag tone={state === 'open' ? tones[level] : 'plain'}>
        {t(`quality:level.${level}`)}
      </ToneTag>
      <div>
        <strong>
          {t('households:findings.title', { name, title: t(`quality:${ruleId}.title`) })}
        </strong>
        <p>{sentence(finding)}</p>
        {explanation !== null && (
          <p className="mb-soft">
            {t('households:findings.explained', {
              by: explanation.by ?? t('households:history.nobody'),
              reason: explanation.reason,
            })}
          </p>
        )}
        {exemption !== null && (
          <p className="mb-soft">
            {t('households:findings.exempted', {
              by: exemption.by ?? t('households:history.nobody'),
              reason: exemption.reason,
            })}
          </p>
        )}
      </div>
      {state === 'open' && <FindingActions finding={finding} />}
    </li>
  );
}

/** Whom or which year a finding is about. */
function useAbout({ subjectName, surveyYear }: QualityFinding): string {
  const { t } = useTranslation();
  if (subjectName !== null) return subjectName;
  return surveyYear === null
    ? t('fields:subject.household')
    : t('households:history.surveyOf', { year: surveyYear });
}

function FindingActions({ finding }: { finding: QualityFinding }) {
  const { t } = useTranslation();
  const { mayCorrect, open } = useActs();
  const may = useMay();
  return (
    <span className="mb-page-header-actions mb-household-noprint">
      {finding.level === 'W' && may('quality.explain') && <ExplainButton finding={finding} />}
      {mayCorrect && (
        <Button
          size="small"
          icon={<EditOutlined aria-hidden />}
          onClick={() => open(correctionOf(finding))}
        >
          {t('households:correct.open')}
        </Button>
      )}
    </span>
  );
}

/** The form in which the record of a finding is put right. */
function correctionOf({ subject, subjectId, surveyYear }: QualityFinding): ActToDo {
  if (subject === 'person') return { kind: 'correctPerson', personId: subjectId };
  if (subject === 'survey' && surveyYear !== null) return { kind: 'survey', year: surveyYear };
  return { kind: 'correctHousehold' };
}

function ExplainButton({ finding }: { finding: QualityFinding }) {
  const { t } = useTranslation();
  const { county, id, ruleId } = finding;
  const explain = useAct({
    send: (reason: string, requestId) =>
      answer(
        api.POST('/api/quality/findings/{county}/{id}/explain', {
          params: { path: { county, id } },
          body: { reason, requestId },
        }),
      ),
    refresh: [householdsKey],
    done: t('households:findings.explainDone'),
  });
  return (
    <ConfirmAct
      trigger={<Button size="small">{t('households:findings.explain')}</Button>}
      title={t(`quality:${ruleId}.title`)}
      explanation={t('households:findings.explainText')}
      confirm={t('households:findings.explain')}
      reason="required"
      onConfirm={(reason) => explain.mutateAsync(reason)}
    />
  );
}
