import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, given } from '../../../../platform/web/api.ts';
import { Loaded } from '../../../../platform/web/kit/loaded.tsx';
import { PageHeader } from '../../../../platform/web/kit/page-header.tsx';
import { RegionPicker } from '../../../../platform/web/kit/region-picker.tsx';
import { saveFile } from '../../../../platform/web/kit/save-file.ts';
import { useProblemSentence } from '../../../../platform/web/kit/states.tsx';
import { usePathParameter } from '../../../../platform/web/kit/use-path-parameter.ts';
import { useUrlState } from '../../../../platform/web/kit/use-url-state.ts';
import { ClauseDrawer } from '../drawer/clause-drawer.tsx';
import { addressed, type Status, useStatus } from '../policy-queries.ts';
import { useSay } from '../words.ts';
import { ClauseList } from './clause-list.tsx';
import { Departments } from './departments.tsx';
import { DocumentHead } from './document-head.tsx';
import { FilterRow } from './filter-row.tsx';
import { clausesWanted, wantedOf } from './filters.ts';
import { Legend } from './legend.tsx';
import '../policies.css';

/** The document as the dashboard: clause by clause what carries it out, who leads, and how it stands today. */
export function DocumentPage() {
  const { t } = useTranslation();
  const say = useSay();
  const pack = usePathParameter('pack');
  const [state, change] = useUrlState();
  const status = useStatus(pack, state['region']);
  return (
    <div className="mb-policy">
      <PageHeader
        title={status.data === undefined ? t('policies:page.title') : say(status.data.pack.title)}
        description={status.data !== undefined && <About status={status.data} />}
        back="/policies"
        actions={status.data !== undefined && <Actions status={status.data} change={change} />}
      />
      <Loaded query={status}>{(found) => <Document status={found} />}</Loaded>
    </div>
  );
}

function Document({ status }: { status: Status }) {
  const [state, change] = useUrlState();
  const wanted = wantedOf(state);
  const clauses = clausesWanted(status, wanted);
  const open = (clause: string | undefined): void =>
    change({ clause }, { replace: clause === undefined });
  return (
    <>
      <DocumentHead
        status={status}
        light={wanted.light}
        choose={(light) => change({ light, show: undefined })}
      />
      <FilterRow status={status} wanted={wanted} shown={clauses.length} change={change} />
      <ClauseList
        status={status}
        clauses={clauses}
        current={state['clause']}
        open={open}
        clear={() =>
          change({ show: undefined, light: undefined, department: undefined, text: undefined })
        }
      />
      <Departments status={status} choose={(department) => change({ department })} />
      <Legend />
      <ClauseDrawer status={status} clauses={clauses} current={state['clause']} open={open} />
    </>
  );
}

function About({ status }: { status: Status }) {
  const { t } = useTranslation();
  const say = useSay();
  const { pack, followed, isFollowed } = status;
  const validity =
    pack.until === null
      ? t('policies:library.since', { from: pack.from })
      : t('policies:library.sinceUntil', { from: pack.from, until: pack.until });
  const standing = isFollowed ? (
    <span className="mb-policy-followed">{t('policies:page.followed')}</span>
  ) : (
    <span className="mb-policy-other">
      {followed === null
        ? t('policies:page.followsNone')
        : t('policies:page.notFollowed', { title: say(followed.title) })}
    </span>
  );
  return (
    <>
      {say(pack.issuer)} · {validity} ·{' '}
      {t('policies:page.asOf', { region: status.region.name, day: status.on })} · {standing}
    </>
  );
}

type ActionsProperties = {
  status: Status;
  change: (change: Record<string, string | undefined>) => void;
};

function Actions({ status, change }: ActionsProperties) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const sentence = useProblemSentence();
  const region = addressed(status.region.code);
  const download = useMutation({
    mutationFn: async () =>
      await saveFile(
        api.GET('/api/policies/{pack}/export', {
          params: { path: { pack: status.pack.id }, query: given({ region }) },
          parseAs: 'blob',
        }),
      ),
    onSuccess: () => void message.success(t('policies:page.exported')),
    onError: (problem) => void message.error(sentence(problem)),
  });
  return (
    <>
      <RegionChoice status={status} change={(code) => change({ region: code })} />
      <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
        {t('shell:do.print')}
      </Button>
      <Button
        icon={<DownloadOutlined />}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        {t('policies:page.export')}
      </Button>
    </>
  );
}

/** Where a document holds in a few places, these are the choice; else any place within reach. */
function RegionChoice({
  status,
  change,
}: {
  status: Status;
  change: (code: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const { region, regions } = status;
  const label = t('policies:page.region');
  const isOneOfFew = regions.length > 1 && regions.some(({ code }) => code === region.code);
  if (isOneOfFew) {
    return (
      <Select<string>
        className="mb-policy-region"
        aria-label={label}
        value={region.code}
        onChange={change}
        options={regions.map(({ code, name }) => ({ value: code, label: name }))}
        popupMatchSelectWidth={false}
      />
    );
  }
  return (
    <div className="mb-policy-region">
      <RegionPicker aria-label={label} value={region.code} onChange={change} />
    </div>
  );
}
