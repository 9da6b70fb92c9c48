import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ToneTag } from '../../../../platform/web/kit/codes.tsx';
import { columnName } from '../../model/cell.ts';
import type { MappedTable } from '../../model/contract.ts';
import type { SourceKind, Target } from '../../model/mapping.ts';
import { type Standing, standingsOf, wantsALook } from './column-standing.ts';
import { type TargetGroup, type TargetOption, useTargetGroups } from './target-options.ts';

type Columns = MappedTable['columns'];

type ColumnTableProperties = {
  kind: SourceKind;
  columns: Columns;
  /** Gets the targets of all columns. */
  onChange: (targets: (Target | null)[]) => void;
};

/** Where each column of a file goes. Shows what wants a look; all columns on request. */
export function ColumnTable({ kind, columns, onChange }: ColumnTableProperties) {
  const { t } = useTranslation();
  const standings = useMemo(
    () => standingsOf(kind, columns, new Set([t('intake:refused.column')])),
    [kind, columns, t],
  );
  const groups = useTargetGroups(kind, columns);
  const [kept, setKept] = useState(() => new Set(lookedAt(standings)));
  const [isWhole, setWhole] = useState(false);
  const open = lookedAt(standings);
  // A column that was put right stays in sight, so that what was done can be seen and undone.
  const shown = columns.flatMap((column, index) =>
    isWhole || kept.has(index) || open.includes(index) ? [{ column, index }] : [],
  );
  const choose = (place: number, target: Target | null): void => {
    setKept(new Set([...kept, ...open, place]));
    onChange(
      columns.map((column, index) => (index === place ? target : (column.target as Target))),
    );
  };
  return (
    <>
      <div className="mb-intake-columns-head">
        <Counts standings={standings} />
        <Button type="link" onClick={() => setWhole(!isWhole)} aria-expanded={isWhole}>
          {t(isWhole ? 'intake-desk:columns.fewer' : 'intake-desk:columns.all', {
            count: columns.length,
          })}
        </Button>
      </div>
      {shown.length > 0 && (
        <table className="mb-intake-grid mb-intake-columns">
          <Head />
          <tbody>
            {shown.map(({ column, index }) => (
              <ColumnRow
                key={index}
                column={column}
                place={index}
                standing={standings[index] ?? 'unknown'}
                groups={groups}
                onChoose={(target) => choose(index, target)}
              />
            ))}
          </tbody>
        </table>
      )}
      {standings.some((standing) => standing === 'chosen' || standing === 'remembered') && (
        <p className="mb-soft">{t('intake-desk:columns.remembers')}</p>
      )}
    </>
  );
}

function lookedAt(standings: readonly Standing[]): number[] {
  return standings.flatMap((standing, index) => (wantsALook(standing) ? [index] : []));
}

const counted = [
  'recognised',
  'remembered',
  'chosen',
  'duplicate',
  'unknown',
  'leftAside',
] as const;

function Counts({ standings }: { standings: readonly Standing[] }) {
  const { t } = useTranslation();
  const parts = counted.flatMap((which) => {
    const count = standings.filter((standing) => standing === which).length;
    return count === 0 ? [] : [t(`intake-desk:columns.count.${which}`, { count })];
  });
  return <p>{parts.join(t('intake-desk:columns.separator'))}</p>;
}

function Head() {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        {(['header', 'samples', 'target', 'standing'] as const).map((column) => (
          <th key={column} scope="col">
            {t(`intake-desk:columns.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

const tones = {
  recognised: 'good',
  remembered: 'good',
  chosen: 'accent',
  duplicate: 'bad',
  unknown: 'warn',
  leftAside: 'plain',
  blank: 'plain',
} as const satisfies Record<Standing, string>;

type ColumnRowProperties = {
  column: Columns[number];
  place: number;
  standing: Standing;
  groups: readonly TargetGroup[];
  onChoose: (target: Target | null) => void;
};

function ColumnRow({ column, place, standing, groups, onChoose }: ColumnRowProperties) {
  const { t } = useTranslation();
  const letter = columnName(place);
  return (
    <tr>
      <th scope="row">
        <span className="mb-intake-column-letter">{letter}</span>
        {column.header === '' ? t('intake-desk:columns.noHeader') : column.header}
      </th>
      <td className="mb-intake-samples">
        {column.samples.length === 0
          ? t('intake-desk:columns.noSamples')
          : [...new Set(column.samples)].map((sample) => <span key={sample}>{sample}</span>)}
      </td>
      <td>
        <TargetSelect
          label={t('intake-desk:columns.targetOf', { column: letter, header: column.header })}
          target={column.target}
          groups={groups}
          onChoose={onChoose}
        />
      </td>
      <td>
        <ToneTag tone={tones[standing]}>{t(`intake-desk:standing.${standing}`)}</ToneTag>
      </td>
    </tr>
  );
}

type TargetSelectProperties = {
  label: string;
  target: string | null;
  groups: readonly TargetGroup[];
  onChoose: (target: Target | null) => void;
};

function TargetSelect({ label, target, groups, onChoose }: TargetSelectProperties) {
  const { t } = useTranslation();
  const options = useMemo(
    () =>
      groups.map((group) => ({
        ...group,
        options: group.options.map((option) => ({
          ...option,
          disabled: option.takenBy !== undefined && option.value !== target,
        })),
      })),
    [groups, target],
  );
  return (
    <Select<string, TargetOption>
      aria-label={label}
      className="mb-intake-target-select"
      value={target}
      allowClear
      placeholder={t('intake-desk:columns.notTaken')}
      popupMatchSelectWidth={300}
      showSearch={{
        filterOption: (text, option) => option?.found?.includes(text.toLowerCase()) === true,
      }}
      options={options as unknown as TargetOption[]}
      optionRender={({ data }) => <TargetLine option={data} isOwn={data.value === target} />}
      onChange={(chosen) => onChoose((chosen as Target | undefined) ?? null)}
    />
  );
}

function TargetLine({ option, isOwn }: { option: TargetOption; isOwn: boolean }) {
  const { t } = useTranslation();
  if (option.takenBy === undefined || isOwn) return option.label;
  return (
    <span>
      {option.label} <small>{t('intake-desk:columns.takenBy', { column: option.takenBy })}</small>
    </span>
  );
}
