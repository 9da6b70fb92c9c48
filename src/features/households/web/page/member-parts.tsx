import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { ToneTag } from '../../../../platform/web/kit/codes.tsx';
import { Absent } from '../../../../platform/web/kit/values.tsx';
import { type ActToDo, useActs } from '../acts/open-act.tsx';
import type { PersonView } from '../household-queries.ts';

/** What a person attends now, or else what was attained, or why a child is not at school. */
export function SchoolText({ person }: { person: PersonView }) {
  const { t } = useTranslation();
  const { schoolStatus, education, outOfSchoolReason } = person;
  if (outOfSchoolReason !== null) {
    return (
      <ToneTag tone="bad">
        {t('households:members.outOfSchool', {
          reason: t(`codes:outOfSchoolReason.${outOfSchoolReason}`),
        })}
      </ToneTag>
    );
  }
  if (schoolStatus !== null && schoolStatus !== 'notInSchool') {
    return t('households:members.attends', { school: t(`codes:schoolStatus.${schoolStatus}`) });
  }
  if (education !== null) return t(`codes:education.${education}`);
  return schoolStatus === null ? <Absent /> : t(`codes:schoolStatus.${schoolStatus}`);
}

/** Where somebody works, for how many months, and public posts. */
export function WorkText({ person }: { person: PersonView }) {
  const { t } = useTranslation();
  const { workStatus, workMonths, publicPosts } = person;
  const posts = (publicPosts ?? []).map((post) => t(`codes:publicPost.${post}`));
  const work = workStatus === null ? [] : [t(`codes:workStatus.${workStatus}`)];
  const months = workMonths === null ? [] : [t('households:members.months', { count: workMonths })];
  const parts = [...work, ...months, ...posts];
  return parts.length === 0 ? <Absent /> : parts.join(t('households:members.dot'));
}

/** Medical and old-age insurance, and what the state pays; a missing insurance stands out. */
export function InsuranceText({ person }: { person: PersonView }) {
  const { t } = useTranslation();
  const medical = anyOf(person.residentMedical, person.employeeMedical);
  const pension = anyOf(person.residentPension, person.employeePension);
  const allowance = person.subsistenceAllowance;
  const support = person.extremePovertySupport;
  return (
    <span className="mb-household-insurance">
      {medical === undefined && <Absent />}
      {medical === true && <span>{t('households:members.medical')}</span>}
      {medical === false && <ToneTag tone="bad">{t('households:members.noMedical')}</ToneTag>}
      {pension === true && <span>{t('households:members.pension')}</span>}
      {allowance !== null && allowance !== 'none' && (
        <span>{t(`codes:subsistenceAllowance.${allowance}`)}</span>
      )}
      {support !== null && support !== 'none' && (
        <span>{t(`codes:extremePovertySupport.${support}`)}</span>
      )}
    </span>
  );
}

/** True if one of them is, false if one says no and none yes, undefined if nothing is stated. */
function anyOf(one: boolean | null, other: boolean | null): boolean | undefined {
  if (one === true || other === true) return true;
  return one === false || other === false ? false : undefined;
}

type PersonActKind = 'correctPerson' | 'death' | 'departure' | 'move';

/** What can be recorded of a member. */
export function MemberMenu({ person }: { person: PersonView }) {
  const { t } = useTranslation();
  const { open, mayRestructure } = useActs();
  const kinds: readonly PersonActKind[] = [
    'correctPerson',
    'death',
    'departure',
    ...(mayRestructure ? (['move'] as const) : []),
  ];
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: kinds.map((kind) => ({ key: kind, label: t(`households:act.${kind}`) })),
        onClick: ({ key }) => {
          const act: ActToDo = { kind: key as PersonActKind, personId: person.id };
          open(act);
        },
      }}
    >
      <Button
        type="text"
        icon={<EllipsisOutlined aria-hidden />}
        aria-label={t('households:act.ofMember', { name: person.name })}
      />
    </Dropdown>
  );
}
