import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { answer, api } from '../api.ts';
import { useProblemSentence } from '../kit/states.tsx';
import { sessionQuery } from './session-query.ts';

/** Ends the session on the server first; only then is the screen cleared. */
export function useSignOut(): { signOut: () => void } {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const sentence = useProblemSentence();
  const end = useMutation({
    mutationFn: () => answer(api.DELETE('/api/session')),
    onSuccess: async () => {
      await navigate({ to: '/sign-in' });
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, null);
    },
    onError: (thrown) => void message.error(sentence(thrown)),
  });
  return { signOut: () => end.mutate() };
}
