import { useBlocker } from '@tanstack/react-router';
import { Modal } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { thisYear } from '../../../../platform/web/format.ts';
import { useGo } from '../../../../platform/web/kit/links.tsx';
import { PageHeader } from '../../../../platform/web/kit/page-header.tsx';
import { newRequestId } from '../../../../platform/web/request-id.ts';
import { useOfficer } from '../../../../platform/web/session/officer.tsx';
import { addressOf } from '../household-queries.ts';
import { AddFooter } from './add-footer.tsx';
import { type Draft, isTouched, newDraft, type StepName } from './draft.ts';
import { HouseholdStep } from './household-step.tsx';
import { MembersStep } from './members-step.tsx';
import { PlaceStep } from './place-step.tsx';
import { Stepper } from './stepper.tsx';
import { SurveyStep } from './survey-step.tsx';
import { useAddHousehold } from './use-add-household.ts';
import '../households.css';

const VILLAGE_DIGITS = 12;
const STEP = 'add-step';

/** Begins a step at its top, for the eye and for the keyboard. */
function showStep(): void {
  window.scrollTo({ top: 0 });
  document.getElementById(STEP)?.focus({ preventScroll: true });
}

/** Writes a household down step by step: where it lives, the household, its members, its year. */
export function AddHouseholdPage() {
  const { t } = useTranslation();
  const go = useGo();
  const { posting } = useOfficer();
  const [step, setStep] = useState<StepName>('place');
  const goTo = (next: StepName): void => {
    setStep(next);
    requestAnimationFrame(() => showStep());
  };
  const [draft, setDraft] = useState<Draft>(() => {
    const own = posting?.regionCode;
    const villageCode = own?.length === VILLAGE_DIGITS ? own : undefined;
    return newDraft(newRequestId, { villageCode, year: thisYear() });
  });
  const change = useCallback(
    (changes: (draft: Draft) => Partial<Draft>) => setDraft((now) => ({ ...now, ...changes(now) })),
    [],
  );
  const adding = useAddHousehold(draft, (path) => go(addressOf(path)));
  const common = { draft, change, findings: adding.findings };
  return (
    <>
      <PageHeader
        back="/households"
        title={t('households:add.title')}
        description={t('households:add.text')}
      />
      <Stepper step={step} onStep={goTo} draft={draft} findings={adding.findings} />
      <section
        id={STEP}
        tabIndex={-1}
        className="mb-section mb-household-add"
        aria-label={t(`households:add.step.${step}`)}
      >
        {step === 'place' && <PlaceStep {...common} />}
        {step === 'household' && <HouseholdStep {...common} />}
        {step === 'members' && <MembersStep {...common} />}
        {step === 'survey' && <SurveyStep {...common} />}
      </section>
      <AddFooter draft={draft} step={step} onStep={goTo} adding={adding} />
      <LeaveGuard isDirty={isTouched(draft) && !adding.isDone} />
    </>
  );
}

/** Asks before what was written down is lost. */
function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  const { t } = useTranslation();
  const blocker = useBlocker({
    shouldBlockFn: () => isDirty,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  return (
    <Modal
      open={blocker.status === 'blocked'}
      title={t('households:form.discardTitle')}
      okText={t('households:form.discard')}
      okButtonProps={{ danger: true }}
      cancelText={t('households:form.stay')}
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      {t('households:form.discardText')}
    </Modal>
  );
}
