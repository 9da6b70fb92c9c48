import { PlusOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../../model/index.ts';

// Its calendar is large, and few lists are narrowed that way.
const ConditionForm = lazy(async () => ({
  default: (await import('./condition-form.tsx')).ConditionForm,
}));

/** Narrows the list by any field of the register: field, comparison, value. */
export function ConditionButton({ onAdd }: { onAdd: (filter: Filter) => void }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const add = (filter: Filter): void => {
    onAdd(filter);
    setOpen(false);
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <Suspense fallback={<div className="mb-household-condition" />}>
          <ConditionForm onAdd={add} />
        </Suspense>
      }
    >
      <Button icon={<PlusOutlined aria-hidden />} aria-expanded={isOpen}>
        {t('households:filter.add')}
      </Button>
    </Popover>
  );
}
