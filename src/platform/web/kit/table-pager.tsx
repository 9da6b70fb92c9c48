import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Pagination, Select } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../format.ts';
import { usePhone } from '../theme/use-theme.tsx';
import { pageSizes, type TableView, type ViewChange } from './table-view.ts';

type PagerProperties = {
  view: TableView;
  total: number | undefined;
  /** Cursor of the page after this one; null on the last page; undefined if the list has page numbers. */
  next: string | null | undefined;
  onChange: (change: ViewChange) => void;
};

export function TablePager(properties: PagerProperties) {
  const isPhone = usePhone();
  const { view, total, next, onChange } = properties;
  if (next !== undefined) return <CursorPager {...properties} next={next} />;
  if (total === undefined || total <= pageSizes[0]) return null;
  return (
    <Pagination
      className="mb-pager"
      current={view.page}
      pageSize={view.size}
      total={total}
      simple={isPhone}
      showSizeChanger={!isPhone}
      pageSizeOptions={[...pageSizes]}
      onChange={(page, size) => onChange({ page, size })}
    />
  );
}

/** Very long lists have no page numbers: only on and back. */
function CursorPager({ view, next, onChange }: PagerProperties & { next: string | null }) {
  const { t } = useTranslation();
  const passed = useRef<(string | undefined)[]>([]);
  if (view.page === 1 && next === null) return null;
  const goOn = (): void => {
    passed.current.push(view.after);
    onChange({ page: view.page + 1, after: next ?? undefined });
  };
  const goBack = (): void => {
    const isKnown = passed.current.length > 0;
    const after = passed.current.pop();
    onChange({ page: isKnown ? view.page - 1 : 1, after });
  };
  return (
    <nav className="mb-pager" aria-label={t('shell:table.pages')}>
      <Button icon={<LeftOutlined />} disabled={view.page === 1} onClick={goBack}>
        {t('shell:table.previous')}
      </Button>
      <span className="mb-number">{t('shell:table.page', { page: formatNumber(view.page) })}</span>
      <Button icon={<RightOutlined />} iconPlacement="end" disabled={next === null} onClick={goOn}>
        {t('shell:table.next')}
      </Button>
      <Select<number>
        aria-label={t('shell:table.size')}
        value={view.size}
        onChange={(size) => onChange({ size })}
        options={pageSizes.map((size) => ({
          value: size,
          label: t('shell:table.perPage', { size }),
        }))}
      />
    </nav>
  );
}
