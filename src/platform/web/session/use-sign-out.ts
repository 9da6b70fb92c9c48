import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { answer, api } from '../api.ts';
import { useProblemSentence } from '../kit/states.tsx';

/** Ends the session on the server first; only then is the screen left. */
export function useSignOut(): { signOut: () => void } {
  const { message } = App.useApp();
  const sentence = useProblemSentence();
  const end = useMutation({
    mutationFn: () => answer(api.DELETE('/api/session')),
    // A fresh load: nothing that the officer saw stays in memory.
    onSuccess: () => globalThis.location.assign('/sign-in'),
    onError: (thrown) => void message.error(sentence(thrown)),
  });
  return { signOut: () => end.mutate() };
}
