import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFilterWords } from '../words/filter-text.ts';
import { carriedFilters, withoutFilter } from './list-filters.ts';

type FilterChipsProperties = { carried: string; onCarry: (text: string) => void };

/** The filters that the address carries, each as a sentence that can be taken away. */
export function FilterChips({ carried, onCarry }: FilterChipsProperties) {
  const { t } = useTranslation();
  const { sentence } = useFilterWords();
  if (carried === '') return null;
  const filters = carriedFilters(carried);
  const isUnread = filters.length === 0;
  return (
    <div className="mb-household-chips">
      <span className="mb-soft">{t('households:filter.only')}</span>
      <ul aria-label={t('households:filter.chips')}>
        {filters.map((filter) => (
          <li key={sentence(filter)}>
            <Chip
              text={sentence(filter)}
              onRemove={() => onCarry(withoutFilter(filters, filter))}
            />
          </li>
        ))}
        {isUnread && (
          <li>
            <Chip text={t('households:filter.unread')} onRemove={() => onCarry('')} />
          </li>
        )}
      </ul>
      {filters.length > 1 && (
        <Button type="link" size="small" onClick={() => onCarry('')}>
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
        icon={<CloseOutlined aria-hidden />}
        aria-label={t('households:filter.remove', { filter: text })}
        onClick={onRemove}
      />
    </span>
  );
}
