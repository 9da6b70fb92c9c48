import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../../platform/web/kit/page-header.tsx';
import type { SectionName } from './anchors.tsx';

type SheetSectionProperties = { name: SectionName; actions?: ReactNode; children: ReactNode };

/** A section of the household's page that the anchors lead to. */
export function SheetSection({ name, actions, children }: SheetSectionProperties) {
  const { t } = useTranslation();
  const title = t(`households:section.${name}`);
  return (
    <div id={name} tabIndex={-1} className="mb-household-section">
      <Section title={title} {...(actions === undefined ? {} : { actions })}>
        {children}
      </Section>
    </div>
  );
}
