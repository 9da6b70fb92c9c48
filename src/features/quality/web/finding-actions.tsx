import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  levelOf,
  type Level as OfficeLevel,
  parseRegionCode,
} from '../../../kernel/region-code.ts';
import { answer, api } from '../../../platform/web/api.ts';
import { ToneTag } from '../../../platform/web/kit/codes.tsx';
import { ConfirmAct } from '../../../platform/web/kit/confirm-act.tsx';
import { useAct } from '../../../platform/web/kit/use-act.ts';
import { Absent } from '../../../platform/web/kit/values.tsx';
import { useMay, useOfficer } from '../../../platform/web/session/officer.tsx';
import type { FindingView } from '../model/contract.ts';
import { mayExempt } from '../model/exemption-rights.ts';
import { ExemptDialog } from './exempt-dialog.tsx';
import { useLookAgain } from './quality-queries.ts';

/** How a finding stands, and what this officer may do about it. */
export function FindingActions({ finding }: { finding: FindingView }) {
  const { t } = useTranslation();
  const may = useMay();
  const office = useOffice();
  const mayExplain = may('quality.explain');
  if (finding.state !== 'open') return <Settled finding={finding} />;
  const canExplain = mayExplain && finding.level === 'W';
  // A hint asks for nothing, so there is nothing to be let off from.
  const canExempt =
    mayExplain && finding.level !== 'I' && office !== undefined && mayExempt(office, finding.level);
  if (!canExplain && !canExempt)
    return <span className="mb-soft">{t(`quality-desk:toDo.${finding.level}`)}</span>;
  return (
    <div className="mb-quality-actions">
      {canExplain && <Explain finding={finding} />}
      {canExempt && <Exempt finding={finding} />}
    </div>
  );
}

/** The level of the office that the officer acts for. */
function useOffice(): OfficeLevel | undefined {
  const { posting } = useOfficer();
  const code = posting === null ? undefined : parseRegionCode(posting.regionCode);
  return code === undefined ? undefined : levelOf(code);
}

function Explain({ finding }: { finding: FindingView }) {
  const { t } = useTranslation();
  const lookAgain = useLookAgain();
  const path = { county: finding.county, id: finding.id };
  const explain = useAct({
    send: (reason: string, requestId) =>
      answer(
        api.POST('/api/quality/findings/{county}/{id}/explain', {
          params: { path },
          body: { requestId, reason },
        }),
      ),
    done: t('quality-desk:explain.done'),
    onDone: lookAgain,
  });
  return (
    <ConfirmAct
      trigger={<Button size="small">{t('quality-desk:explain.open')}</Button>}
      title={t('quality-desk:explain.title')}
      explanation={t('quality-desk:explain.text')}
      confirm={t('quality-desk:explain.go')}
      reason="required"
      onConfirm={async (reason) => await explain.mutateAsync(reason)}
    />
  );
}

function Exempt({ finding }: { finding: FindingView }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('quality-desk:exempt.open')}
      </Button>
      {isOpen && <ExemptDialog finding={finding} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Who settled it, why, and until when. */
function Settled({ finding }: { finding: FindingView }) {
  const { t } = useTranslation();
  const { explanation, exemption, state } = finding;
  const said = exemption ?? explanation;
  return (
    <div className="mb-quality-settled">
      <ToneTag tone="good">{t(`quality-desk:state.${state}`)}</ToneTag>
      {said === null ? <Absent /> : <Said by={said.by} reason={said.reason} />}
      {exemption !== null && (
        <>
          <p className="mb-soft">
            {exemption.until === null
              ? t('quality-desk:findings.forever')
              : t('quality-desk:findings.until', { until: exemption.until })}
          </p>
          <EndExemption county={finding.county} id={exemption.id} />
        </>
      )}
    </div>
  );
}

function Said({ by, reason }: { by: string | null; reason: string }) {
  const { t } = useTranslation();
  const words = by === null ? reason : t('quality-desk:findings.reasonBy', { by, reason });
  return <p className="mb-plain">{words}</p>;
}

function EndExemption({ county, id }: { county: string; id: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const office = useOffice();
  const lookAgain = useLookAgain();
  const end = useAct({
    send: (_nothing: string, requestId) =>
      answer(
        api.POST('/api/quality/exemptions/{county}/{id}/end', {
          params: { path: { county, id } },
          body: { requestId },
        }),
      ),
    done: t('quality-desk:end.done'),
    onDone: lookAgain,
  });
  if (!may('quality.explain') || office === undefined || !mayExempt(office, 'W')) return null;
  return (
    <ConfirmAct
      trigger={<Button size="small">{t('quality-desk:end.open')}</Button>}
      title={t('quality-desk:end.title')}
      explanation={t('quality-desk:end.text')}
      confirm={t('quality-desk:end.open')}
      onConfirm={async (reason) => await end.mutateAsync(reason)}
    />
  );
}
