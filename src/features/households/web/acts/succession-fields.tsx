import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeSelect } from '../../../../platform/web/kit/codes.tsx';
import { codesOf } from '../../model/index.ts';
import type { PersonView } from '../household-queries.ts';
import { suggestRelations } from './suggest-relations.ts';

/** Who becomes head, and how everybody else is then related. */
export type SuccessionInput = {
  headId: string | undefined;
  relations: Readonly<Record<string, string | undefined>>;
};

export const noSuccession: SuccessionInput = { headId: undefined, relations: {} };

/** What is sent once every relation is chosen; undefined before. */
export function wholeSuccession(
  { headId, relations }: SuccessionInput,
  members: readonly PersonView[],
): { headId: string; relations: Record<string, never> } | undefined {
  if (headId === undefined) return undefined;
  const others = members.filter(({ id }) => id !== headId);
  if (others.some(({ id }) => relations[id] === undefined)) return undefined;
  const chosen = others.map(({ id }) => [id, relations[id]]);
  return { headId, relations: Object.fromEntries(chosen) as Record<string, never> };
}

type SuccessionProperties = {
  /** Who may become head and needs a relation: those who stay. */
  members: readonly PersonView[];
  oldHead: PersonView | undefined;
  value: SuccessionInput;
  onChange: (value: SuccessionInput) => void;
};

/** Chooses the new head; relations that follow from the old ones are filled in. */
export function SuccessionFields({ members, oldHead, value, onChange }: SuccessionProperties) {
  const { t } = useTranslation();
  const id = useId();
  const choose = (headId: string): void =>
    onChange({
      headId,
      relations: oldHead === undefined ? {} : suggestRelations(members, oldHead, headId),
    });
  return (
    <fieldset className="mb-household-group">
      <legend>{t('households:succession.title')}</legend>
      <div className="mb-household-field">
        <label className="mb-household-label" htmlFor={id}>
          {t('households:succession.head')}
        </label>
        <Select<string>
          id={id}
          className="mb-wide"
          value={value.headId ?? null}
          onChange={choose}
          options={members.map((person) => ({ value: person.id, label: person.name }))}
        />
      </div>
      {value.headId !== undefined && (
        <RelationFields
          title={t('households:succession.relations')}
          members={members.filter((person) => person.id !== value.headId)}
          relations={value.relations}
          onChange={(relations) => onChange({ ...value, relations })}
        />
      )}
    </fieldset>
  );
}

type RelationFieldsProperties = {
  title: string;
  members: readonly PersonView[];
  relations: SuccessionInput['relations'];
  onChange: (relations: SuccessionInput['relations']) => void;
};

const notHead = codesOf('relation')
  .map(({ code }) => code)
  .filter((code) => code !== '01' && code !== '02');

/** The relation of each of them to the head. */
export function RelationFields(properties: RelationFieldsProperties) {
  const { title, members, relations, onChange } = properties;
  const { t } = useTranslation();
  if (members.length === 0) return null;
  return (
    <>
      <p className="mb-household-field-note">{title}</p>
      <ul className="mb-household-relations">
        {members.map((person) => (
          <li key={person.id}>
            <span>{person.name}</span>
            <CodeSelect
              list="relation"
              codes={notHead}
              value={relations[person.id] ?? null}
              onChange={(code) => onChange({ ...relations, [person.id]: code })}
              aria-label={t('households:succession.relationOf', { name: person.name })}
              placeholder={t('fields:person.relation')}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
