import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOfficer } from './officer.tsx';
import { reportSessionRenewed } from './session-ended.ts';
import { SignInSteps } from './sign-in-steps.tsx';

/** Signs in again over the open page, so that nothing typed is lost when a session ends. */
export function SessionEndedDialog() {
  const { t } = useTranslation();
  const { userName } = useOfficer();
  const queries = useQueryClient();
  const leave = (): void => {
    reportSessionRenewed();
    globalThis.location.assign('/sign-in');
  };
  const renewed = async (): Promise<void> => {
    reportSessionRenewed();
    await queries.invalidateQueries();
  };
  return (
    <Modal
      open
      title={t('shell:session.ended')}
      footer={null}
      onCancel={leave}
      mask={{ closable: false }}
    >
      <p className="mb-dialog-text">{t('shell:session.endedText')}</p>
      <SignInSteps first="credentials" userName={userName} onDone={renewed} />
    </Modal>
  );
}
