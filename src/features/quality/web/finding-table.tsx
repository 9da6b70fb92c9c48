import { useTranslation } from 'react-i18next';
import { answer, api, given } from '../../../platform/web/api.ts';
import { ToneTag } from '../../../platform/web/kit/codes.tsx';
import { type Column, DataTable } from '../../../platform/web/kit/data-table.tsx';
import { EmptyState } from '../../../platform/web/kit/states.tsx';
import type { Filter } from '../../../platform/web/kit/table-filters.tsx';
import type { TableView } from '../../../platform/web/kit/table-view.ts';
import { Day } from '../../../platform/web/kit/values.tsx';
import { type FindingView, findingStates, type SummaryAnswer } from '../model/contract.ts';
import { FindingActions } from './finding-actions.tsx';
import { toneOf, useAbout, useSentence } from './finding-words.ts';
import { choiceOf, levels } from './quality-queries.ts';

type FindingTableProperties = {
  /** Chosen outside of the table, so that a region without findings is no search without hits. */
  region: string | undefined;
  /** The rules that have findings, to choose from. */
  rules: SummaryAnswer['rules'];
  explain: (rule: string) => void;
};

/** The findings one by one; each opens its household. */
export function FindingTable({ region, rules, explain }: FindingTableProperties) {
  const { t } = useTranslation();
  return (
    <DataTable<FindingView>
      name="quality"
      caption={t('quality-desk:findings.caption')}
      queryKey={['quality', 'findings', region]}
      load={async (view, signal) => await loadFindings({ region, view }, signal)}
      rowKey={(finding) => finding.id}
      open={({ county, household }) => `/households/${county}/${household.id}`}
      filters={useFilters(rules)}
      columns={useColumns(explain)}
      empty={
        <EmptyState
          title={t('quality-desk:findings.none')}
          description={t('quality-desk:findings.noneText')}
        />
      }
    />
  );
}

async function loadFindings(
  { region, view }: { region: string | undefined; view: TableView },
  signal: AbortSignal,
) {
  const choice = choiceOf({ ...view.filters, region });
  const query = given({ ...choice, page: view.page, size: view.size });
  return await answer(api.GET('/api/quality/findings', { params: { query }, signal }));
}

function useFilters(rules: SummaryAnswer['rules']): readonly Filter[] {
  const { t } = useTranslation();
  const ids = [...new Set(rules.map(({ ruleId }) => ruleId))];
  return [
    {
      kind: 'choice',
      key: 'rule',
      label: t('quality-desk:filter.rule'),
      choices: ids.map((id) => ({ value: id, label: `${id} ${t(`quality:${id}.title`)}` })),
    },
    {
      kind: 'choice',
      key: 'level',
      label: t('quality-desk:filter.level'),
      choices: levels.map((value) => ({ value, label: t(`quality-desk:levelShort.${value}`) })),
    },
    {
      kind: 'choice',
      key: 'state',
      label: t('quality-desk:filter.state'),
      choices: [...findingStates, 'all'].map((value) => ({
        value,
        label: t(`quality-desk:state.${value}`),
      })),
    },
  ];
}

function useColumns(explain: (rule: string) => void): Column<FindingView>[] {
  const { t } = useTranslation();
  const about = useAbout();
  return [
    {
      key: 'household',
      title: t('quality-desk:findings.household'),
      render: ({ household }) => household.headName,
    },
    {
      key: 'village',
      title: t('quality-desk:findings.village'),
      render: ({ household }) => household.villageName,
    },
    { key: 'about', title: t('quality-desk:findings.about'), render: about },
    {
      key: 'finding',
      title: t('quality-desk:findings.finding'),
      render: (finding) => <FindingText finding={finding} explain={explain} />,
    },
    {
      key: 'number',
      title: t('quality-desk:findings.number'),
      render: ({ household }) => <span className="mb-number">{household.number}</span>,
      optional: true,
    },
    {
      key: 'foundOn',
      title: t('quality-desk:findings.foundOn'),
      render: ({ foundOn }) => <Day value={foundOn} />,
      optional: true,
    },
    {
      key: 'state',
      title: t('quality-desk:findings.state'),
      render: (finding) => <FindingActions finding={finding} />,
    },
  ];
}

function FindingText({
  finding,
  explain,
}: {
  finding: FindingView;
  explain: (rule: string) => void;
}) {
  const { t } = useTranslation();
  const { ruleId, level } = finding;
  return (
    <div className="mb-quality-finding">
      <div className="mb-quality-rule">
        <ToneTag tone={toneOf[level]}>{t(`quality-desk:levelShort.${level}`)}</ToneTag>
        <button type="button" className="mb-quality-link" onClick={() => explain(ruleId)}>
          {t('quality-desk:rule.title', { rule: ruleId, title: t(`quality:${ruleId}.title`) })}
        </button>
      </div>
      <p className="mb-plain">{useSentence()(finding)}</p>
    </div>
  );
}
