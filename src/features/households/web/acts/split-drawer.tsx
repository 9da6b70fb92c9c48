import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { todayInChina } from '../../../../platform/web/format.ts';
import { useGo } from '../../../../platform/web/kit/links.tsx';
import { newRequestId } from '../../../../platform/web/request-id.ts';
import { isHead } from '../../model/index.ts';
import {
  addressOf,
  type PersonView,
  pathOf,
  presentOf,
  type WholeHousehold,
} from '../household-queries.ts';
import { ActDrawer } from './act-drawer.tsx';
import { DayInput, TextInput } from './act-fields.tsx';
import { noSuccession, SuccessionFields, wholeSuccession } from './succession-fields.tsx';
import { type Says, useHouseholdAct } from './use-household-act.ts';

type SplitInput = {
  newHouseholdId: string;
  number: string;
  personIds: string[];
  headId: string;
  relations: Record<string, never>;
  on: string;
};

/** Makes two households of one: who goes, who heads the new one, and its number. */
export function SplitDrawer({ whole, onClose }: { whole: WholeHousehold; onClose: () => void }) {
  const { t } = useTranslation();
  const go = useGo();
  const path = pathOf(whole.household);
  const [newHouseholdId] = useState(newRequestId);
  const [number, setNumber] = useState('');
  const [going, setGoing] = useState<readonly string[]>([]);
  const [succession, setSuccession] = useState(noSuccession);
  const [on, setOn] = useState(todayInChina);
  const act = useHouseholdAct({
    whole,
    send: (input: SplitInput, says: Says) =>
      answer(
        api.POST('/api/households/{county}/{id}/split', {
          params: { path },
          body: { ...says, ...input, happenedOn: input.on },
        }),
      ),
    done: t('households:split.done'),
    onDone: (made) => go(addressOf(made)),
  });
  const members = presentOf(act.seen);
  const leaving = members.filter(({ id }) => going.includes(id));
  const heir = wholeSuccession(succession, leaving);
  return (
    <ActDrawer
      title={t('households:split.title')}
      explanation={t('households:split.text')}
      act={act}
      confirm={t('households:split.confirm')}
      reason="required"
      isDirty={going.length > 0 || number !== ''}
      isReady={heir !== undefined && number.trim() !== ''}
      onSubmit={() => {
        if (heir === undefined) return;
        act.submit({ newHouseholdId, number: number.trim(), personIds: [...going], ...heir, on });
      }}
      onClose={onClose}
    >
      <GoingFields
        members={members}
        going={going}
        onChange={(ids) => {
          setGoing(ids);
          setSuccession(noSuccession);
        }}
      />
      {leaving.length > 0 && (
        <SuccessionFields
          members={leaving}
          oldHead={members.find(({ relation }) => isHead({ relation }))}
          value={succession}
          onChange={setSuccession}
        />
      )}
      <div className="mb-household-fields">
        <TextInput label={t('households:split.number')} value={number} onChange={setNumber} />
        <DayInput label={t('households:split.on')} value={on} onChange={setOn} />
      </div>
    </ActDrawer>
  );
}

type GoingProperties = {
  members: readonly PersonView[];
  going: readonly string[];
  onChange: (ids: readonly string[]) => void;
};

/** Ticks those who go. The head stays, so that the old household keeps one. */
function GoingFields({ members, going, onChange }: GoingProperties) {
  const { t } = useTranslation();
  const label = useRelationText();
  return (
    <fieldset className="mb-household-group">
      <legend>{t('households:split.going')}</legend>
      <Checkbox.Group
        className="mb-household-going"
        value={[...going]}
        onChange={(ids) => onChange(ids.map(String))}
        options={members.map((person) => ({
          value: person.id,
          label: t('households:split.member', { name: person.name, relation: label(person) }),
          disabled: isHead({ relation: person.relation }),
        }))}
      />
    </fieldset>
  );
}

/** A member's relation to the head in words. */
export function useRelationText(): (person: PersonView) => string {
  const { t } = useTranslation();
  return ({ relation }) =>
    relation === null ? t('shell:value.absent') : t(`codes:relation.${relation}`);
}
