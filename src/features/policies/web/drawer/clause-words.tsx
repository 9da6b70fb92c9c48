import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../../../../platform/web/kit/links.tsx';
import { Facts } from '../../../../platform/web/kit/page-header.tsx';
import { Absent } from '../../../../platform/web/kit/values.tsx';
import { useMay } from '../../../../platform/web/session/officer.tsx';
import { type Clause, useOriginals } from '../policy-queries.ts';
import { useNames, useSay } from '../words.ts';
import { Block } from './block.tsx';

/** Our summary beside the original text, how we read it, and who answers for it. */
export function ClauseWords({ clause, pack }: { clause: Clause; pack: string }) {
  const { t } = useTranslation();
  const say = useSay();
  const names = useNames();
  const { reading, exhortation, lead, supporting } = clause;
  return (
    <>
      <div className="mb-drawer-beside">
        <Block title={t('policies:clause.summary')}>
          <p className="mb-drawer-summary">{say(clause.summary)}</p>
        </Block>
        <Original clause={clause.id} pack={pack} />
      </div>
      {reading !== null && (
        <Block title={t('policies:clause.reading')}>
          <p className="mb-plain">{say(reading)}</p>
        </Block>
      )}
      {exhortation !== null && (
        <Block title={t('policies:clause.exhortation')}>
          <p className="mb-plain">{say(exhortation)}</p>
        </Block>
      )}
      {clause.carrying === 'nothing' && (
        <p className="mb-drawer-gap">{t('policies:page.nothingBehind')}</p>
      )}
      {lead.length + supporting.length > 0 && (
        <Block title={t('policies:clause.responsible')}>
          <Facts
            items={[
              {
                label: t('policies:clause.lead'),
                value: lead.length === 0 ? <Absent /> : names(lead),
              },
              {
                label: t('policies:clause.supporting'),
                value: supporting.length === 0 ? <Absent /> : names(supporting),
              },
            ]}
          />
        </Block>
      )}
    </>
  );
}

function Original({ clause, pack }: { clause: string; pack: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const { data } = useOriginals(pack);
  const found = (data?.originals ?? []).filter(({ packClauseId }) => packClauseId === clause);
  return (
    <Block title={t('policies:clause.original')}>
      {found.length === 0 && (
        <>
          <p className="mb-soft">{t('policies:clause.noOriginal')}</p>
          {may('document.edit') && (
            <ScreenLink to="/documents">{t('policies:clause.upload')}</ScreenLink>
          )}
        </>
      )}
      {found.map(({ documentId, path, number, heading, text }) => (
        <div key={`${documentId} ${path}`} className="mb-drawer-original">
          <div lang="zh-CN">
            <p>
              <strong>
                {number}
                {heading}
              </strong>
            </p>
            {text.split('\n').map((paragraph, index) => (
              <p key={index}>{paragraph}</p>
            ))}
          </div>
          <ScreenLink to={`/documents/${documentId}`}>
            {t('policies:clause.originalOpen')}
          </ScreenLink>
        </div>
      ))}
    </Block>
  );
}
