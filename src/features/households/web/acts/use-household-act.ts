import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { Refusal } from '../../../../platform/web/api.ts';
import { useAct } from '../../../../platform/web/kit/use-act.ts';
import { householdsKey, pathOf, readHousehold, type WholeHousehold } from '../household-queries.ts';

/** What every act says of itself beside what it does. */
export type Says = { version: number; requestId: string; reason?: string };

type Sent<Input> = { input: Input; version: number; reason: string };

export type HouseholdAct<Input> = {
  /** The household as it was when the form was opened or loaded anew. */
  seen: WholeHousehold;
  reason: string;
  setReason: (reason: string) => void;
  submit: (input: Input) => void;
  isSending: boolean;
  /** What went wrong with the last try; null if nothing did. */
  problem: unknown;
  /** True if somebody else changed the household since it was seen. */
  isOutdated: boolean;
  /** Reads the household anew; what was typed stays with the form. */
  reload: () => Promise<WholeHousehold>;
};

/** An act on a household that was seen at some version, with a reason, sent once. */
export function useHouseholdAct<Input, Output>(act: {
  whole: WholeHousehold;
  send: (input: Input, says: Says) => Promise<Output>;
  /** What to say when it is done. */
  done: string;
  onDone: (output: Output) => void;
}): HouseholdAct<Input> {
  const [seen, setSeen] = useState(act.whole);
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const { mutate, reset, isPending, error } = useAct<Sent<Input>, Output>({
    send: ({ input, version, reason: given }, requestId) =>
      act.send(input, { version, requestId, ...(given === '' ? {} : { reason: given }) }),
    refresh: [householdsKey],
    done: act.done,
    onDone: act.onDone,
  });
  const { version } = seen.household;
  const submit = (input: Input): void => mutate({ input, version, reason: reason.trim() });
  const reload = useCallback(async () => {
    const path = pathOf(seen.household);
    const fresh = await queries.fetchQuery({
      queryKey: [...householdsKey, path.county, path.id],
      queryFn: ({ signal }) => readHousehold(path, signal),
      staleTime: 0,
    });
    setSeen(fresh);
    reset();
    return fresh;
  }, [seen, queries, reset]);
  return {
    seen,
    reason,
    setReason,
    submit,
    isSending: isPending,
    problem: error,
    isOutdated: error instanceof Refusal && error.code === 'changedMeanwhile',
    reload,
  };
}
