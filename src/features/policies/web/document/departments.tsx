import { useTranslation } from 'react-i18next';
import { Section } from '../../../../platform/web/kit/page-header.tsx';
import { lights } from '../../model/light.ts';
import { LightMark } from '../light-mark.tsx';
import type { Status } from '../policy-queries.ts';
import { useSay } from '../words.ts';

/** Who leads how many clauses and how these stand; a name shows the clauses of that department. */
export function Departments({
  status,
  choose,
}: {
  status: Status;
  choose: (department: string) => void;
}) {
  const { t } = useTranslation();
  const say = useSay();
  const shown = status.departments.filter(({ clauses, supports }) => clauses + supports > 0);
  if (shown.length === 0) return null;
  return (
    <Section title={t('policies:page.departments')}>
      <ul className="mb-policy-departments">
        {shown.map(({ id, title, clauses, supports, lights: counts, nextDue }) => (
          <li key={id}>
            <button type="button" onClick={() => choose(id)}>
              {say(title)}
            </button>
            <span className="mb-soft">
              {[
                ...(clauses > 0 ? [t('policies:page.departmentClauses', { count: clauses })] : []),
                ...(supports > 0
                  ? [t('policies:page.departmentSupports', { count: supports })]
                  : []),
                ...(nextDue === null ? [] : [t('policies:page.nextDue', { day: nextDue })]),
              ].join(' · ')}
            </span>
            <span className="mb-policy-department-lights">
              {lights
                .filter((light) => (counts[light] ?? 0) > 0)
                .map((light) => (
                  <span key={light} className="mb-number">
                    <LightMark light={light} /> {counts[light]}
                  </span>
                ))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
