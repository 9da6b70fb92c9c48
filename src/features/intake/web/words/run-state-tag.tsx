import { useTranslation } from 'react-i18next';
import { ToneTag } from '../../../../platform/web/kit/codes.tsx';
import type { RunState } from '../../model/states.ts';

const tones = {
  mapping: 'warn',
  queued: 'accent',
  checking: 'accent',
  taking: 'accent',
  done: 'good',
  refused: 'bad',
  cancelled: 'plain',
  failed: 'bad',
} as const satisfies Record<RunState, string>;

/** Where an import stands, as a tag. */
export function RunStateTag({ state }: { state: RunState }) {
  const { t } = useTranslation();
  return <ToneTag tone={tones[state]}>{t(`intake-desk:state.${state}`)}</ToneTag>;
}
