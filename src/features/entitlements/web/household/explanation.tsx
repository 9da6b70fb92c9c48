import {
  CheckCircleFilled,
  CloseCircleFilled,
  EyeInvisibleOutlined,
  QuestionCircleFilled,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../../../../platform/web/kit/links.tsx';
import type { ExplanationLine, Source } from '../../model/contract.ts';
import { type ExplanationNode, treeOf } from './explanation-tree.ts';
import { useBoth } from './words.ts';

/** Why a rule answers as it does: each condition with a mark, what it read, and where its numbers stand. */
export function Explanation({ lines }: { lines: readonly ExplanationLine[] }) {
  return (
    <ul className="mb-why">
      {treeOf(lines).map((node, place) => (
        <ExplanationItem key={place} node={node} />
      ))}
    </ul>
  );
}

function ExplanationItem({ node: { line, parts } }: { node: ExplanationNode }) {
  const { t } = useTranslation();
  const { sentence, because, veil, readings, members } = line;
  return (
    <li>
      <div className="mb-why-line">
        <Mark line={line} />
        <div>
          <span>{sentence}</span>
          {members.length > 0 && (
            <span className="mb-soft">
              {' '}
              {t('entitlements:why.who', {
                names: members.join(t('rules:sentence.listSeparator')),
              })}
            </span>
          )}
          {veil !== null && <div className="mb-soft">{t(`entitlements:why.${veil}`)}</div>}
          {because !== null && <div className="mb-soft">{because}</div>}
          <Readings readings={readings} />
        </div>
      </div>
      {parts.length > 0 && (
        <ul>
          {parts.map((part, place) => (
            <ExplanationItem key={place} node={part} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Colour, shape and a word that is heard. */
function Mark({ line: { kind, met, veil } }: { line: ExplanationLine }) {
  const { t } = useTranslation();
  if (kind === 'amount') return null;
  if (veil === 'sensitive') {
    return <EyeInvisibleOutlined className="mb-why-mark" aria-hidden />;
  }
  if (met === null) {
    return (
      <QuestionCircleFilled
        className="mb-why-mark"
        role="img"
        aria-label={t('entitlements:why.unknown')}
      />
    );
  }
  return met ? (
    <CheckCircleFilled
      className="mb-why-mark mb-why-met"
      role="img"
      aria-label={t('entitlements:why.met')}
    />
  ) : (
    <CloseCircleFilled
      className="mb-why-mark mb-why-unmet"
      role="img"
      aria-label={t('entitlements:why.notMet')}
    />
  );
}

function Readings({ readings }: { readings: ExplanationLine['readings'] }) {
  const { t } = useTranslation();
  if (readings.length === 0) return null;
  return (
    <dl className="mb-why-readings">
      {readings.map(({ label, value, from, sources }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <strong>{value}</strong>
            {from !== null && (
              <span className="mb-soft"> {t('entitlements:why.from', { day: from })}</span>
            )}
            {sources.length > 0 && <Sources sources={sources} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The clauses and documents in which something stands; a clause opens in its document. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  const { t } = useTranslation();
  const both = useBoth();
  return (
    <span className="mb-soft mb-why-sources">
      {sources.map(({ pack, clause, title, number }) => {
        const text = t('entitlements:why.source', { title: both(title), number });
        return (
          <span key={`${pack} ${clause} ${text}`}>
            {pack === null || clause === null ? (
              text
            ) : (
              <ScreenLink to={`/policies/${pack}?clause=${encodeURIComponent(clause)}`}>
                {text}
              </ScreenLink>
            )}
          </span>
        );
      })}
    </span>
  );
}
