import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The sections of the page, in its order. */
export type SectionName =
  | 'members'
  | 'income'
  | 'living'
  | 'cause'
  | 'entitlements'
  | 'spells'
  | 'relocation'
  | 'contact'
  | 'findings'
  | 'history';

/** Jumps to the sections of the page; the one that is read stands out. */
export function PageAnchors({ sections }: { sections: readonly SectionName[] }) {
  const { t } = useTranslation();
  const current = useCurrentSection(sections);
  return (
    <nav className="mb-household-anchors" aria-label={t('households:page.sections')}>
      {sections.map((name) => (
        <a
          key={name}
          href={`#${name}`}
          {...(name === current ? { 'aria-current': 'location' } : {})}
          onClick={(event) => {
            event.preventDefault();
            showSection(name);
          }}
        >
          {t(`households:section.${name}`)}
        </a>
      ))}
    </nav>
  );
}

/** Scrolls to a section and puts the focus there, so that the keyboard goes on from it. */
export function showSection(name: SectionName): void {
  const section = document.getElementById(name);
  section?.scrollIntoView({ block: 'start' });
  section?.focus({ preventScroll: true });
}

/** The section at the top of the window. */
function useCurrentSection(sections: readonly SectionName[]): string | undefined {
  const [current, setCurrent] = useState<string>();
  const names = sections.join();
  useEffect(() => {
    const found = names.split(',').flatMap((name) => document.getElementById(name) ?? []);
    const visible = new Set<Element>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          if (entry.isIntersecting) visible.add(entry.target);
          else visible.delete(entry.target);
        }
        setCurrent(found.find((section) => visible.has(section))?.id);
      },
      { rootMargin: '-110px 0px -45% 0px' },
    );
    for (const section of found) observer.observe(section);
    return () => observer.disconnect();
  }, [names]);
  return current;
}
