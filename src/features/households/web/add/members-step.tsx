import { DeleteOutlined, DownOutlined, UserAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newRequestId } from '../../../../platform/web/request-id.ts';
import { derivedOfPerson, personGroups } from '../form/asked-groups.ts';
import type { Values } from '../form/changed-values.ts';
import { FieldsForm } from '../form/fields-form.tsx';
import { type Finding, findingsAbout } from '../words/findings.ts';
import type { DraftPerson } from './draft.ts';
import { countyOf, type StepProperties } from './place-step.tsx';

/** Asked of everybody, in the order in which a household booklet shows it. */
const essentials = [
  'name',
  'relation',
  'documentNumber',
  'sex',
  'birthDay',
  'ethnicity',
  'education',
  'schoolStatus',
  'outOfSchoolReason',
  'health',
  'labourSkill',
  'residentMedical',
  'residentPension',
  'phone',
];

/** Everybody of the household; the head first. */
export function MembersStep({ draft, change, findings }: StepProperties) {
  const { t } = useTranslation();
  const add = (): void => {
    const [head] = draft.persons;
    const values = { ethnicity: head?.values['ethnicity'] ?? null };
    change(({ persons }) => ({ persons: [...persons, { id: newRequestId(), values }] }));
  };
  const remove = (id: string): void =>
    change(({ persons }) => ({ persons: persons.filter((person) => person.id !== id) }));
  const changePerson = useCallback(
    (id: string, changes: Values) =>
      change(({ persons }) => ({
        persons: persons.map((person) =>
          person.id === id ? { id, values: { ...person.values, ...changes } } : person,
        ),
      })),
    [change],
  );
  return (
    <>
      {draft.persons.map((person, place) => (
        <MemberForm
          key={person.id}
          person={person}
          place={place}
          county={countyOf(draft)}
          findings={findingsAbout(findings, { subject: 'person', id: person.id })}
          onChange={changePerson}
          onRemove={() => remove(person.id)}
        />
      ))}
      <Button icon={<UserAddOutlined aria-hidden />} onClick={add}>
        {t('households:add.member')}
      </Button>
    </>
  );
}

type MemberFormProperties = {
  person: DraftPerson;
  /** From 0; the first is the head. */
  place: number;
  county: string;
  findings: readonly Finding[];
  onChange: (id: string, changes: Values) => void;
  onRemove: () => void;
};

function MemberForm(properties: MemberFormProperties) {
  const { person, place, county, findings, onChange, onRemove } = properties;
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const { id, values } = person;
  const isHead = place === 0;
  const name = typeof values['name'] === 'string' ? values['name'] : '';
  const title = t(isHead ? 'households:add.head' : 'households:add.memberNumber', {
    number: place + 1,
    name,
  });
  const change = useCallback((changes: Values) => onChange(id, changes), [onChange, id]);
  const omit = isHead ? [...derivedOfPerson, 'relation'] : derivedOfPerson;
  const common = {
    of: 'person',
    recordId: id,
    values,
    onChange: change,
    faults: findings,
    county,
  } as const;
  return (
    <fieldset className="mb-household-member-form">
      <legend>{title}</legend>
      {!isHead && (
        <Button
          type="text"
          size="small"
          className="mb-household-remove"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t('households:add.removeMember', { name: title })}
          onClick={onRemove}
        />
      )}
      <FieldsForm {...common} groups={[]} only={essentials.filter((key) => !omit.includes(key))} />
      {isWhole ? (
        <FieldsForm {...common} groups={personGroups} omit={[...omit, ...essentials]} />
      ) : (
        <Button type="link" icon={<DownOutlined aria-hidden />} onClick={() => setWhole(true)}>
          {t('households:add.moreOfMember')}
        </Button>
      )}
    </fieldset>
  );
}
