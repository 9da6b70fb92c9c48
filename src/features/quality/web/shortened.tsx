import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

const SHOWN_AT_FIRST = 8;

type ShortenedProperties<Row> = {
  rows: readonly Row[];
  label: string;
  keyOf: (row: Row) => string;
  children: (row: Row) => ReactNode;
};

/** A list of which only the beginning is shown until the reader asks for the rest. */
export function Shortened<Row>({ rows, label, keyOf, children }: ShortenedProperties<Row>) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const hidden = rows.length - SHOWN_AT_FIRST;
  if (rows.length === 0) return null;
  return (
    <>
      <ul className="mb-quality-bars" aria-label={label}>
        {(isWhole ? rows : rows.slice(0, SHOWN_AT_FIRST)).map((row) => (
          <li key={keyOf(row)}>{children(row)}</li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button type="link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole
            ? t('quality-desk:list.fewer', { count: SHOWN_AT_FIRST })
            : t('quality-desk:list.more', { count: hidden })}
        </Button>
      )}
    </>
  );
}
