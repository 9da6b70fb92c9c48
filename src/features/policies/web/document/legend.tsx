import { useTranslation } from 'react-i18next';
import { lights } from '../../model/light.ts';
import { LightMark } from '../light-mark.tsx';

/** By which rule the lights are given. */
export function Legend() {
  const { t } = useTranslation();
  return (
    <details className="mb-policy-legend">
      <summary>{t('policies:page.legend')}</summary>
      <dl>
        {lights.map((light) => (
          <div key={light}>
            <dt>
              <LightMark light={light} words />
            </dt>
            <dd>{t(`policies:lightMeans.${light}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
