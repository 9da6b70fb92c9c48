import { useTranslation } from 'react-i18next';
import { formatInstant, formatNumber } from '../../../../platform/web/format.ts';
import { ScreenLink } from '../../../../platform/web/kit/links.tsx';
import { Figure, Section } from '../../../../platform/web/kit/page-header.tsx';
import { formatFilters } from '../../../households/model/index.ts';
import type { Figures, RunAnswer } from '../../model/contract.ts';
import { outcomeOf } from './outcome.ts';
import { ReasonsAndRows } from './reasons-and-rows.tsx';
import { heldBackIn } from './sum-reasons.ts';
import { TableFigures } from './table-figures.tsx';

/** What came of an import: figures, what was refused and why, and where to go on. */
export function ResultStage({ run }: { run: RunAnswer }) {
  const { figures } = run;
  if (figures === null) return null;
  return (
    <>
      <Outcome run={run} figures={figures} />
      <TableFigures tables={run.tables} />
      {run.tables.some(({ reasons }) => reasons.length > 0) && <ReasonsAndRows run={run} />}
    </>
  );
}

type OutcomeProperties = { run: RunAnswer; figures: Figures };

function Outcome({ run, figures }: OutcomeProperties) {
  const { t } = useTranslation();
  const outcome = outcomeOf(figures);
  const heldBack = heldBackIn(run.tables);
  return (
    <Section title={t(`intake-desk:outcome.${outcome}`)}>
      <p className="mb-intake-outcome-text">
        {t(`intake-desk:outcomeText.${outcome}`, {
          taken: formatNumber(figures.taken),
          unchanged: formatNumber(figures.unchanged),
          refused: formatNumber(figures.refused),
        })}
      </p>
      <div className="mb-intake-figures">
        <Figure
          label={t('intake-desk:figure.taken')}
          value={formatNumber(figures.taken)}
          note={t('intake-desk:figure.takenNote', {
            added: formatNumber(figures.added),
            changed: formatNumber(figures.changed),
          })}
        />
        <Figure
          label={t('intake-desk:figure.unchanged')}
          value={formatNumber(figures.unchanged)}
          note={t('intake-desk:figure.unchangedNote')}
        />
        <Figure
          label={t('intake-desk:figure.refused')}
          value={formatNumber(figures.refused)}
          note={t('intake-desk:figure.refusedNote', {
            faulty: formatNumber(figures.refused - heldBack),
            heldBack: formatNumber(heldBack),
          })}
        />
        <Figure
          label={t('intake-desk:figure.warned')}
          value={formatNumber(figures.warned)}
          note={t('intake-desk:figure.warnedNote')}
        />
      </div>
      {figures.taken > 0 && run.finishedAt !== null && (
        <p className="mb-intake-to">
          <ScreenLink to={changedHouseholds(run.finishedAt)}>
            {t('intake-desk:outcome.toHouseholds')}
          </ScreenLink>
        </p>
      )}
    </Section>
  );
}

/** The households that imports of that day changed. */
function changedHouseholds(at: string): string {
  const filters = formatFilters([
    { field: 'act.recordedOn', operator: 'in', values: [formatInstant(at).slice(0, 10)] },
    { field: 'act.batched', operator: 'in', values: ['true'] },
  ]);
  return `/households?${new URLSearchParams({ filters }).toString()}`;
}
