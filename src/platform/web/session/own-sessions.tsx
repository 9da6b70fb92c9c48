import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api.ts';
import { ToneTag } from '../kit/codes.tsx';
import { ConfirmAct } from '../kit/confirm-act.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Section } from '../kit/page-header.tsx';
import { useAct } from '../kit/use-act.ts';
import { Instant } from '../kit/values.tsx';

const sessionsKey = ['account', 'sessions'] as const;

/** Where the account is signed in, and a way to end each of these sessions. */
export function OwnSessions() {
  const { t } = useTranslation();
  const sessions = useQuery({
    queryKey: sessionsKey,
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/account/sessions', { signal }))).sessions,
  });
  const end = useAct({
    send: (id: string) =>
      answer(api.DELETE('/api/account/sessions/{id}', { params: { path: { id } } })),
    refresh: [sessionsKey],
    done: t('shell:session.endDone'),
  });
  return (
    <Section title={t('shell:session.own')}>
      <Loaded query={sessions}>
        {(found) => (
          <ul className="mb-sessions">
            {found.map((session) => (
              <li key={session.id}>
                <div>
                  <strong>{session.device}</strong>
                  {session.current && <ToneTag tone="good">{t('shell:session.here')}</ToneTag>}
                  <p className="mb-soft">
                    {t('shell:session.lastSeen')} <Instant value={session.lastSeenAt} />
                  </p>
                </div>
                {!session.current && (
                  <ConfirmAct
                    trigger={<Button>{t('shell:session.end')}</Button>}
                    title={t('shell:session.endTitle')}
                    explanation={t('shell:session.endText')}
                    confirm={t('shell:session.end')}
                    isDangerous
                    onConfirm={() => end.mutateAsync(session.id)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}
