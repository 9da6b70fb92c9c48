import { Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { todayInChina } from '../../../../platform/web/format.ts';
import { useGo } from '../../../../platform/web/kit/links.tsx';
import { Loaded } from '../../../../platform/web/kit/loaded.tsx';
import { RegionPath } from '../../../../platform/web/kit/region-picker.tsx';
import {
  addressOf,
  pathOf,
  presentOf,
  useHousehold,
  type WholeHousehold,
} from '../household-queries.ts';
import { ActDrawer } from './act-drawer.tsx';
import { DayInput } from './act-fields.tsx';
import { HouseholdSearch } from './household-search.tsx';
import { useRelationText } from './split-drawer.tsx';
import { RelationFields, type SuccessionInput } from './succession-fields.tsx';
import { type HouseholdAct, type Says, useHouseholdAct } from './use-household-act.ts';

type MergeInput = {
  keptId: string;
  keptVersion: number;
  absorbed: string;
  relations: Record<string, never>;
  on: string;
};

/** Makes one household of two: which one stays, and how those who come are related to its head. */
export function MergeDrawer({ whole, onClose }: { whole: WholeHousehold; onClose: () => void }) {
  const { t } = useTranslation();
  const { county, id } = pathOf(whole.household);
  const act = useMerge(whole, onClose);
  const choice = useChoice(whole);
  const other = useHousehold(
    choice.otherId === undefined ? undefined : { county, id: choice.otherId },
  );
  const [on, setOn] = useState(todayInChina);
  const pair = other.data === undefined ? undefined : pairOf(act.seen, other.data, choice.keptId);
  const coming = pair === undefined ? [] : presentOf(pair.absorbed);
  const isComplete = coming.every((person) => choice.relations[person.id] !== undefined);
  return (
    <ActDrawer
      wide
      title={t('households:merge.title')}
      explanation={t('households:merge.text')}
      act={act}
      confirm={t('households:merge.confirm')}
      isDangerous
      reason="required"
      isDirty={choice.otherId !== undefined}
      isReady={pair !== undefined && isComplete}
      onSubmit={() => {
        if (pair !== undefined) act.submit(inputOf(pair, choice.relations, on));
      }}
      onClose={onClose}
    >
      <HouseholdSearch
        label={t('households:merge.other')}
        county={county}
        except={id}
        value={choice.otherId}
        onChange={choice.setOther}
      />
      {choice.otherId !== undefined && (
        <Loaded query={other}>
          {(found) => (
            <SideBySide one={act.seen} two={found} keptId={choice.keptId} onKeep={choice.setKept} />
          )}
        </Loaded>
      )}
      {pair !== undefined && (
        <RelationFields
          title={t('households:merge.relations', { name: pair.kept.household.headName })}
          members={coming}
          relations={choice.relations}
          onChange={choice.setRelations}
        />
      )}
      <DayInput label={t('households:merge.on')} value={on} onChange={setOn} />
    </ActDrawer>
  );
}

function useMerge(whole: WholeHousehold, onClose: () => void): HouseholdAct<MergeInput> {
  const { t } = useTranslation();
  const go = useGo();
  const { county, id } = pathOf(whole.household);
  return useHouseholdAct({
    whole,
    send: ({ keptId, keptVersion, ...input }: MergeInput, says: Says) =>
      answer(
        api.POST('/api/households/{county}/{id}/merge', {
          params: { path: { county, id: keptId } },
          body: { ...says, ...input, version: keptVersion, happenedOn: input.on },
        }),
      ),
    done: t('households:merge.done'),
    onDone: (kept) => {
      onClose();
      if (kept.id !== id) go(addressOf(kept));
    },
  });
}

/** Which other household, which of the two stays, and the relations; a new choice begins anew. */
function useChoice({ household: { id } }: WholeHousehold) {
  const [otherId, setOtherId] = useState<string>();
  const [keptId, setKeptId] = useState(id);
  const [relations, setRelations] = useState<SuccessionInput['relations']>({});
  return {
    otherId,
    keptId,
    relations,
    setRelations,
    setOther: (chosen: string | undefined) => {
      setOtherId(chosen);
      setKeptId(id);
      setRelations({});
    },
    setKept: (kept: string) => {
      setKeptId(kept);
      setRelations({});
    },
  };
}

type Pair = { kept: WholeHousehold; absorbed: WholeHousehold };

function pairOf(one: WholeHousehold, two: WholeHousehold, keptId: string): Pair {
  return one.household.id === keptId ? { kept: one, absorbed: two } : { kept: two, absorbed: one };
}

function inputOf(
  { kept, absorbed }: Pair,
  relations: SuccessionInput['relations'],
  on: string,
): MergeInput {
  const coming = presentOf(absorbed).map(({ id }) => [id, relations[id]]);
  return {
    keptId: kept.household.id,
    keptVersion: kept.household.version,
    absorbed: absorbed.household.id,
    relations: Object.fromEntries(coming) as Record<string, never>,
    on,
  };
}

type SideProperties = {
  one: WholeHousehold;
  two: WholeHousehold;
  keptId: string;
  onKeep: (id: string) => void;
};

/** Both households beside one another, and which of them stays. */
function SideBySide({ one, two, keptId, onKeep }: SideProperties) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      className="mb-household-sides"
      role="radiogroup"
      aria-label={t('households:merge.kept')}
      value={keptId}
      onChange={(event) => onKeep(String(event.target.value))}
    >
      {[one, two].map((whole) => (
        <Radio key={whole.household.id} value={whole.household.id}>
          <Side whole={whole} isKept={whole.household.id === keptId} />
        </Radio>
      ))}
    </Radio.Group>
  );
}

function Side({ whole, isKept }: { whole: WholeHousehold; isKept: boolean }) {
  const { t } = useTranslation();
  const label = useRelationText();
  const { household } = whole;
  return (
    <span className="mb-household-side">
      <strong>{household.headName}</strong>
      <span className="mb-soft mb-number">{household.number}</span>
      <span className="mb-soft">
        <RegionPath code={household.villageCode} />
      </span>
      {presentOf(whole).map((person) => (
        <span key={person.id}>
          {t('households:split.member', { name: person.name, relation: label(person) })}
        </span>
      ))}
      <em>{t(isKept ? 'households:merge.stays' : 'households:merge.closes')}</em>
    </span>
  );
}
