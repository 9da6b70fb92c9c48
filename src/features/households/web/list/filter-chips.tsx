import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useUrlState } from '../../../../platform/web/kit/use-url-state.ts';
import type { Filter } from '../../model/index.ts';
import { useFilterWords } from '../words/filter-text.ts';
import { ConditionButton } from './condition-button.tsx';
import { carriedFilters, withFilter, withoutFilter } from './list-filters.ts';

/** The filters that the address carries, each as a sentence that can be taken away, and one more. */
export function FilterChips({ carried }: { carried: string }) {
  const { t } = useTranslation();
  const [, change] = useUrlState();
  const { sentence } = useFilterWords();
  const filters = carriedFilters(carried);
  const carry = (text: string): void => change({ filters: text, page: undefined });
  const isUnread = carried !== '' && filters.length === 0;
  return (
    <div className="mb-household-chips">
      {(filters.length > 0 || isUnread) && (
        <span className="mb-soft">{t('households:filter.only')}</span>
      )}
      <ul aria-label={t('households:filter.chips')}>
        {filters.map((filter) => (
          <li key={sentence(filter)}>
            <Chip text={sentence(filter)} onRemove={() => carry(withoutFilter(filters, filter))} />
          </li>
        ))}
        {isUnread && (
          <li>
            <Chip text={t('households:filter.unread')} onRemove={() => carry('')} />
          </li>
        )}
      </ul>
      <ConditionButton onAdd={(filter: Filter) => carry(withFilter(filters, filter))} />
      {filters.length > 1 && (
        <Button type="link" size="small" onClick={() => carry('')}>
          {t('households:filter.clear')}
        </Button>
      )}
    </div>
  );
}

function Chip({ text, onRemove }: { text: string; onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <span className="mb-household-chip">
      {text}
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={t('households:filter.remove', { filter: text })}
        onClick={onRemove}
      />
    </span>
  );
}
