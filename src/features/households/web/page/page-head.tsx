import {
  CopyOutlined,
  DownOutlined,
  EditOutlined,
  EyeInvisibleOutlined,
  EyeOutlined,
  PrinterOutlined,
} from '@ant-design/icons';
import { App, Button, Dropdown, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeTag, ToneTag } from '../../../../platform/web/kit/codes.tsx';
import { ScreenLink, useGo } from '../../../../platform/web/kit/links.tsx';
import { PageHeader } from '../../../../platform/web/kit/page-header.tsx';
import { PurposeDialog } from '../../../../platform/web/kit/purpose-dialog.tsx';
import { RegionPath } from '../../../../platform/web/kit/region-picker.tsx';
import { Day } from '../../../../platform/web/kit/values.tsx';
import { useMay } from '../../../../platform/web/session/officer.tsx';
import { type ActToDo, useActs } from '../acts/open-act.tsx';
import {
  addressOf,
  pathOf,
  presentOf,
  useFindings,
  type WholeHousehold,
} from '../household-queries.ts';
import { statusTones, typeTones } from '../words/tones.ts';
import { showSection } from './anchors.tsx';
import { LastChange } from './last-change.tsx';
import { Overview } from './overview.tsx';
import { useSensitive } from './sensitive.tsx';

/** Who this household is, where it is, what it is on the register, and what can be done. */
export function HouseholdHead({ whole }: { whole: WholeHousehold }) {
  const { t } = useTranslation();
  const { household } = whole;
  return (
    <>
      <PageHeader
        back="/households"
        title={t('households:page.heading', { name: household.headName })}
        description={<Whereabouts whole={whole} />}
        actions={<HeadActions whole={whole} />}
      />
      {household.status === 'closed' ? <ClosedNotice whole={whole} /> : <Overview whole={whole} />}
    </>
  );
}

function Whereabouts({ whole }: { whole: WholeHousehold }) {
  const { household } = whole;
  return (
    <span className="mb-household-where">
      <CopyableNumber number={household.number ?? ''} />
      <span>
        <RegionPath code={household.villageCode} />
        {household.villageGroup !== null && <> {household.villageGroup}</>}
      </span>
      <span className="mb-household-tags">
        <Tags whole={whole} />
      </span>
      <LastChange whole={whole} />
    </span>
  );
}

function Tags({ whole }: { whole: WholeHousehold }) {
  const { householdType, povertyStatus, monitoredCategory, status } = whole.household;
  return (
    <>
      {status === 'closed' && <CodeTag list="householdStatus" code={status} tone="bad" />}
      {householdType !== null && (
        <CodeTag list="householdType" code={householdType} tone={typeTones[householdType]} />
      )}
      {povertyStatus !== null && (
        <CodeTag list="povertyStatus" code={povertyStatus} tone={statusTones[povertyStatus]} />
      )}
      {monitoredCategory !== null && (
        <CodeTag list="monitoredCategory" code={monitoredCategory} tone="warn" />
      )}
      <OpenFindings whole={whole} />
    </>
  );
}

/** How many errors and doubts are open, as a way to them. */
function OpenFindings({ whole }: { whole: WholeHousehold }) {
  const { t } = useTranslation();
  const { data = [] } = useFindings(pathOf(whole.household));
  const count = data.filter(({ state, level }) => state === 'open' && level !== 'I').length;
  if (count === 0) return null;
  return (
    <a
      href="#findings"
      onClick={(event) => {
        event.preventDefault();
        showSection('findings');
      }}
    >
      <ToneTag tone="bad">{t('households:findings.open', { count })}</ToneTag>
    </a>
  );
}

