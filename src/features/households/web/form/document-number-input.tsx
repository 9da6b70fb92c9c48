import { CheckCircleFilled } from '@ant-design/icons';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeLabel } from '../../../../platform/web/kit/codes.tsx';
import {
  type DocumentNumber,
  normaliseDocumentNumber,
  parseDocumentNumber,
} from '../../model/index.ts';
import type { InputProperties } from './field-input.tsx';

const RESERVED_PROVINCE = '99';
const SHORTEST_WHOLE = 18;

/** Reads a document number as the county of a household allows it. */
export function readNumber(text: string, county: string): ReturnType<typeof parseDocumentNumber> {
  return parseDocumentNumber(text, { reserved: county.startsWith(RESERVED_PROVINCE) });
}

/** What a right number says of a person: birthday, sex and kind of document. */
export function valuesOfNumber(number: DocumentNumber): Record<string, string> {
  return { birthDay: number.birthDay, sex: number.sex, documentKind: number.kind };
}

/** A document number that is tidied while it is typed, and checked as soon as it is whole. */
export function DocumentNumberInput(properties: InputProperties) {
  const { id, value, onChange, county, status, describedBy } = properties;
  const { t } = useTranslation();
  const [hasLeft, setLeft] = useState(false);
  const text = typeof value === 'string' ? value : '';
  const read = readNumber(text, county);
  const isWhole = text.length >= SHORTEST_WHOLE || (hasLeft && text !== '');
  const fault = !read.ok && isWhole ? read.problem : undefined;
  const ownStatus = fault === undefined ? status : 'error';
  const hint = `${id}-reads`;
  return (
    <>
      <Input
        id={id}
        value={text}
        onChange={(event) => onChange(normaliseDocumentNumber(event.target.value))}
        onBlur={() => setLeft(true)}
        maxLength={30}
        autoComplete="off"
        spellCheck={false}
        className="mb-number"
        suffix={
          read.ok ? <CheckCircleFilled aria-hidden className="mb-household-good" /> : <span />
        }
        aria-describedby={[describedBy, hint].filter(Boolean).join(' ')}
        {...(ownStatus === undefined ? {} : { status: ownStatus })}
        {...(ownStatus === 'error' ? { 'aria-invalid': true } : {})}
      />
      <span id={hint} role="status" className="mb-household-field-note">
        {read.ok && <NumberSays number={read.value} />}
        {fault !== undefined && (
          <span className="mb-household-field-fault">
            {t(`register:problem.${fault.code}`, { ...fault })}
          </span>
        )}
      </span>
    </>
  );
}

function NumberSays({ number }: { number: DocumentNumber }) {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const { disability } = number;
  return (
    <>
      {t('households:form.numberSays', {
        birthDay: number.birthDay,
        sex: label('sex', number.sex),
      })}
      {disability !== undefined &&
        t('households:form.disabilitySays', {
          kind: label('disabilityKind', disability.kind),
          grade: label('disabilityGrade', disability.grade),
        })}
    </>
  );
}
