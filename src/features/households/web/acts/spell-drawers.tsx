import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { todayInChina } from '../../../../platform/web/format.ts';
import { newRequestId } from '../../../../platform/web/request-id.ts';
import { pathOf, type SpellView, type WholeHousehold } from '../household-queries.ts';
import { ActDrawer } from './act-drawer.tsx';
import { CodeInput, DayInput } from './act-fields.tsx';
import {
  draftOf,
  emptySpell,
  factsOf,
  type SpellDraft,
  SpellFields,
  spellCodes,
  spellDifferences,
} from './spell-fields.tsx';
import { type Says, useHouseholdAct } from './use-household-act.ts';

type DrawerProperties = { whole: WholeHousehold; onClose: () => void };
type SpellDrawerProperties = DrawerProperties & { spell: SpellView };
type Facts = NonNullable<ReturnType<typeof factsOf>>;

/** Records a spell that was left out. */
export function AddSpellDrawer({ whole, onClose }: DrawerProperties) {
  const { t } = useTranslation();
  const path = pathOf(whole.household);
  const [spellId] = useState(newRequestId);
  const [draft, setDraft] = useState<SpellDraft>(emptySpell);
  const act = useHouseholdAct({
    whole,
    send: (facts: Facts, says: Says) =>
      answer(
        api.POST('/api/households/{county}/{id}/spells', {
          params: { path },
          body: { ...says, spellId, facts } as never,
        }),
      ),
    done: t('households:spells.added'),
    onDone: onClose,
  });
  const facts = factsOf(draft);
  return (
    <ActDrawer
      title={t('households:spells.addTitle')}
      explanation={t('households:spells.addText')}
      act={act}
      confirm={t('households:spells.add')}
      reason="required"
      isDirty={draft !== emptySpell || act.reason !== ''}
      isReady={facts !== undefined}
      onSubmit={() => {
        if (facts !== undefined) act.submit(facts);
      }}
      onClose={onClose}
    >
      <SpellFields draft={draft} onChange={setDraft} />
    </ActDrawer>
  );
}

type End = { on: string; how: string };

/** Ends a spell that goes on. */
export function EndSpellDrawer({ whole, spell, onClose }: SpellDrawerProperties) {
  const { t } = useTranslation();
  const path = pathOf(whole.household);
  const [on, setOn] = useState(todayInChina);
  const [how, setHow] = useState<string>();
  const act = useHouseholdAct({
    whole,
    send: (end: End, says: Says) =>
      answer(
        api.POST('/api/households/{county}/{id}/spells/{spell}/end', {
          params: { path: { ...path, spell: spell.id } },
          body: { ...says, ...end, happenedOn: end.on } as never,
        }),
      ),
    done: t('households:spells.ended'),
    onDone: onClose,
  });
  return (
    <ActDrawer
      title={t('households:spells.endTitle', { kind: t(`codes:spellKind.${spell.kind}`) })}
      explanation={t('households:spells.endText', { day: spell.startedOn })}
      act={act}
      confirm={t('households:spells.end')}
      reason="required"
      isDirty={how !== undefined || act.reason !== ''}
      isReady={how !== undefined}
      onSubmit={() => {
        if (how !== undefined) act.submit({ on, how });
      }}
      onClose={onClose}
    >
      <div className="mb-household-fields">
        <CodeInput
          label={t('households:record.endReason')}
          list="spellEnd"
          codes={spellCodes.spellEnd}
          value={how}
          onChange={setHow}
        />
        <DayInput label={t('households:record.endedOn')} value={on} onChange={setOn} />
      </div>
    </ActDrawer>
  );
}

/** Corrects what is recorded of a spell; emptying its end lets it go on. */
export function CorrectSpellDrawer({ whole, spell, onClose }: SpellDrawerProperties) {
  const { t } = useTranslation();
  const path = pathOf(whole.household);
  const [draft, setDraft] = useState(() => draftOf(spell));
  const act = useHouseholdAct({
    whole,
    send: (changes: Partial<Facts>, says: Says) =>
      answer(
        api.PATCH('/api/households/{county}/{id}/spells/{spell}', {
          params: { path: { ...path, spell: spell.id } },
          body: { ...says, changes } as never,
        }),
      ),
    done: t('households:spells.corrected'),
    onDone: onClose,
  });
  const seen = act.seen.spells.find(({ id }) => id === spell.id) ?? spell;
  const facts = factsOf(draft);
  const changes = facts === undefined ? {} : spellDifferences(seen, facts);
  const isChanged = Object.keys(changes).length > 0;
  return (
    <ActDrawer
      title={t('households:spells.correctTitle', { kind: t(`codes:spellKind.${spell.kind}`) })}
      explanation={t('households:spells.correctText')}
      act={act}
      confirm={t('households:spells.correct')}
      reason="required"
      isDirty={isChanged || act.reason !== ''}
      isReady={isChanged}
      onSubmit={() => act.submit(changes)}
      onClose={onClose}
    >
      <SpellFields draft={draft} onChange={setDraft} />
    </ActDrawer>
  );
}
