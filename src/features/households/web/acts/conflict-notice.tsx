import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRun } from '../../../../platform/web/kit/confirm-act.tsx';
import { ProblemView } from '../../../../platform/web/kit/states.tsx';

type ConflictNoticeProperties = {
  /** Loads the household anew under the form; answers the names of fields that others changed. */
  onReload: () => Promise<readonly string[]>;
};

/** Somebody else was faster: nothing was saved, nothing typed is lost, and here is how to go on. */
export function ConflictNotice({ onReload }: ConflictNoticeProperties) {
  const { t } = useTranslation();
  const { run, isRunning, problem } = useRun(() => undefined);
  return (
    <div className="mb-household-findings mb-household-findings-warn" role="alert">
      <p>{t('households:conflict.text')}</p>
      <Button type="primary" loading={isRunning} onClick={() => run(onReload)}>
        {t('households:conflict.reload')}
      </Button>
      {problem !== undefined && <ProblemView problem={problem} />}
    </div>
  );
}

/** Says after loading anew what others had changed. */
export function ChangedByOthers({ labels }: { labels: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <div className="mb-household-findings mb-household-findings-plain" role="status">
      <p>
        {labels.length === 0
          ? t('households:conflict.elsewhere')
          : t('households:conflict.changed', { fields: labels.join(t('households:listComma')) })}
      </p>
    </div>
  );
}

/** The fields that others changed, once the form was loaded anew; undefined before. */
export function useChangedByOthers(): [
  readonly string[] | undefined,
  (labels: readonly string[]) => void,
] {
  return useState<readonly string[]>();
}
