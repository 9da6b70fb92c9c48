import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { isHead } from '../../model/index.ts';
import { pathOf, presentOf, type WholeHousehold } from '../household-queries.ts';
import { ActDrawer } from './act-drawer.tsx';
import { noSuccession, SuccessionFields, wholeSuccession } from './succession-fields.tsx';
import { type Says, useHouseholdAct } from './use-household-act.ts';

type Heir = NonNullable<ReturnType<typeof wholeSuccession>>;

/** Makes another member the head of the household. */
export function HeadDrawer({ whole, onClose }: { whole: WholeHousehold; onClose: () => void }) {
  const { t } = useTranslation();
  const path = pathOf(whole.household);
  const [succession, setSuccession] = useState(noSuccession);
  const act = useHouseholdAct({
    whole,
    send: (input: Heir, says: Says) =>
      answer(
        api.POST('/api/households/{county}/{id}/head', {
          params: { path },
          body: { ...says, ...input },
        }),
      ),
    done: t('households:head.done'),
    onDone: onClose,
  });
  const members = presentOf(act.seen);
  const oldHead = members.find(({ relation }) => isHead({ relation }));
  const heir = wholeSuccession(succession, members);
  return (
    <ActDrawer
      title={t('households:head.title')}
      explanation={t('households:head.text')}
      act={act}
      confirm={t('households:head.confirm')}
      isDirty={succession !== noSuccession}
      isReady={heir !== undefined && heir.headId !== oldHead?.id}
      onSubmit={() => heir !== undefined && act.submit(heir)}
      onClose={onClose}
    >
      <SuccessionFields
        members={members}
        oldHead={oldHead}
        value={succession}
        onChange={setSuccession}
      />
    </ActDrawer>
  );
}
