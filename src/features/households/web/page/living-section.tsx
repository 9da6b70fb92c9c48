import {
  CheckCircleFilled,
  CheckOutlined,
  CloseOutlined,
  ExclamationCircleFilled,
  QuestionCircleFilled,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../../platform/web/kit/page-header.tsx';
import { Absent } from '../../../../platform/web/kit/values.tsx';
import { type Field, type FieldGroup, fields } from '../../model/index.ts';
import type { SurveyView, WholeHousehold } from '../household-queries.ts';
import { isAbsent, useFieldLabel, useValueText } from '../words/value-text.ts';
import { type Assurance, assurancesOf } from './assurances.ts';
import { SheetSection } from './sheet-section.tsx';

/** The four assurances, then living conditions, housing and land of the latest survey. */
export function LivingSection({ whole }: { whole: WholeHousehold }) {
  const { t } = useTranslation();
  const survey = whole.surveys.toSorted((one, other) => Number(other.year) - Number(one.year))[0];
  return (
    <SheetSection name="living">
      {whole.household.status === 'active' && (
        <ul className="mb-household-assurances">
          {assurancesOf(whole).map((assurance) => (
            <AssuranceCard key={assurance.name} assurance={assurance} />
          ))}
        </ul>
      )}
      {survey === undefined ? (
        <p className="mb-soft">{t('households:living.none')}</p>
      ) : (
        <>
          <p className="mb-soft">{t('households:living.year', { year: survey.year })}</p>
          {livingGroups.map((group) => (
            <LivingFacts key={group} group={group} survey={survey} />
          ))}
        </>
      )}
    </SheetSection>
  );
}

const livingGroups: readonly FieldGroup[] = ['living', 'housing', 'land'];

const icons: Record<Assurance['state'], ReactNode> = {
  met: <CheckCircleFilled aria-hidden />,
  unmet: <ExclamationCircleFilled aria-hidden />,
  unknown: <QuestionCircleFilled aria-hidden />,
};

function AssuranceCard({ assurance }: { assurance: Assurance }) {
  const { t } = useTranslation();
  const { name, state, why, names } = assurance;
  return (
    <li className={`mb-household-assurance mb-household-${state}`}>
      {icons[state]}
      <div>
        <strong>
          {t('households:assurance.named', {
            name: t(`households:assurance.${name}`),
            state: t(`households:assurance.${state}`),
          })}
        </strong>
        <p>
          {t(`households:assurance.why.${why}`, {
            names: names.join(t('households:listComma')),
            count: names.length,
          })}
        </p>
      </div>
    </li>
  );
}

/** Of a yes-or-no question, the answer that is good; the others are neither good nor bad. */
const goodAnswers: Readonly<Record<string, boolean>> = {
  householdElectricity: true,
  productionElectricity: true,
  broadcasting: true,
  safeWater: true,
  waterDifficult: false,
  sanitaryToilet: true,
  roadHardened: true,
  dangerousHouse: false,
};

function LivingFacts({ group, survey }: { group: FieldGroup; survey: SurveyView }) {
  const { t } = useTranslation();
  const label = useFieldLabel();
  const shown = fields.survey.filter(
    (field) => field.group === group && !isAbsent(survey[field.key as keyof SurveyView]),
  );
  if (shown.length === 0) return null;
  return (
    <div className="mb-household-facts">
      <h3>{t(`fields:group.${group}`)}</h3>
      <Facts
        items={shown.map((field) => ({
          label: label('survey', field.key),
          value: <LivingValue field={field} value={survey[field.key as keyof SurveyView]} />,
        }))}
      />
    </div>
  );
}

function LivingValue({ field, value }: { field: Field; value: unknown }) {
  const words = useValueText();
  if (isAbsent(value)) return <Absent />;
  const text = words('survey', field.key, value);
  if (field.type !== 'boolean') return <span className="mb-number">{text}</span>;
  const good = goodAnswers[field.key];
  const icon = value === true ? <CheckOutlined aria-hidden /> : <CloseOutlined aria-hidden />;
  if (good === undefined) {
    return (
      <span>
        {icon} {text}
      </span>
    );
  }
  return (
    <span className={good === value ? 'mb-household-good' : 'mb-household-bad'}>
      {icon} {text}
    </span>
  );
}
