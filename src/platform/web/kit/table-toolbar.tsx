import { DeleteOutlined, SettingOutlined, StarOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Popover, Segmented } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Density, SavedView, TableSettings } from './table-settings.ts';

type Change = (change: Partial<TableSettings>) => void;

/** Next to its button in the document, so that Tab goes on into it. */
function beside(trigger: HTMLElement): HTMLElement {
  return trigger.parentElement ?? document.body;
}

type ColumnChoice = { key: string; title: string; isShown: boolean };

type SettingsButtonProperties = {
  columns: readonly ColumnChoice[];
  density: Density;
  onChange: Change;
};

/** Which columns, and how tight. */
export function SettingsButton({ columns, density, onChange }: SettingsButtonProperties) {
  const { t } = useTranslation();
  const toggle = (key: string, isShown: boolean): void => {
    const shown = columns.filter((column) => (column.key === key ? isShown : column.isShown));
    if (shown.length > 0) onChange({ columns: shown.map((column) => column.key) });
  };
  const panel = (
    <section className="mb-table-settings" aria-label={t('shell:table.settings')}>
      <Segmented<Density>
        block
        aria-label={t('shell:table.density')}
        value={density}
        onChange={(chosen) => onChange({ density: chosen })}
        options={[
          { value: 'middle', label: t('shell:table.roomy') },
          { value: 'small', label: t('shell:table.tight') },
        ]}
      />
      <fieldset>
        <legend>{t('shell:table.columns')}</legend>
        {columns.map((column) => (
          <Checkbox
            key={column.key}
            checked={column.isShown}
            onChange={(event) => toggle(column.key, event.target.checked)}
          >
            {column.title}
          </Checkbox>
        ))}
      </fieldset>
      <Button type="link" size="small" onClick={() => onChange({ columns: undefined })}>
        {t('shell:table.columnsReset')}
      </Button>
    </section>
  );
  return (
    <Popover content={panel} trigger="click" placement="bottomRight" getPopupContainer={beside}>
      <Button icon={<SettingOutlined />} aria-label={t('shell:table.settings')} />
    </Popover>
  );
}

type ViewsButtonProperties = {
  views: readonly SavedView[];
  onOpen: (view: SavedView) => void;
  onSave: (name: string) => void;
  onRemove: (name: string) => void;
};

/** The officer's own named views of the list. */
export function ViewsButton({ views, onOpen, onSave, onRemove }: ViewsButtonProperties) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    onSave(name.trim());
    setName('');
  };
  const panel = (
    <section className="mb-table-settings" aria-label={t('shell:table.views')}>
      {views.length === 0 ? (
        <p className="mb-soft">{t('shell:table.noViews')}</p>
      ) : (
        <ul className="mb-views" aria-label={t('shell:table.views')}>
          {views.map((view) => (
            <li key={view.name}>
              <Button type="text" onClick={() => onOpen(view)}>
                {view.name}
              </Button>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('shell:table.removeView', { name: view.name })}
                onClick={() => onRemove(view.name)}
              />
            </li>
          ))}
        </ul>
      )}
      <form className="mb-save-view" onSubmit={save}>
        <Input
          value={name}
          maxLength={30}
          aria-label={t('shell:table.viewName')}
          placeholder={t('shell:table.viewName')}
          onChange={(event) => setName(event.target.value)}
        />
        <Button htmlType="submit">{t('shell:do.save')}</Button>
      </form>
    </section>
  );
  return (
    <Popover content={panel} trigger="click" placement="bottomRight" getPopupContainer={beside}>
      <Button icon={<StarOutlined />} aria-label={t('shell:table.views')} />
    </Popover>
  );
}
