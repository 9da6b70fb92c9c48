import { App, Button, Drawer } from 'antd';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemView } from '../../../../platform/web/kit/states.tsx';
import { usePhone } from '../../../../platform/web/theme/use-theme.tsx';
import { ReasonField } from '../form/reason-field.tsx';
import type { WholeHousehold } from '../household-queries.ts';
import { type Finding, findingsOf } from '../words/findings.ts';
import { ChangedByOthers, ConflictNotice, useChangedByOthers } from './conflict-notice.tsx';
import { FindingList } from './finding-list.tsx';
import type { HouseholdAct } from './use-household-act.ts';

type ActDrawerProperties = {
  title: string;
  /** What the act means, in a sentence. */
  explanation?: string;
  act: HouseholdAct<never>;
  /** What the saving button says: the deed. */
  confirm: string;
  isDangerous?: boolean;
  reason?: 'required' | 'optional';
  /** Something was typed that closing would lose. */
  isDirty: boolean;
  /** All that is needed is there. */
  isReady: boolean;
  onSubmit: () => void;
  onClose: () => void;
  /** Carries the fresh household into the form; answers the names of fields that others changed. */
  onReloaded?: (fresh: WholeHousehold) => readonly string[];
  wide?: boolean;
  children: ReactNode;
};

/** The frame of every act on a household: form, reason, what stands in the way, and the deed. */
export function ActDrawer(properties: ActDrawerProperties) {
  const { title, explanation, act, isDirty, onClose, wide = false } = properties;
  const { t } = useTranslation();
  const isPhone = usePhone();
  const { modal } = App.useApp();
  const formId = useId();
  const width = wide ? 760 : 560;
  const [changed, setChanged] = useChangedByOthers();
  const close = (): void => {
    if (!isDirty) {
      onClose();
      return;
    }
    modal.confirm({
      title: t('households:form.discardTitle'),
      content: t('households:form.discardText'),
      okText: t('households:form.discard'),
      okButtonProps: { danger: true },
      cancelText: t('households:form.stay'),
      onOk: onClose,
    });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    properties.onSubmit();
  };
  return (
    <Drawer
      open
      title={title}
      onClose={close}
      size={isPhone ? '100%' : width}
      mask={{ closable: !isDirty }}
      className="mb-household-drawer"
      footer={
        <Footer
          {...properties}
          formId={formId}
          onCancel={close}
          onReload={async () => {
            const fresh = await act.reload();
            setChanged(properties.onReloaded?.(fresh) ?? []);
            return [];
          }}
        />
      }
    >
      {explanation !== undefined && <p className="mb-dialog-text">{explanation}</p>}
      {changed !== undefined && <ChangedByOthers labels={changed} />}
      <form id={formId} onSubmit={submit} noValidate>
        {properties.children}
      </form>
    </Drawer>
  );
}

type FooterProperties = ActDrawerProperties & {
  formId: string;
  onCancel: () => void;
  onReload: () => Promise<readonly string[]>;
};

function Footer(properties: FooterProperties) {
  const { act, confirm, formId, isDangerous = false, isReady, onCancel, onReload } = properties;
  const { reason = 'optional' } = properties;
  const { t } = useTranslation();
  const findings = findingsOf(act.problem);
  const mustExplain = findings.length > 0 && findings.every(({ level }) => level !== 'E');
  const isReasonMissing = (reason === 'required' || mustExplain) && act.reason.trim() === '';
  return (
    <div className="mb-household-footer">
      <WhatStandsInTheWay act={act} findings={findings} onReload={onReload} />
      <ReasonField of={act} isRequired={reason === 'required' || mustExplain} />
      <div className="mb-household-buttons">
        <Button onClick={onCancel}>{t('shell:do.cancel')}</Button>
        <Button
          type="primary"
          htmlType="submit"
          form={formId}
          danger={isDangerous}
          loading={act.isSending}
          disabled={!isReady || isReasonMissing || act.isOutdated}
        >
          {confirm}
        </Button>
      </div>
    </div>
  );
}

type WayProperties = {
  act: HouseholdAct<never>;
  findings: readonly Finding[];
  onReload: () => Promise<readonly string[]>;
};

function WhatStandsInTheWay({ act, findings, onReload }: WayProperties) {
  if (act.problem === null || act.problem === undefined) return null;
  if (act.isOutdated) return <ConflictNotice onReload={onReload} />;
  if (findings.length === 0) return <ProblemView problem={act.problem} />;
  return <FindingList findings={findings} nameOf={(finding) => memberName(act.seen, finding)} />;
}

function memberName(whole: WholeHousehold, { subjectId }: Finding): string | undefined {
  return whole.persons.find(({ id }) => id === subjectId)?.name ?? undefined;
}
