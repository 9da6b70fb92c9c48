import { useTranslation } from 'react-i18next';
import type { RunTable } from '../../model/contract.ts';
import { useFileProblem } from '../words/problem-words.ts';

/** Files that could not be read to their end, each with the cure. */
export function FileProblems({ tables }: { tables: readonly RunTable[] }) {
  const problemText = useFileProblem();
  const unreadable = tables.flatMap(({ position, fileName, sheetName, problem, leftOut }) =>
    problem === null || leftOut ? [] : [{ position, fileName, sheetName, problem }],
  );
  if (unreadable.length === 0) return null;
  return (
    <ul>
      {unreadable.map(({ position, fileName, sheetName, problem }) => (
        <li key={position}>
          <strong>
            <TableName fileName={fileName} sheetName={sheetName} />
          </strong>{' '}
          {problemText(problem)}
        </li>
      ))}
    </ul>
  );
}

/** The file and, of a workbook, the sheet. */
export function TableName({ fileName, sheetName }: { fileName: string; sheetName: string }) {
  const { t } = useTranslation();
  return sheetName === '' ? fileName : t('intake-desk:mapping.sheet', { fileName, sheetName });
}
