import type { ReactNode } from 'react';

/** A part of the drawer under its heading. */
export function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-drawer-block" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
