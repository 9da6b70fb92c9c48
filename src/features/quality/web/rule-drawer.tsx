import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { ToneTag } from '../../../platform/web/kit/codes.tsx';
import { ScreenLink } from '../../../platform/web/kit/links.tsx';
import { Loaded } from '../../../platform/web/kit/loaded.tsx';
import { Facts } from '../../../platform/web/kit/page-header.tsx';
import { EmptyState } from '../../../platform/web/kit/states.tsx';
import { toneOf, withoutValues } from './finding-words.ts';
import { useRules } from './quality-queries.ts';

type RuleDrawerProperties = {
  /** The number of the rule; closed without one. */
  rule: string | undefined;
  onClose: () => void;
  onShow: (rule: string) => void;
};

/** A rule in words: what it holds against a record, how grave that is, and the cure. */
export function RuleDrawer({ rule, onClose, onShow }: RuleDrawerProperties) {
  const { t } = useTranslation();
  const title = (id: string): string =>
    t('quality-desk:rule.title', { rule: id, title: t(`quality:${id}.title`) });
  return (
    <Drawer
      open={rule !== undefined}
      title={rule === undefined ? '' : title(rule)}
      onClose={onClose}
      size={420}
      destroyOnHidden
      extra={
        rule !== undefined && (
          <Button type="primary" onClick={() => onShow(rule)}>
            {t('quality-desk:rule.show')}
          </Button>
        )
      }
    >
      {rule !== undefined && <RuleInWords rule={rule} />}
    </Drawer>
  );
}

function RuleInWords({ rule }: { rule: string }) {
  const { t } = useTranslation();
  const rules = useRules();
  return (
    <Loaded query={rules}>
      {(known) => {
        const found = known.find(({ id }) => id === rule);
        if (found === undefined) return <EmptyState title={rule} />;
        return (
          <>
            <Facts
              items={[
                { label: t('quality-desk:rule.number'), value: found.id },
                {
                  label: t('quality-desk:rule.level'),
                  value: (
                    <ToneTag tone={toneOf[found.level]}>
                      {t(`quality-desk:levelShort.${found.level}`)}
                    </ToneTag>
                  ),
                },
                {
                  label: t('quality-desk:rule.over'),
                  value: t(`quality-desk:over.${found.over}`),
                },
              ]}
            />
            <p className="mb-quality-means">{t(`quality-desk:means.${found.level}`)}</p>
            <h3 className="mb-quality-heading">{t('quality-desk:rule.sentences')}</h3>
            <ul className="mb-quality-sentences">
              {Object.entries(found.sentences).map(([key, sentence]) => (
                <li key={key}>{withoutValues(sentence)}</li>
              ))}
            </ul>
            <p className="mb-quality-means">
              <ScreenLink to={`/households?filters=finding.rule:in:${rule}`}>
                {t('quality-desk:rule.households')}
              </ScreenLink>
            </p>
          </>
        );
      }}
    </Loaded>
  );
}
