import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../platform/web/kit/page-header.tsx';
import { BarList } from './bar-list.tsx';
import type { SectionProperties } from './figures.tsx';
import { useAmounts, useFieldLabel } from './words.ts';

const SHOWN_FIRST = 7;

/** What nobody has stated yet, as work to do: each line opens the households to complete. */
export function MissingSection({ summary, behind }: SectionProperties) {
  const { t } = useTranslation();
  const nameOf = useFieldLabel();
  const { persons } = useAmounts();
  const [isOpen, setOpen] = useState(false);
  const { missing } = summary;
  const shown = isOpen ? missing : missing.slice(0, SHOWN_FIRST);
  const more = missing.length - SHOWN_FIRST;
  return (
    <Section title={t('wall:missing.title')}>
      {missing.length === 0 ? (
        <p className="mb-soft">{t('wall:missing.empty')}</p>
      ) : (
        <>
          <p className="mb-soft mb-wall-lead">{t('wall:missing.text')}</p>
          <BarList
            label={t('wall:missing.title')}
            bars={shown.map((row) => ({
              key: row.field,
              label: nameOf(row.field),
              households: row.households,
              note: row.field.startsWith('person.') ? persons(row.records) : undefined,
              to: behind(row.filters),
            }))}
          />
          {more > 0 && (
            <Button type="link" size="small" onClick={() => setOpen(!isOpen)}>
              {isOpen ? t('wall:more.less') : t('wall:more.count', { count: more })}
            </Button>
          )}
        </>
      )}
    </Section>
  );
}
