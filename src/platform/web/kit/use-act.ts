import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useRef } from 'react';
import { isOutcomeUnknown } from '../api.ts';
import { newRequestId } from '../request-id.ts';

type Attempt = { input: string; requestId: string };

/**
 * One request id per submitted input. The same id is given again while the same input is sent again
 * and it is unknown whether the server took it; `settle` ends that.
 */
export function useRequestId(): {
  requestIdFor: (input: unknown) => string;
  settle: () => void;
} {
  const attempt = useRef<Attempt>(undefined);
  const requestIdFor = useCallback((input: unknown) => {
    const text = JSON.stringify(input) ?? '';
    if (attempt.current?.input !== text) {
      attempt.current = { input: text, requestId: newRequestId() };
    }
    return attempt.current.requestId;
  }, []);
  const settle = useCallback(() => {
    attempt.current = undefined;
  }, []);
  return { requestIdFor, settle };
}

type Act<Input, Output> = {
  send: (input: Input, requestId: string) => Promise<Output>;
  /** Query keys to load again afterwards. */
  refresh?: readonly (readonly unknown[])[];
  /** What to say when it is done. */
  done?: string;
  onDone?: (output: Output) => void;
};

/** Something written: sent with a request id, said when done, and what it changed loaded again. */
export function useAct<Input, Output>(
  act: Act<Input, Output>,
): UseMutationResult<Output, unknown, Input> {
  const { requestIdFor, settle } = useRequestId();
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useMutation<Output, unknown, Input>({
    mutationFn: (input) => act.send(input, requestIdFor(input)),
    onError: (thrown) => {
      if (!isOutcomeUnknown(thrown)) settle();
    },
    onSuccess: async (output) => {
      settle();
      if (act.done !== undefined) void message.success(act.done);
      await Promise.all(
        (act.refresh ?? []).map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
      act.onDone?.(output);
    },
  });
}
