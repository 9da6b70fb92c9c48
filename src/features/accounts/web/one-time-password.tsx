import { CopyOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

type OneTimePasswordProperties = {
  userName: string;
  displayName: string;
  password: string;
  onClose: () => void;
};

/** Shows a one-time password. It cannot be shown again, so a click beside the dialog does not close it. */
export function OneTimePassword(properties: OneTimePasswordProperties) {
  const { userName, displayName, password, onClose } = properties;
  const { t } = useTranslation();
  return (
    <Modal
      open
      title={t('accounts:oneTimePassword.title')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('accounts:oneTimePassword.close')}
        </Button>
      }
    >
      <p className="mb-dialog-text">{t('accounts:oneTimePassword.text', { displayName })}</p>
      <dl className="mb-one-time">
        <dt>{t('accounts:field.userName')}</dt>
        <dd>{userName}</dd>
        <dt>{t('accounts:oneTimePassword.password')}</dt>
        <dd>
          <CopyableText text={password} />
        </dd>
      </dl>
    </Modal>
  );
}

/**
 * A text to be taken along. Browsers let pages write to the clipboard on https only, and offices
 * start on plain http: there the text is marked, ready for the copy key.
 */
function CopyableText({ text }: { text: string }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const code = useRef<HTMLElement>(null);
  const mark = (): void => {
    if (code.current !== null) getSelection()?.selectAllChildren(code.current);
    setSaid(t('accounts:oneTimePassword.marked'));
  };
  const copy = (): void => {
    if (!isSecureContext) {
      mark();
      return;
    }
    navigator.clipboard
      .writeText(text)
      .then(() => setSaid(t('accounts:oneTimePassword.copied')), mark);
  };
  return (
    <>
      <code ref={code}>{text}</code>
      <Button size="small" icon={<CopyOutlined />} onClick={copy}>
        {t('accounts:oneTimePassword.copy')}
      </Button>
      <span role="status" className="mb-soft">
        {said}
      </span>
    </>
  );
}
