import { Button, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../../platform/web/kit/links.tsx';
import { PageHeader, Section } from '../../../platform/web/kit/page-header.tsx';
import { RegionPicker } from '../../../platform/web/kit/region-picker.tsx';
import { useUrlState } from '../../../platform/web/kit/use-url-state.ts';
import { useOfficer } from '../../../platform/web/session/officer.tsx';
import { type LedgerKind, ledgerKinds, levelOfKind } from '../model/ledger.ts';
import { PrintButtons } from './print-buttons.tsx';
import { PrintList } from './print-list.tsx';
import './ledgers.css';

/** Choosing a ledger and its region, and what was printed. */
export function LedgersPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('ledgers:desk.title')} description={t('ledgers:desk.text')} />
      <LedgerChoice />
      <PrintList />
    </>
  );
}

const digits = { village: 12, township: 9, county: 6 } as const;

function LedgerChoice() {
  const { t } = useTranslation();
  const [state, change] = useUrlState();
  const { posting } = useOfficer();
  const go = useGo();
  const own = posting?.regionCode ?? '';
  const kind = ledgerKinds.find((known) => known === state['kind']) ?? kindAt(own);
  const level = levelOfKind[kind];
  const region = regionAt(kind, state['region'] ?? own);
  return (
    <Section title={t('ledgers:desk.choose')}>
      <Radio.Group
        className="mb-ledger-kinds"
        aria-label={t('ledgers:desk.kind')}
        value={kind}
        onChange={({ target }) => change({ kind: String(target.value), region: undefined })}
        options={ledgerKinds.map((value) => ({
          value,
          label: (
            <span className="mb-ledger-kind">
              <strong>{t(`ledgers:series.${value}`)}</strong>
              <span className="mb-soft">{t(`ledgers:desk.about.${value}`)}</span>
            </span>
          ),
        }))}
      />
      <div className="mb-ledger-choice">
        <div className="mb-ledger-region">
          <RegionPicker
            aria-label={t(`ledgers:desk.region.${level}`)}
            placeholder={t(`ledgers:desk.region.${level}`)}
            level={level}
            value={region}
            onChange={(code) => change({ kind, region: code })}
          />
        </div>
        {kind !== 'card' && (
          <Button disabled={region === undefined} onClick={() => go(`/ledgers/${kind}/${region}`)}>
            {t('ledgers:desk.show')}
          </Button>
        )}
        <PrintButtons
          key={`${kind}-${region}`}
          printed={region === undefined ? undefined : { kind, region }}
        />
      </div>
      {kind === 'card' && <p className="mb-soft mb-ledger-hint">{t('ledgers:desk.oneCard')}</p>}
    </Section>
  );
}

/** The ledger that an officer of the region keeps: of a village its book, and so on up. */
function kindAt(region: string): LedgerKind {
  if (region.length === digits.village) return 'village';
  return region.length === digits.township ? 'township' : 'county';
}

/** The region if the ledger is one of regions of its level. */
function regionAt(kind: LedgerKind, region: string): string | undefined {
  return region.length === digits[levelOfKind[kind]] ? region : undefined;
}
