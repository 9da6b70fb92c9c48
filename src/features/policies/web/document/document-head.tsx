import { useTranslation } from 'react-i18next';
import { lights } from '../../model/light.ts';
import { CoverageBar } from '../coverage-bar.tsx';
import { LightMark } from '../light-mark.tsx';
import type { Light, Status } from '../policy-queries.ts';
import { useSay } from '../words.ts';

type HeadProperties = {
  status: Status;
  light: Light | undefined;
  choose: (light: Light | undefined) => void;
};

/** The document in two lines: how much of it is carried out, and how its targets stand. */
export function DocumentHead({ status, light, choose }: HeadProperties) {
  const { t } = useTranslation();
  const say = useSay();
  const { coverage } = status.pack;
  const carried = coverage.covered - coverage.exhortations;
  const figures = [
    ['carried', carried],
    ['exhortations', coverage.exhortations],
    ['uncovered', coverage.uncovered.length],
  ] as const;
  return (
    <>
      <div className="mb-policy-head">
        <section className="mb-policy-coverage" aria-label={t('policies:page.coverage')}>
          <p className="mb-policy-head-title">
            {t('policies:page.coverage')}
            <strong className="mb-number">
              {t('policies:page.clauses', { count: coverage.clauses })}
            </strong>
          </p>
          <CoverageBar coverage={coverage} />
          <dl className="mb-policy-coverage-words">
            {figures.map(([name, count]) => (
              <div key={name} className={`mb-policy-is-${name}`}>
                <dt>{t(`policies:page.${name}`)}</dt>
                <dd className="mb-number">{count}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section className="mb-policy-lights" aria-label={t('policies:page.standing')}>
          <p className="mb-policy-head-title">{t('policies:page.standing')}</p>
          <div role="group" aria-label={t('policies:page.lightsLabel')}>
            {lights.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={each === light}
                className="mb-policy-light"
                onClick={() => choose(each === light ? undefined : each)}
              >
                <span className="mb-policy-light-count mb-number">
                  {status.clauseLights[each] ?? 0}
                </span>
                <LightMark light={each} words />
              </button>
            ))}
          </div>
        </section>
      </div>
      {status.note !== null && (
        <p className="mb-policy-note">
          <strong>{t('policies:page.note')}</strong> {say(status.note)}
        </p>
      )}
    </>
  );
}
