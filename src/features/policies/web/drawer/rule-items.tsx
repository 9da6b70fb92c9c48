import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../../platform/web/format.ts';
import { ToneTag } from '../../../../platform/web/kit/codes.tsx';
import type { ClauseInWords } from '../policy-queries.ts';
import { useQuantity, useSay } from '../words.ts';
import { Block } from './block.tsx';
import { textIn } from './contents.ts';

/** Every rule as a sentence: for whom it holds, what it pays, and how it is known that it is received. */
export function Rules({ found }: { found: ClauseInWords }) {
  const { t } = useTranslation();
  const say = useSay();
  const rules = found.items.filter(({ kind }) => kind === 'rules');
  if (rules.length === 0) return null;
  return (
    <Block title={t('policies:kind.rules')}>
      <ul className="mb-drawer-items">
        {rules.map((item) => {
          const words = found.rules.find(({ id }) => id === item.id);
          const [effect, per] = [textIn(item.content, 'effect'), textIn(item.content, 'per')];
          return (
            <li key={item.id}>
              <p className="mb-drawer-item-head">
                <strong>{say(item.title)}</strong>
                {effect !== undefined && (
                  <ToneTag tone="accent">{t(`policies:effect.${effect}`)}</ToneTag>
                )}
              </p>
              {words !== undefined && (
                <dl className="mb-drawer-rule">
                  <Part label={t('policies:clause.when')} text={words.when} />
                  {words.amount !== null && (
                    <Part
                      label={t('policies:clause.amount')}
                      text={
                        per === undefined
                          ? words.amount
                          : `${words.amount} · ${t(`policies:per.${per}`)}`
                      }
                    />
                  )}
                  {words.receives !== null && (
                    <Part label={t('policies:clause.receives')} text={words.receives} />
                  )}
                </dl>
              )}
            </li>
          );
        })}
      </ul>
    </Block>
  );
}

function Part({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  );
}

type Parameter = ClauseInWords['parameters'][number];

/** Every value of the parameters by its date, each with who says so; the one that holds today stands out. */
export function Parameters({ found }: { found: ClauseInWords }) {
  const { t } = useTranslation();
  const say = useSay();
  if (found.parameters.length === 0) return null;
  return (
    <Block title={t('policies:kind.parameters')}>
      <ul className="mb-drawer-items">
        {found.parameters.map((parameter) => (
          <li key={parameter.id}>
            <p className="mb-drawer-item-head">
              <strong>{say(parameter.title)}</strong>
            </p>
            {parameter.note !== null && <p className="mb-soft">{say(parameter.note)}</p>}
            <Values parameter={parameter} />
          </li>
        ))}
      </ul>
      {found.parameters.some(({ values }) => values.length === 0) && (
        <p className="mb-soft">{t('policies:absence.valueNotKnown')}</p>
      )}
    </Block>
  );
}

function Values({ parameter: { values, unit } }: { parameter: Parameter }) {
  const { t } = useTranslation();
  const quantity = useQuantity();
  const written = (value: Parameter['values'][number]['value']): string => {
    if (typeof value === 'number') {
      return unit === 'yuan' ? `¥${formatNumber(value)}` : quantity(value, unit);
    }
    return typeof value === 'string' ? value : value.join(t('policies:separator'));
  };
  return (
    <ol className="mb-drawer-values">
      {values.map((value) => (
        <li
          key={`${value.from} ${value.region} ${value.pack ?? ''}`}
          className={value.holds ? 'mb-drawer-holds' : undefined}
        >
          <span className="mb-number">{t('policies:clause.valueFrom', { from: value.from })}</span>
          <strong className="mb-number">{written(value.value)}</strong>
          <span className="mb-soft">
            {[
              ...(value.pack === null ? [t('policies:clause.setByOffice')] : []),
              ...value.cites,
            ].join(' · ')}
          </span>
          {value.holds && <ToneTag tone="good">{t('policies:clause.valueHolds')}</ToneTag>}
        </li>
      ))}
    </ol>
  );
}
