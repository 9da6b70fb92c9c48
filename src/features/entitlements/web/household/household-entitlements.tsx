import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { todayInChina } from '../../../../platform/web/format.ts';
import { ScreenLink } from '../../../../platform/web/kit/links.tsx';
import { Loaded } from '../../../../platform/web/kit/loaded.tsx';
import { PurposeDialog } from '../../../../platform/web/kit/purpose-dialog.tsx';
import { useMay } from '../../../../platform/web/session/officer.tsx';
import type { EntitlementView, HouseholdAnswer } from '../../model/contract.ts';
import { EntitlementItem } from './entitlement-item.tsx';
import { Sums } from './sums.tsx';
import { shownStandings, useBoth } from './words.ts';
import './entitlements.css';

type Properties = { readonly county: string; readonly id: string; readonly villageCode: string };

/** What a household and its members are due on a day, what they get, and why. */
export function HouseholdEntitlements({ county, id, villageCode }: Properties) {
  const { t } = useTranslation();
  const [on, setOn] = useState(todayInChina());
  // Dropped when the household changes, because it might then be the old one.
  const [unveiled, setUnveiled] = useState<{ of: HouseholdAnswer; answer: HouseholdAnswer }>();
  const path = { county, id };
  const found = useQuery({
    queryKey: ['households', county, id, 'entitlements', on],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/households/{county}/{id}/entitlements', {
          params: { path, query: { on } },
          signal,
        }),
      ),
    placeholderData: (before) => before,
  });
  const unveil = async (of: HouseholdAnswer, purpose: string): Promise<void> => {
    const body = { on, purpose };
    const shown = await answer(
      api.POST('/api/households/{county}/{id}/entitlements/unmask', { params: { path }, body }),
    );
    setUnveiled({ of, answer: shown });
  };
  return (
    <div className="mb-dues">
      <div className="mb-dues-bar">
        <label>
          {t('entitlements:section.on')}{' '}
          <DatePicker
            aria-label={t('entitlements:section.on')}
            value={dayjs(on)}
            allowClear={false}
            onChange={(day) => {
              if (day !== null) setOn(day.format('YYYY-MM-DD'));
            }}
          />
        </label>
        <ScreenLink to={`/entitlements?region=${villageCode}&on=${on}`}>
          {t('entitlements:section.all')}
        </ScreenLink>
        <Button
          className="mb-dues-noprint"
          icon={<PrinterOutlined aria-hidden />}
          onClick={printSection}
        >
          {t('entitlements:section.print')}
        </Button>
      </div>
      <Loaded query={found}>
        {(masked) => (
          <div aria-busy={found.isPlaceholderData}>
            <Answer
              answer={unveiled?.of === masked ? unveiled.answer : masked}
              unveil={async (purpose) => await unveil(masked, purpose)}
            />
          </div>
        )}
      </Loaded>
    </div>
  );
}

/** Prints the section alone, with every explanation opened. */
function printSection(): void {
  for (const closed of document.querySelectorAll<HTMLDetailsElement>(
    '.mb-dues details:not([open])',
  ))
    closed.open = true;
  document.body.classList.add('mb-printing-dues');
  globalThis.addEventListener(
    'afterprint',
    () => document.body.classList.remove('mb-printing-dues'),
    { once: true },
  );
  globalThis.print();
}

type AnswerProperties = {
  answer: HouseholdAnswer;
  unveil: (purpose: string) => Promise<void>;
};

function Answer({ answer: found, unveil }: AnswerProperties) {
  const { t } = useTranslation();
  const { entitlements, isOnRegister, pack, members } = found;
  if (!isOnRegister) return <p className="mb-soft">{t('entitlements:section.notOnRegister')}</p>;
  if (pack === null) return <p className="mb-soft">{t('entitlements:section.noPack')}</p>;
  if (entitlements.length === 0) return <p className="mb-soft">{t('entitlements:section.none')}</p>;
  const benefits = entitlements.filter(({ effect }) => effect === 'entitlement');
  const signs = entitlements.filter(({ effect }) => effect !== 'entitlement');
  const told = signs.filter(({ due }) => due !== false);
  const others = entitlements.filter(
    ({ effect, standing, due }) =>
      (effect === 'entitlement' && standing === 'neither') ||
      (effect !== 'entitlement' && due === false),
  );
  return (
    <>
      <PackLine pack={pack} />
      <Sums entitlements={benefits} />
      <HiddenNotice hidden={found.hidden} unveil={unveil} />
      {shownStandings.map((standing) => (
        <Group
          key={standing}
          title={t(`entitlements:standing.${standing}`)}
          items={benefits.filter((item) => item.standing === standing)}
          members={members}
        />
      ))}
      <Group title={t('entitlements:section.signs')} items={told} members={members} />
      {others.length > 0 && (
        <details className="mb-dues-others">
          <summary>{t('entitlements:section.others', { count: others.length })}</summary>
          <Items items={others} members={members} />
        </details>
      )}
    </>
  );
}

function PackLine({ pack }: { pack: NonNullable<HouseholdAnswer['pack']> }) {
  const { t } = useTranslation();
  const both = useBoth();
  return (
    <p className="mb-soft">
      <ScreenLink to={`/policies/${pack.id}`}>
        {t('entitlements:section.by', { title: both(pack.title) })}
      </ScreenLink>
      {pack.adopted && t('entitlements:section.adopted')}
    </p>
  );
}

type HiddenProperties = Pick<HouseholdAnswer, 'hidden'> & Pick<AnswerProperties, 'unveil'>;

function HiddenNotice({ hidden, unveil }: HiddenProperties) {
  const { t } = useTranslation();
  const may = useMay();
  const [isAsking, setAsking] = useState(false);
  if (hidden === 0) return null;
  return (
    <div className="mb-dues-hidden" role="note">
      <span>{t('entitlements:section.hidden', { count: hidden })}</span>
      {may('household.unmask') && (
        <Button size="small" className="mb-dues-noprint" onClick={() => setAsking(true)}>
          {t('entitlements:section.show')}
        </Button>
      )}
      <PurposeDialog
        open={isAsking}
        subject={t('entitlements:section.subject')}
        onCancel={() => setAsking(false)}
        onSubmit={async ({ text }) => await unveil(text)}
      />
    </div>
  );
}

type GroupProperties = {
  title: string;
  items: readonly EntitlementView[];
  members: HouseholdAnswer['members'];
};

function Group({ title, items, members }: GroupProperties) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>
        {title} <span className="mb-soft">{items.length}</span>
      </h3>
      <Items items={items} members={members} />
    </section>
  );
}

function Items({ items, members }: Omit<GroupProperties, 'title'>) {
  return (
    <ul className="mb-due-list">
      {items.map((item) => (
        <EntitlementItem
          key={`${item.pack} ${item.id} ${item.personId ?? ''}`}
          item={item}
          members={members}
        />
      ))}
    </ul>
  );
}
