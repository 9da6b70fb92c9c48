import { useTranslation } from 'react-i18next';
import { ToneTag } from '../../../../platform/web/kit/codes.tsx';
import type { ClauseInWords, Item } from '../policy-queries.ts';
import { useQuantity, useSay } from '../words.ts';
import { Block } from './block.tsx';
import { listIn, numberIn, textIn } from './contents.ts';

/** Procedures with their steps, what money must and may not do, and forms. */
export function OtherItems({ found }: { found: ClauseInWords }) {
  const { t } = useTranslation();
  const of = (kind: Item['kind']): Item[] => found.items.filter((item) => item.kind === kind);
  const [procedures, fundRules, forms] = [of('procedures'), of('fundRules'), of('forms')];
  return (
    <>
      {procedures.length > 0 && (
        <Block title={t('policies:kind.procedures')}>
          {procedures.map((item) => (
            <Procedure key={item.id} item={item} />
          ))}
        </Block>
      )}
      {fundRules.length > 0 && (
        <Block title={t('policies:kind.fundRules')}>
          <ul className="mb-drawer-items">
            {fundRules.map((item) => (
              <FundRule key={item.id} item={item} />
            ))}
          </ul>
        </Block>
      )}
      {forms.length > 0 && (
        <Block title={t('policies:kind.forms')}>
          <Titles items={forms} />
        </Block>
      )}
    </>
  );
}

function Procedure({ item }: { item: Item }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <>
      <p className="mb-plain">
        <strong>{say(item.title)}</strong>
      </p>
      <ol className="mb-drawer-steps" aria-label={t('policies:clause.steps')}>
        {listIn(item.content, 'steps').map((step, index) => {
          const [kind, level] = [textIn(step, 'kind') ?? '', textIn(step, 'level') ?? ''];
          const days = numberIn(step, 'days');
          return (
            <li key={textIn(step, 'id') ?? index}>
              {level !== '' && t(`policies:placeLevel.${level}`)} {t(`policies:step.${kind}`)}
              {days !== undefined && (
                <span className="mb-soft"> {t('policies:clause.days', { count: days })}</span>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

function FundRule({ item }: { item: Item }) {
  const { t } = useTranslation();
  const say = useSay();
  const quantity = useQuantity();
  const kind = textIn(item.content, 'kind');
  const [value, unit] = [numberIn(item.content, 'value'), textIn(item.content, 'unit')];
  return (
    <li>
      <p className="mb-drawer-item-head">
        <strong>{say(item.title)}</strong>
        {kind !== undefined && <ToneTag>{t(`policies:fundKind.${kind}`)}</ToneTag>}
        {value !== undefined && unit !== undefined && (
          <span className="mb-number">{quantity(value, unit)}</span>
        )}
      </p>
    </li>
  );
}

function Titles({ items }: { items: readonly Item[] }) {
  const say = useSay();
  return (
    <ul className="mb-drawer-items">
      {items.map(({ id, title }) => (
        <li key={id}>{say(title)}</li>
      ))}
    </ul>
  );
}