/** The number of the household, with a button that copies it. */
function CopyableNumber({ number }: { number: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const copy = (): void => {
    copyText(number).then(
      () => void message.success(t('households:page.copied')),
      () => void message.error(t('households:page.notCopied')),
    );
  };
  return (
    <span className="mb-household-number">
      <span className="mb-only-heard">{t('fields:household.number')}</span>
      <span className="mb-number">{number}</span>
      <Tooltip title={t('households:page.copy')}>
        <Button
          type="text"
          size="small"
          icon={<CopyOutlined aria-hidden />}
          aria-label={t('households:page.copy')}
          onClick={copy}
        />
      </Tooltip>
    </span>
  );
}

/** Copies a text; pages on plain http have no clipboard, but can still copy a selection. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  const isDone = document.execCommand('copy');
  field.remove();
  if (!isDone) throw new Error('The browser did not copy');
}

function HeadActions({ whole }: { whole: WholeHousehold }) {
  const { t } = useTranslation();
  const { mayCorrect, open } = useActs();
  return (
    <>
      <SensitiveButton />
      <PrintButton whole={whole} />
      {mayCorrect && <ActMenu whole={whole} />}
      {mayCorrect && (
        <Button
          type="primary"
          icon={<EditOutlined aria-hidden />}
          onClick={() => open({ kind: 'correctHousehold' })}
        >
          {t('households:correct.open')}
        </Button>
      )}
    </>
  );
}

/** To the household's card, from where it is printed; whoever prints no cards prints this page. */
function PrintButton({ whole: { household } }: { whole: WholeHousehold }) {
  const { t } = useTranslation();
  const may = useMay();
  const go = useGo();
  const icon = <PrinterOutlined aria-hidden />;
  if (may('ledger.print') && household.status === 'active') {
    const card = `/ledgers/household/${household.countyCode}/${household.id}`;
    return (
      <Button icon={icon} onClick={() => go(card)}>
        {t('households:page.printCard')}
      </Button>
    );
  }
  return (
    <Button icon={icon} onClick={() => window.print()}>
      {t('shell:do.print')}
    </Button>
  );
}

type MenuEntry = { key: string; label: string; act: ActToDo };

/** Everything that changes who belongs to the household. */
function ActMenu({ whole }: { whole: WholeHousehold }) {
  const { t } = useTranslation();
  const { open, mayRestructure } = useActs();
  const isCouple = presentOf(whole).length > 1;
  const entry = (
    kind: 'birth' | 'arrival' | 'changeHead' | 'split' | 'merge' | 'moveHousehold' | 'addSpell',
  ): MenuEntry => ({
    key: kind,
    label: t(`households:act.${kind}`),
    act: { kind },
  });
  const entries: MenuEntry[] = [
    { key: 'survey', label: t('households:act.survey'), act: { kind: 'survey' } },
    entry('birth'),
    entry('arrival'),
    ...(isCouple ? [entry('changeHead')] : []),
    ...(mayRestructure && isCouple ? [entry('split')] : []),
    ...(mayRestructure ? [entry('merge'), entry('moveHousehold'), entry('addSpell')] : []),
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: entries.map(({ key, label }) => ({ key, label })),
        onClick: ({ key }) => {
          const chosen = entries.find((found) => found.key === key);
          if (chosen !== undefined) open(chosen.act);
        },
      }}
    >
      <Button>
        {t('households:act.menu')}
        <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}

/** Shows all sensitive values of the household for a stated purpose, and hides them again. */
function SensitiveButton() {
  const { t } = useTranslation();
  const { isRevealed, mayReveal, reveal, hide } = useSensitive();
  const [isAsking, setAsking] = useState(false);
  if (isRevealed) {
    return (
      <Button icon={<EyeInvisibleOutlined aria-hidden />} onClick={hide}>
        {t('households:sensitive.hide')}
      </Button>
    );
  }
  if (!mayReveal) return null;
  return (
    <>
      <Button icon={<EyeOutlined aria-hidden />} onClick={() => setAsking(true)}>
        {t('households:sensitive.show')}
      </Button>
      <PurposeDialog
        open={isAsking}
        subject={t('households:sensitive.subject')}
        onCancel={() => setAsking(false)}
        onSubmit={reveal}
      />
    </>
  );
}

/** Why the household is closed, and where its members went. */
function ClosedNotice({ whole: { household } }: { whole: WholeHousehold }) {
  const { t } = useTranslation();
  const { closedOn, closeReason, mergedInto, countyCode } = household;
  return (
    <div className="mb-household-closed" role="note">
      <ToneTag tone="bad">{t('households:closed.title')}</ToneTag>
      <Day value={closedOn} />
      <CodeTag list="closeReason" code={closeReason} />
      {mergedInto !== null && (
        <ScreenLink to={addressOf({ county: countyCode, id: mergedInto })}>
          {t('households:closed.into')}
        </ScreenLink>
      )}
    </div>
  );
}
