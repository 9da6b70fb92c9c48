import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ToneTag } from '../../../../platform/web/kit/codes.tsx';
import { fieldId } from '../form/field-row.tsx';
import { type Finding, useFindingText } from '../words/findings.ts';

type FindingListProperties = {
  findings: readonly Finding[];
  /** Whom a finding is about: the name of a member. */
  nameOf: (finding: Finding) => string | undefined;
  /** Brings the form to where the field of a finding is asked, if that is elsewhere. */
  onLead?: ((finding: Finding) => void) | undefined;
};

/** What the data rules hold against saving, and what to do: put it right, or explain it. */
export function FindingList({ findings, nameOf, onLead }: FindingListProperties) {
  const { t } = useTranslation();
  const mustCorrect = findings.some(({ level }) => level === 'E');
  return (
    <div
      className={`mb-household-findings ${mustCorrect ? 'mb-household-findings-bad' : 'mb-household-findings-warn'}`}
      role="alert"
    >
      <p>{t(mustCorrect ? 'households:rules.correct' : 'households:rules.explain')}</p>
      <ul>
        {findings.map((finding) => (
          <li key={keyOf(finding)}>
            <FindingLine finding={finding} name={nameOf(finding)} onLead={onLead} />
          </li>
        ))}
      </ul>
    </div>
  );
}

export function keyOf({ ruleId, text, subjectId }: Finding): string {
  return `${ruleId}.${text}.${subjectId ?? ''}`;
}

type FindingLineProperties = Pick<FindingListProperties, 'onLead'> & {
  finding: Finding;
  name: string | undefined;
};

/** Level, whom it is about, and the sentence; the sentence leads to the field if the form shows it. */
function FindingLine({ finding, name, onLead }: FindingLineProperties) {
  const { t } = useTranslation();
  const sentence = useFindingText()(finding);
  const target = controlOf(finding);
  const said = name === undefined ? sentence : t('households:rules.about', { name, sentence });
  return (
    <>
      <ToneTag tone={finding.level === 'E' ? 'bad' : 'warn'}>
        {t(`quality:level.${finding.level}`)}
      </ToneTag>
      {target === undefined ? (
        <span>{said}</span>
      ) : (
        <Button
          type="link"
          className="mb-household-finding"
          onClick={() => {
            onLead?.(finding);
            // After the form has drawn the place where the field is.
            requestAnimationFrame(() => lead(target));
          }}
        >
          {said}
        </Button>
      )}
    </>
  );
}

function controlOf({ subjectId, fields }: Finding): string | undefined {
  const [first] = fields;
  return subjectId === null || first === undefined ? undefined : fieldId(subjectId, first);
}

function lead(id: string): void {
  const control = document.getElementById(id);
  control?.scrollIntoView({ block: 'center' });
  control?.focus();
}
