import { Input, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Status } from '../policy-queries.ts';
import { useSay } from '../words.ts';
import { isBehind, type Wanted } from './filters.ts';

type FilterProperties = {
  status: Status;
  wanted: Wanted;
  shown: number;
  change: (change: Record<string, string | undefined>) => void;
};

/** Which clauses are shown: behind schedule, with nothing behind them, of one department, with a word. */
export function FilterRow({ status, wanted, shown, change }: FilterProperties) {
  const { t } = useTranslation();
  const say = useSay();
  const behind = status.clauses.filter(({ light }) => isBehind(light)).length;
  const nothing = status.pack.coverage.uncovered.length;
  return (
    <div className="mb-policies-bar mb-policy-filters" role="search">
      <Segmented<Wanted['show']>
        aria-label={t('policies:page.filters')}
        value={wanted.show}
        onChange={(show) => change({ show: show === 'all' ? undefined : show, light: undefined })}
        options={[
          { value: 'all', label: t('policies:page.all') },
          { value: 'behind', label: `${t('policies:page.behindOnly')} ${behind}` },
          { value: 'nothing', label: `${t('policies:page.nothingOnly')} ${nothing}` },
        ]}
      />
      <Select<string>
        className="mb-policies-choice"
        aria-label={t('policies:page.department')}
        showSearch={{ optionFilterProp: 'label' }}
        value={wanted.department ?? ''}
        onChange={(department) => change({ department })}
        options={[
          { value: '', label: t('policies:page.anyDepartment') },
          ...status.departments
            .filter(({ clauses, supports }) => clauses + supports > 0)
            .map(({ id, title }) => ({ value: id, label: say(title) })),
        ]}
        popupMatchSelectWidth={false}
      />
      <Input
        className="mb-policies-search"
        allowClear
        maxLength={80}
        aria-label={t('policies:page.search')}
        placeholder={t('policies:page.search')}
        value={wanted.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <span className="mb-soft" role="status">
        {t('policies:page.shown', { count: shown })}
      </span>
    </div>
  );
}
