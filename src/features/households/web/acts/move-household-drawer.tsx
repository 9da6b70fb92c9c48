import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { todayInChina } from '../../../../platform/web/format.ts';
import { RegionPath } from '../../../../platform/web/kit/region-picker.tsx';
import { pathOf, type WholeHousehold } from '../household-queries.ts';
import { ActDrawer } from './act-drawer.tsx';
import { DayInput, VillageInput } from './act-fields.tsx';
import { type Says, useHouseholdAct } from './use-household-act.ts';

type MoveInput = { to: string; on: string };

/** Moves the whole household to another village of the county; says the way to another county. */
export function MoveHouseholdDrawer({
  whole,
  onClose,
}: {
  whole: WholeHousehold;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const path = pathOf(whole.household);
  const [to, setTo] = useState<string>();
  const [on, setOn] = useState(todayInChina);
  const act = useHouseholdAct({
    whole,
    send: (input: MoveInput, says: Says) =>
      answer(
        api.POST('/api/households/{county}/{id}/village', {
          params: { path },
          body: { ...says, ...input, happenedOn: input.on } as never,
        }),
      ),
    done: t('households:moveHousehold.done'),
    onDone: onClose,
  });
  const { villageCode } = act.seen.household;
  return (
    <ActDrawer
      title={t('households:moveHousehold.title')}
      explanation={t('households:moveHousehold.text')}
      act={act}
      confirm={t('households:moveHousehold.confirm')}
      reason="required"
      isDirty={to !== undefined || act.reason !== ''}
      isReady={to !== undefined && to !== villageCode}
      onSubmit={() => {
        if (to !== undefined) act.submit({ to, on });
      }}
      onClose={onClose}
    >
      <p>
        {t('households:moveHousehold.from')} <RegionPath code={villageCode} />
      </p>
      <VillageInput
        label={t('households:moveHousehold.to')}
        within={path.county}
        value={to}
        onChange={setTo}
      />
      <DayInput label={t('households:moveHousehold.on')} value={on} onChange={setOn} />
    </ActDrawer>
  );
}
