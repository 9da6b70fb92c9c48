import {
  CheckOutlined,
  EditOutlined,
  MergeCellsOutlined,
  NumberOutlined,
  ScissorOutlined,
} from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../../../platform/web/format.ts';
import { ToneTag } from '../../../../platform/web/kit/codes.tsx';
import type { ClauseView, DocumentAnswer } from '../../model/contract.ts';
import { useWords } from '../words.ts';
import { JoinDialog, RenumberDialog, SplitDialog } from './correction-dialogs.tsx';
import { MatchDialog, useMatch } from './match-dialog.tsx';

const DEEPEST = 4;

type SheetProperties = { clause: ClauseView; document: DocumentAnswer; canJoin: boolean };

/** One clause: its text as printed, what is not sure of it, and beside it the summary of the pack. */
export function ClauseSheet({ clause, document, canJoin }: SheetProperties) {
  const { t } = useTranslation();
  const depth = Math.min(clause.level, DEEPEST);
  return (
    <li className={`mb-clause mb-clause-level-${depth}`} id={`clause-${clause.path}`}>
      <article aria-label={t('documents:clause.path', { path: clause.path })}>
        <div className="mb-clause-head">
          <span className="mb-clause-path mb-number">{isNumbered(clause) && clause.path}</span>
          <h3>
            <Printed clause={clause} />
          </h3>
          <ClauseTags clause={clause} />
          {document.mayChange && (
            <Corrections clause={clause} document={document} canJoin={canJoin} />
          )}
        </div>
        <div
          className={document.pack === null ? 'mb-clause-body' : 'mb-clause-body mb-clause-beside'}
        >
          <div className="mb-clause-text">
            <div lang="zh-CN">
              {paragraphsOf(clause.text).map(([index, text]) => (
                <p key={index}>{text}</p>
              ))}
            </div>
            <Notes clause={clause} />
          </div>
          {document.pack !== null && <PackSide clause={clause} document={document} />}
        </div>
      </article>
    </li>
  );
}

function isNumbered({ kind }: ClauseView): boolean {
  return kind !== 'preamble' && kind !== 'closing';
}

function paragraphsOf(text: string): [index: number, text: string][] {
  return text === '' ? [] : text.split('\n').map((paragraph, index) => [index, paragraph]);
}

function Printed({ clause: { kind, number, heading } }: { clause: ClauseView }) {
  const { t } = useTranslation();
  if (kind === 'preamble' || kind === 'closing') return t(`documents:kind.${kind}`);
  return (
    <>
      <span className="mb-documents-number">
        {number === '' ? `〔${t('documents:clause.noNumber')}〕` : number}
      </span>
      <span lang="zh-CN">{heading}</span>
    </>
  );
}

function ClauseTags({ clause: { confidence, inline } }: { clause: ClauseView }) {
  const { t } = useTranslation();
  return (
    <>
      {confidence !== 'certain' && (
        <ToneTag tone={confidence === 'guessed' ? 'bad' : 'warn'}>
          {t(`documents:confidence.${confidence}`)}
        </ToneTag>
      )}
      {inline && <ToneTag>{t('documents:clause.inline')}</ToneTag>}
    </>
  );
}

function Notes({ clause: { notes } }: { clause: ClauseView }) {
  const { t } = useTranslation();
  if (notes.length === 0) return null;
  return (
    <ul className="mb-clause-notes">
      {notes.map(({ code, details }, index) => (
        <li key={`${code}-${index}`}>{t(`documents:note.${code}`, details ?? {})}</li>
      ))}
    </ul>
  );
}

type Act = 'join' | 'split' | 'renumber';

/** What can be put right of a clause, each in a dialog of its own. */
function Corrections({ clause, document, canJoin }: SheetProperties) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Act>();
  const close = (): void => setOpen(undefined);
  const dialog = { clause, document, onClose: close };
  const acts: [act: Act, icon: ReactElement, can: boolean][] = [
    ['join', <MergeCellsOutlined key="join" />, canJoin],
    ['split', <ScissorOutlined key="split" />, clause.text.length > 1],
    ['renumber', <NumberOutlined key="renumber" />, isNumbered(clause)],
  ];
  return (
    <div
      className="mb-clause-acts"
      role="group"
      aria-label={t('documents:clause.actions', { path: clause.path })}
    >
      {acts
        .filter(([, , can]) => can)
        .map(([act, icon]) => (
          <Tooltip key={act} title={t(`documents:clause.${act}`)}>
            <Button
              size="small"
              type="text"
              icon={icon}
              aria-label={t(`documents:clause.${act}`)}
              onClick={() => setOpen(act)}
            />
          </Tooltip>
        ))}
      {open === 'join' && <JoinDialog {...dialog} />}
      {open === 'split' && <SplitDialog {...dialog} />}
      {open === 'renumber' && <RenumberDialog {...dialog} />}
    </div>
  );
}

/** What the pack says of a clause, and how it was found. */
function PackSide({ clause, document }: { clause: ClauseView; document: DocumentAnswer }) {
  const { t } = useTranslation();
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const { match } = clause;
  const said = document.pack?.clauses.find(({ id }) => id === match?.packClauseId);
  return (
    <div className="mb-clause-pack" role="group" aria-label={t('documents:clause.summary')}>
      {said === undefined ? (
        <p className="mb-soft">
          {t(match?.basis === 'hand' ? 'documents:clause.saidNone' : 'documents:clause.noMatch')}
        </p>
      ) : (
        <p className="mb-plain">
          {said.number !== '' && <span className="mb-documents-number">{said.number}</span>}
          {words(said.summary)}
        </p>
      )}
      <div className="mb-clause-match">
        {said !== undefined && <MatchBasis match={match} />}
        {document.mayChange && said !== undefined && match?.basis !== 'hand' && (
          <ConfirmMatch clause={clause} document={document} packClauseId={said.id} />
        )}
        {document.mayChange && (
          <Button size="small" type="text" icon={<EditOutlined />} onClick={() => setOpen(true)}>
            {t('documents:clause.change')}
          </Button>
        )}
      </div>
      {isOpen && <MatchDialog clause={clause} document={document} onClose={() => setOpen(false)} />}
    </div>
  );
}

function MatchBasis({ match }: { match: ClauseView['match'] }) {
  const { t } = useTranslation();
  if (match === null) return null;
  const { basis, score } = match;
  return (
    <span className="mb-soft">
      {score === null
        ? t('documents:clause.matchByHand')
        : t('documents:clause.matchScore', {
            basis: t(`documents:basis.${basis}`),
            share: formatShare(score),
          })}
    </span>
  );
}

type ConfirmProperties = { clause: ClauseView; document: DocumentAnswer; packClauseId: string };

function ConfirmMatch({ clause, document, packClauseId }: ConfirmProperties) {
  const { t } = useTranslation();
  const match = useMatch({ clause, document });
  return (
    <Button
      size="small"
      type="text"
      icon={<CheckOutlined />}
      loading={match.isPending}
      onClick={() => match.mutate(packClauseId)}
    >
      {t('documents:clause.confirm')}
    </Button>
  );
}
