import { RightOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, Refusal } from '../api.ts';
import { ProblemView } from '../kit/states.tsx';
import { type Answered, sendCredentials } from './sign-in-steps.tsx';

/** On a demonstration server: its people, each one click away. Elsewhere the server has no such list. */
export function DemonstrationAccounts({
  onAnswer,
}: {
  onAnswer: (answered: Answered) => Promise<void>;
}) {
  const { t } = useTranslation();
  const { data: accounts } = useQuery({
    queryKey: ['demonstration', 'accounts'],
    queryFn: async ({ signal }) => {
      try {
        return await answer(api.GET('/api/demonstration/accounts', { signal }));
      } catch (thrown) {
        if (thrown instanceof Refusal && thrown.status === 404) return [];
        throw thrown;
      }
    },
  });
  const enter = useMutation({
    mutationFn: async (account: { userName: string; password: string }) => {
      const { userName, password } = account;
      await onAnswer(await sendCredentials({ userName, password }));
    },
  });
  if (accounts === undefined || accounts.length === 0) return null;
  return (
    <section className="mb-demonstration" aria-labelledby="demonstration">
      <h2 id="demonstration">{t('shell:demonstration.title')}</h2>
      <p className="mb-soft">{t('shell:demonstration.text')}</p>
      <ul>
        {accounts.map((account) => (
          <li key={account.userName}>
            <button type="button" disabled={enter.isPending} onClick={() => enter.mutate(account)}>
              <span>
                <strong>{t(`shell:role.${account.role}`, { defaultValue: account.role })}</strong>
                <span>{account.regionName}</span>
                <code>{account.userName}</code>
              </span>
              <RightOutlined />
            </button>
          </li>
        ))}
      </ul>
      {enter.error !== null && <ProblemView problem={enter.error} />}
    </section>
  );
}
