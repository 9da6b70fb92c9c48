import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeTag } from '../../../../platform/web/kit/codes.tsx';
import type { Column } from '../../../../platform/web/kit/data-table.tsx';
import { Absent, Instant, Money } from '../../../../platform/web/kit/values.tsx';
import type { ListedHousehold } from '../household-queries.ts';
import { statusTones, typeTones } from '../words/tones.ts';

type Tones = Readonly<Record<string, 'plain' | 'good' | 'warn' | 'bad' | 'accent' | 'seal'>>;

type Columns = readonly Column<ListedHousehold>[];

/** The columns of the list. Their keys are the fields that the server sorts by. */
export function useListColumns(): Columns {
  const { t } = useTranslation();
  return useMemo(() => [...whoAndWhere(t), ...onTheRegister(t), ...lately(t)], [t]);
}

function whoAndWhere(t: TFunction): Columns {
  return [
    {
      key: 'household.headName',
      title: t('fields:household.headName'),
      render: ({ headName }) => headName,
      sortable: true,
      width: 120,
    },
    {
      key: 'household.number',
      title: t('fields:household.number'),
      render: ({ number }) => <span className="mb-number">{number}</span>,
      sortable: true,
      width: 150,
    },
    {
      key: 'village',
      title: t('households:list.village'),
      render: ({ villageName }) => villageName,
      width: 130,
    },
    {
      key: 'household.presentMembers',
      title: t('households:list.people'),
      render: ({ memberCount }) => memberCount ?? <Absent />,
      sortable: true,
      align: 'end',
      width: 80,
    },
  ];
}

function onTheRegister(t: TFunction): Columns {
  return [
    {
      key: 'household.householdType',
      title: t('fields:household.householdType'),
      render: ({ householdType }) => coded('householdType', householdType, typeTones),
      sortable: true,
      width: 120,
    },
    {
      key: 'household.povertyStatus',
      title: t('fields:household.povertyStatus'),
      render: ({ povertyStatus }) => coded('povertyStatus', povertyStatus, statusTones),
      sortable: true,
      width: 130,
    },
    {
      key: 'household.mainCause',
      title: t('fields:household.mainCause'),
      render: ({ mainCause }) =>
        mainCause === null ? <Absent /> : t(`codes:povertyCause.${mainCause}`),
      sortable: true,
      width: 130,
    },
    {
      key: 'survey.incomePerHeadFen',
      title: t('fields:survey.incomePerHeadFen'),
      render: ({ incomePerHeadFen }) => <Money fen={incomePerHeadFen} />,
      sortable: true,
      align: 'end',
      width: 130,
    },
  ];
}

/** Off until the reader chooses them. */
function lately(t: TFunction): Columns {
  return [
    {
      key: 'survey.year',
      title: t('households:list.surveyYear'),
      render: ({ surveyYear }) => surveyYear ?? <Absent />,
      sortable: true,
      align: 'end',
      width: 90,
      optional: true,
    },
    {
      key: 'household.changedOn',
      title: t('households:list.changed'),
      render: ({ updatedAt }) => <Instant value={updatedAt} />,
      sortable: true,
      width: 150,
      optional: true,
    },
    {
      key: 'household.status',
      title: t('households:list.status'),
      render: ({ status }) => <CodeTag list="householdStatus" code={status} />,
      width: 100,
      optional: true,
    },
  ];
}

function coded(list: string, code: string | null, tones: Tones) {
  return <CodeTag list={list} code={code} tone={tones[code ?? ''] ?? 'plain'} />;
}
