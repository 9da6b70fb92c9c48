import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { useAct } from '../../../../platform/web/kit/use-act.ts';
import { type HouseholdPath, householdsKey, readHousehold } from '../household-queries.ts';
import { type Finding, findingsOf } from '../words/findings.ts';
import { bodyOf, type Draft, surveyBodyOf } from './draft.ts';

export type Adding = {
  reason: string;
  setReason: (reason: string) => void;
  save: () => void;
  isSending: boolean;
  problem: unknown;
  findings: readonly Finding[];
  /** Where the household is, once it is on the register; its survey may still be refused. */
  added: HouseholdPath | undefined;
  isDone: boolean;
};

type Sent = { body: ReturnType<typeof bodyOf>; reason: string };
type SentSurvey = { path: HouseholdPath; draft: Draft; reason: string };

/** Sends the household, then its survey. Each is recorded once, however often it is sent. */
export function useAddHousehold(draft: Draft, onDone: (path: HouseholdPath) => void): Adding {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [added, setAdded] = useState<HouseholdPath>();
  const [isDone, setDone] = useState(false);
  const finish = (path: HouseholdPath): void => {
    setDone(true);
    // The page is left only after it knows that nothing is lost by it.
    setTimeout(() => onDone(path));
  };
  const survey = useAct<SentSurvey, HouseholdPath>({
    send: sendSurvey,
    refresh: [householdsKey],
    onDone: finish,
  });
  const household = useAct<Sent, HouseholdPath>({
    send: sendHousehold,
    refresh: [householdsKey],
    done: t('households:add.done'),
    onDone: (path) => {
      setAdded(path);
      if (surveyBodyOf(draft) === undefined) finish(path);
      else survey.mutate({ path, draft, reason: reason.trim() });
    },
  });
  const save = (): void => {
    const given = reason.trim();
    if (added === undefined) household.mutate({ body: bodyOf(draft), reason: given });
    else survey.mutate({ path: added, draft, reason: given });
  };
  const problem = survey.error ?? household.error;
  return {
    reason,
    setReason,
    save,
    isSending: household.isPending || survey.isPending,
    problem,
    findings: findingsOf(problem),
    added,
    isDone,
  };
}

async function sendHousehold({ body, reason }: Sent, requestId: string): Promise<HouseholdPath> {
  const says = { requestId, ...(reason === '' ? {} : { reason }) };
  return await answer(api.POST('/api/households', { body: { ...body, ...says } as never }));
}

async function sendSurvey(
  { path, draft, reason }: SentSurvey,
  requestId: string,
): Promise<HouseholdPath> {
  const { household } = await readHousehold(path);
  return await answer(
    api.PUT('/api/households/{county}/{id}/surveys/{year}', {
      params: { path: { ...path, year: draft.surveyYear } },
      body: {
        requestId,
        version: household.version,
        surveyId: draft.surveyId,
        facts: surveyBodyOf(draft) ?? {},
        ...(reason === '' ? {} : { reason }),
      },
    }),
  );
}
