import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../../platform/web/kit/loaded.tsx';
import { usePhone } from '../../../../platform/web/theme/use-theme.tsx';
import { LightMark } from '../light-mark.tsx';
import { type Clause, type Status, useClause } from '../policy-queries.ts';
import { useClauseNumber } from '../words.ts';
import { ClauseWords } from './clause-words.tsx';
import { Duties, Figures, Registers } from './figure-items.tsx';
import { OtherItems } from './other-items.tsx';
import { Parameters, Rules } from './rule-items.tsx';

const WIDTH = 720;

type DrawerProperties = {
  status: Status;
  /** Those that the reader sees, between which the arrows lead. */
  clauses: readonly Clause[];
  current: string | undefined;
  open: (clause: string | undefined) => void;
};

/** One clause with all that carries it out. */
export function ClauseDrawer({ status, clauses, current, open }: DrawerProperties) {
  const { t } = useTranslation();
  const isPhone = usePhone();
  const numberOf = useClauseNumber();
  const clause = status.clauses.find(({ id }) => id === current);
  const place = clauses.findIndex(({ id }) => id === current);
  const [before, after] = [clauses[place - 1], place === -1 ? undefined : clauses[place + 1]];
  return (
    <Drawer
      open={clause !== undefined}
      title={
        clause !== undefined && (
          <span className="mb-drawer-title">
            {numberOf(clause)}
            {clause.light !== null && <LightMark light={clause.light} words />}
          </span>
        )
      }
      onClose={() => open(undefined)}
      size={isPhone ? '100%' : WIDTH}
      destroyOnHidden
      extra={
        <>
          <Step
            label={t('policies:clause.previous')}
            icon={<LeftOutlined />}
            to={before}
            open={open}
          />
          <Step label={t('policies:clause.next')} icon={<RightOutlined />} to={after} open={open} />
        </>
      }
    >
      {clause !== undefined && <Content key={clause.id} clause={clause} status={status} />}
    </Drawer>
  );
}

type StepProperties = {
  label: string;
  icon: ReactNode;
  to: Clause | undefined;
  open: (clause: string | undefined) => void;
};

function Step({ label, icon, to, open }: StepProperties) {
  return (
    <Button
      type="text"
      icon={icon}
      aria-label={label}
      disabled={to === undefined}
      onClick={() => open(to?.id)}
    />
  );
}

function Content({ clause, status }: { clause: Clause; status: Status }) {
  const region = status.region.code;
  const query = useClause({ pack: status.pack.id, clause: clause.id, region });
  return (
    <div className="mb-drawer">
      <ClauseWords clause={clause} pack={status.pack.id} />
      <Figures clause={clause} status={status} />
      <Duties clause={clause} status={status} />
      <Loaded query={query}>
        {(found) => (
          <>
            <Rules found={found} />
            <Parameters found={found} />
            <OtherItems found={found} />
            <Registers found={found} />
          </>
        )}
      </Loaded>
    </div>
  );
}
