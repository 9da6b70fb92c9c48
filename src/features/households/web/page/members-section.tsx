import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeTag, ToneTag } from '../../../../platform/web/kit/codes.tsx';
import { Absent, Day } from '../../../../platform/web/kit/values.tsx';
import { usePhone } from '../../../../platform/web/theme/use-theme.tsx';
import { isHead } from '../../model/index.ts';
import { useActs } from '../acts/open-act.tsx';
import { type PersonView, presentOf, type WholeHousehold } from '../household-queries.ts';
import { InsuranceText, MemberMenu, SchoolText, WorkText } from './member-parts.tsx';
import { PersonDrawer } from './person-drawer.tsx';
import { SensitiveText } from './record-facts.tsx';
import { useSensitive } from './sensitive.tsx';
import { SheetSection } from './sheet-section.tsx';

/** Who belongs to the household, the head first; each name opens all that is known. */
export function MembersSection({ whole }: { whole: WholeHousehold }) {
  const { t } = useTranslation();
  const isPhone = usePhone();
  const [openId, setOpenId] = useState<string>();
  const { mayCorrect, open } = useActs();
  const members = headFirst(presentOf(whole));
  const left = whole.persons.filter(({ status }) => status === 'left');
  const opened = whole.persons.find(({ id }) => id === openId);
  const List = isPhone ? MemberCards : MemberTable;
  return (
    <SheetSection
      name="members"
      actions={
        mayCorrect && (
          <>
            <Button size="small" onClick={() => open({ kind: 'birth' })}>
              {t('households:act.birth')}
            </Button>
            <Button size="small" onClick={() => open({ kind: 'arrival' })}>
              {t('households:act.arrival')}
            </Button>
          </>
        )
      }
    >
      {members.length === 0 ? (
        <p className="mb-soft">{t('households:members.nobody')}</p>
      ) : (
        <List members={members} onOpen={setOpenId} />
      )}
      {left.length > 0 && <Left persons={left} onOpen={setOpenId} />}
      {opened !== undefined && (
        <PersonDrawer person={opened} onClose={() => setOpenId(undefined)} />
      )}
    </SheetSection>
  );
}

export function isHeadPerson({ relation }: PersonView): boolean {
  return isHead({ relation });
}

function headFirst(members: readonly PersonView[]): readonly PersonView[] {
  return [...members.filter(isHeadPerson), ...members.filter((person) => !isHeadPerson(person))];
}

type ListProperties = { members: readonly PersonView[]; onOpen: (id: string) => void };

const columns = [
  'name',
  'sexAge',
  'documentNumber',
  'schooling',
  'health',
  'labour',
  'work',
  'insurance',
] as const;

function MemberTable({ members, onOpen }: ListProperties) {
  const { t } = useTranslation();
  const { mayCorrect } = useActs();
  return (
    <table className="mb-household-table mb-household-members">
      <caption className="mb-only-heard">{t('households:section.members')}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`households:members.${column}`)}
            </th>
          ))}
          {mayCorrect && (
            <th scope="col" className="mb-household-noprint">
              <span className="mb-only-heard">{t('shell:do.more')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {members.map((person) => (
          <MemberRow key={person.id} person={person} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

type MemberProperties = { person: PersonView; onOpen: (id: string) => void };

function MemberRow({ person, onOpen }: MemberProperties) {
  const { mayCorrect } = useActs();
  const clear = useSensitive().clearOf('person', person.id);
  return (
    <tr>
      <th scope="row">
        <MemberName person={person} onOpen={onOpen} />
      </th>
      <td>
        <SexAge person={person} />
      </td>
      <td>
        <SensitiveText
          of="person"
          name="documentNumber"
          value={person.documentNumber}
          clear={clear['documentNumber']}
        />
      </td>
      <td>
        <SchoolText person={person} />
      </td>
      <td>
        <SensitiveText of="person" name="health" value={person.health} clear={clear['health']} />
      </td>
      <td>
        <CodeText list="labourSkill" code={person.labourSkill} />
      </td>
      <td>
        <WorkText person={person} />
      </td>
      <td>
        <InsuranceText person={person} />
      </td>
      {mayCorrect && (
        <td className="mb-household-noprint">
          <MemberMenu person={person} />
        </td>
      )}
    </tr>
  );
}

function MemberName({ person, onOpen }: MemberProperties) {
  const { t } = useTranslation();
  return (
    <span className="mb-household-member-name">
      <Button type="link" onClick={() => onOpen(person.id)}>
        {person.name}
      </Button>
      {isHeadPerson(person) ? (
        <ToneTag tone="accent">{t('codes:relation.02')}</ToneTag>
      ) : (
        <small>
          <CodeText list="relation" code={person.relation} />
        </small>
      )}
    </span>
  );
}

function SexAge({ person }: { person: PersonView }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`codes:sex.${person.sex}`)}
      <br />
      {person.age === null ? <Absent /> : t('households:members.age', { count: person.age })}
    </>
  );
}

/** A code as plain words, not as a tag. */
function CodeText({ list, code }: { list: string; code: string | null }) {
  const { t } = useTranslation();
  return code === null ? <Absent /> : t(`codes:${list}.${code}`);
}

/** On a phone each member is a card. */
function MemberCards({ members, onOpen }: ListProperties) {
  return (
    <ul className="mb-household-cards">
      {members.map((person) => (
        <MemberCard key={person.id} person={person} onOpen={onOpen} />
      ))}
    </ul>
  );
}

function MemberCard({ person, onOpen }: MemberProperties) {
  const { t } = useTranslation();
  const { mayCorrect } = useActs();
  const clear = useSensitive().clearOf('person', person.id);
  const facts = [
    {
      key: 'documentNumber',
      value: (
        <SensitiveText
          of="person"
          name="documentNumber"
          value={person.documentNumber}
          clear={clear['documentNumber']}
        />
      ),
    },
    { key: 'schooling', value: <SchoolText person={person} /> },
    {
      key: 'health',
      value: (
        <SensitiveText of="person" name="health" value={person.health} clear={clear['health']} />
      ),
    },
    { key: 'labour', value: <CodeText list="labourSkill" code={person.labourSkill} /> },
    { key: 'work', value: <WorkText person={person} /> },
    { key: 'insurance', value: <InsuranceText person={person} /> },
  ] as const;
  return (
    <li>
      <div className="mb-household-card-head">
        <MemberName person={person} onOpen={onOpen} />
        <span className="mb-household-card-age">
          <SexAge person={person} />
        </span>
        {mayCorrect && <MemberMenu person={person} />}
      </div>
      <dl>
        {facts.map(({ key, value }) => (
          <div key={key}>
            <dt>{t(`households:members.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** Those who died or left stay on record here. */
function Left({
  persons,
  onOpen,
}: {
  persons: readonly PersonView[];
  onOpen: (id: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <details className="mb-household-left">
      <summary>{t('households:members.left', { count: persons.length })}</summary>
      <ul>
        {persons.map((person) => (
          <li key={person.id}>
            <Button type="link" onClick={() => onOpen(person.id)}>
              {person.name}
            </Button>
            <CodeTag list="leaveReason" code={person.leaveReason} />
            <Day value={person.leftOn} />
          </li>
        ))}
      </ul>
    </details>
  );
}
