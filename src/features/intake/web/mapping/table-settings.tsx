import { Button, InputNumber, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappedTable } from '../../model/contract.ts';
import { type SourceKind, sourceKinds } from '../../model/mapping.ts';
import type { TableChange } from './use-mapping.ts';

type TableSettingsProperties = {
  table: MappedTable;
  onChange: (change: Omit<TableChange, 'position'>) => void;
};

/** What kind of table it is, where its header stands and, if no column says so, of which year it is. */
export function TableSettings({ table, onChange }: TableSettingsProperties) {
  return table.kind === null ? (
    <ByHand onChange={onChange} />
  ) : (
    <AsRecognised table={table} kind={table.kind} onChange={onChange} />
  );
}

type AsRecognisedProperties = TableSettingsProperties & { kind: SourceKind };

function AsRecognised({ table, kind, onChange }: AsRecognisedProperties) {
  const { t } = useTranslation();
  const { leftOut, year } = table;
  const fromColumn = table.columns.some(({ target }) => target === 'survey.year');
  const isSurveyed = table.columns.some(({ target }) => target?.startsWith('survey.') === true);
  const asksYear = !fromColumn && (kind === 'surveys' || (kind === 'households' && isSurveyed));
  return (
    <div className="mb-intake-table-settings">
      <KindField kind={kind} onChange={(chosen) => onChange({ leftOut, kind: chosen })} />
      <HeaderRowField
        row={table.headerRow}
        onChange={(headerRow) => onChange({ leftOut, kind, headerRow })}
      />
      {asksYear && (
        <Labelled label={t('intake-desk:mapping.year')}>
          {(id) => (
            <InputNumber<number>
              id={id}
              min={2000}
              max={2100}
              precision={0}
              value={year}
              changeOnBlur
              onChange={(chosen) => onChange({ leftOut, year: chosen })}
            />
          )}
        </Labelled>
      )}
    </div>
  );
}

/** Nothing looked like a header: the officer says where it is and what the table holds. */
function ByHand({ onChange }: Pick<TableSettingsProperties, 'onChange'>) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<SourceKind>();
  const [headerRow, setHeaderRow] = useState(1);
  return (
    <div className="mb-intake-table-settings">
      <KindField kind={kind} onChange={setKind} />
      <HeaderRowField row={headerRow} onChange={setHeaderRow} />
      <Button
        disabled={kind === undefined}
        onClick={() => kind !== undefined && onChange({ leftOut: false, kind, headerRow })}
      >
        {t('intake-desk:mapping.readSo')}
      </Button>
    </div>
  );
}

type KindFieldProperties = {
  kind: SourceKind | undefined;
  onChange: (kind: SourceKind) => void;
};

function KindField({ kind, onChange }: KindFieldProperties) {
  const { t } = useTranslation();
  return (
    <Labelled label={t('intake-desk:mapping.kind')}>
      {(id) => (
        <Select<SourceKind>
          id={id}
          className="mb-intake-kind-select"
          value={kind ?? null}
          placeholder={t('intake-desk:mapping.kindUnknown')}
          onChange={onChange}
          options={sourceKinds.map((value) => ({ value, label: t(`intake-desk:kind.${value}`) }))}
        />
      )}
    </Labelled>
  );
}

type HeaderRowFieldProperties = { row: number; onChange: (row: number) => void };

function HeaderRowField({ row, onChange }: HeaderRowFieldProperties) {
  const { t } = useTranslation();
  return (
    <Labelled label={t('intake-desk:mapping.headerRow')}>
      {(id) => (
        <InputNumber<number>
          id={id}
          className="mb-intake-row-number"
          min={1}
          max={1000}
          precision={0}
          value={row}
          changeOnBlur
          onChange={(chosen) => {
            if (chosen !== null && chosen !== row) onChange(chosen);
          }}
        />
      )}
    </Labelled>
  );
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <span className="mb-intake-labelled">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </span>
  );
}
