import { ArrowLeftOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenLink } from './links.tsx';
import './page-header.css';

type PageHeaderProperties = {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the end of the line. */
  actions?: ReactNode;
  /** Address of the list that the page belongs to. */
  back?: string;
};

/** The head of a screen: its one `h1`, a sentence about it, and what can be done here. */
export function PageHeader({ title, description, actions, back }: PageHeaderProperties) {
  const { t } = useTranslation();
  return (
    <header className="mb-page-header">
      <div className="mb-page-header-words">
        {back !== undefined && (
          <ScreenLink to={back} className="mb-page-back" aria-label={t('shell:do.back')}>
            <ArrowLeftOutlined />
          </ScreenLink>
        )}
        <h1>{title}</h1>
        {description !== undefined && <p>{description}</p>}
      </div>
      {actions !== undefined && <div className="mb-page-header-actions">{actions}</div>}
    </header>
  );
}

type SectionProperties = { title: string; actions?: ReactNode; children: ReactNode };

/** A titled sheet of the page. */
export function Section({ title, actions, children }: SectionProperties) {
  return (
    <section className="mb-section" aria-label={title}>
      <div className="mb-section-head">
        <h2>{title}</h2>
        {actions !== undefined && <div className="mb-page-header-actions">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

export type Fact = { label: string; value: ReactNode };

/** Label–value pairs, as many columns as fit. */
export function Facts({ items }: { items: readonly Fact[] }) {
  return (
    <dl className="mb-facts">
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

type FigureProperties = { label: string; value: ReactNode; note?: ReactNode; to?: string };

/** One number; with `to` it opens the households behind it. */
export function Figure({ label, value, note, to }: FigureProperties) {
  const body = (
    <>
      <span className="mb-figure-label">{label}</span>
      <span className="mb-figure-value">{value}</span>
      {note !== undefined && <span className="mb-figure-note">{note}</span>}
    </>
  );
  if (to === undefined) return <div className="mb-figure">{body}</div>;
  return (
    <ScreenLink to={to} className="mb-figure mb-figure-link">
      {body}
    </ScreenLink>
  );
}
