import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { ConfirmAct } from '../../../../platform/web/kit/confirm-act.tsx';
import type { RunAnswer } from '../../model/contract.ts';
import { allRunsKey, runKey } from '../intake-queries.ts';

type CancelActProperties = {
  run: RunAnswer;
  /** The button that asks for it. */
  children: ReactElement<{ onClick?: () => void }>;
};

/** Gives an import up before anything of it is on the register. */
export function CancelAct({ run, children }: CancelActProperties) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const cancel = async (): Promise<void> => {
    const path = { id: run.id };
    const after = await answer(api.POST('/api/intake/runs/{id}/cancel', { params: { path } }));
    queries.setQueryData(runKey(run.id), after);
    await queries.invalidateQueries({ queryKey: allRunsKey });
  };
  return (
    <ConfirmAct
      trigger={children}
      title={t('intake-desk:cancel.title')}
      explanation={t('intake-desk:cancel.text')}
      confirm={t('intake-desk:cancel.confirm')}
      isDangerous
      onConfirm={cancel}
    />
  );
}
