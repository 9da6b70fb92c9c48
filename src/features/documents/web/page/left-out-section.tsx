import { useTranslation } from 'react-i18next';
import { ToneTag } from '../../../../platform/web/kit/codes.tsx';
import { Section } from '../../../../platform/web/kit/page-header.tsx';
import type { DocumentAnswer } from '../../model/contract.ts';

/** Lines that belong to no clause, so that nothing of the text goes unseen. */
export function LeftOutSection({ lines }: { lines: DocumentAnswer['leftOut'] }) {
  const { t } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <Section title={t('documents:page.leftOut')}>
      <details className="mb-documents-missing">
        <summary>{t('documents:page.leftOutText', { count: lines.length })}</summary>
        <ul>
          {lines.map(({ line, text, reason }) => (
            <li key={line}>
              <span className="mb-soft mb-number">{t('documents:page.line', { line })}</span>{' '}
              <ToneTag>{t(`documents:leftOut.${reason}`)}</ToneTag> {text}
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
