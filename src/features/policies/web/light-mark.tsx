import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Light } from './policy-queries.ts';

/** A form for each light besides its colour, so that nobody needs to tell red from green (WCAG 2.2, 1.4.1). */
const forms: Record<Light, ReactElement> = {
  met: <path d="M4.6 8.3l2.2 2.2 4.6-5" />,
  onTheWay: <path d="M4.5 8h6.2M8.4 5.4L11 8l-2.6 2.6" />,
  notDue: <path d="M5 8h6" />,
  noData: <path d="M6.3 6.4a1.8 1.8 0 1 1 2.5 1.7c-.6.3-.8.6-.8 1.2M8 11.3v.1" />,
  behind: <path d="M8 4.6v5.6M5.6 8L8 10.6 10.4 8" />,
  overdue: <path d="M8 4.4v4.4M8 11.2v.1" />,
};

/** How things stand: a coloured sign, with its word for the ear or, with `words`, for the eye too. */
export function LightMark({ light, words = false }: { light: Light; words?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={`mb-light mb-light-${light}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="7" />
        {forms[light]}
      </svg>
      <span className={words ? undefined : 'mb-only-heard'}>{t(`policies:light.${light}`)}</span>
    </span>
  );
}
