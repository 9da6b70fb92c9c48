import { useTranslation } from 'react-i18next';
import { ToneTag } from '../../../platform/web/kit/codes.tsx';
import { ScreenLink } from '../../../platform/web/kit/links.tsx';
import { CoverageBar } from './coverage-bar.tsx';
import type { Library, LibraryEntry } from './policy-queries.ts';
import { useSay } from './words.ts';

/** One document of the library: what it is, where it holds, how much of it is carried out. */
export function LibraryCard({ entry, library }: { entry: LibraryEntry; library: Library }) {
  const { t } = useTranslation();
  const say = useSay();
  const { id, title, issuer, level, coverage, themes, hits } = entry;
  const isFollowed = id === library.followed;
  return (
    <li className={isFollowed ? 'mb-library-card mb-library-followed' : 'mb-library-card'}>
      <article>
        <h2>
          <ScreenLink to={`/policies/${id}`}>{say(title)}</ScreenLink>
        </h2>
        <p className="mb-library-issuer">
          {t(`policies:level.${level}`)} · {say(issuer)} · <Validity entry={entry} />
        </p>
        <div className="mb-library-tags">
          {isFollowed && (
            <ToneTag tone="seal">
              {t('policies:library.followed', { region: library.region.name })}
            </ToneTag>
          )}
          {!isFollowed && library.chain.includes(id) && (
            <ToneTag tone="accent">{t('policies:library.above')}</ToneTag>
          )}
          {themes.map((theme) => (
            <ToneTag key={theme}>{t(`policies:theme.${theme}`)}</ToneTag>
          ))}
        </div>
        <CoverageBar coverage={coverage} />
        <p className="mb-library-coverage">
          {t('policies:library.coverage', {
            clauses: coverage.clauses,
            covered: coverage.covered,
          })}
          {coverage.uncovered.length > 0 && (
            <span className="mb-library-gap">
              {t('policies:library.gap', { count: coverage.uncovered.length })}
            </span>
          )}
        </p>
        {hits.length > 0 && <Hits entry={entry} />}
      </article>
    </li>
  );
}

function Validity({ entry: { from, until } }: { entry: LibraryEntry }) {
  const { t } = useTranslation();
  return until === null
    ? t('policies:library.since', { from })
    : t('policies:library.sinceUntil', { from, until });
}

function Hits({ entry: { id, hits, hitCount } }: { entry: LibraryEntry }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <ul className="mb-library-hits">
      {hits.map((hit) => (
        <li key={`${hit.kind} ${hit.id}`}>
          <span className="mb-soft">
            {hit.number === '' ? t(`policies:kind.${hit.kind}`) : hit.number}
          </span>{' '}
          <ScreenLink
            to={hit.clause === null ? `/policies/${id}` : `/policies/${id}?clause=${hit.clause}`}
          >
            {say(hit.text)}
          </ScreenLink>
        </li>
      ))}
      {hitCount > hits.length && (
        <li className="mb-soft">
          {t('policies:library.moreHits', { count: hitCount - hits.length })}
        </li>
      )}
    </ul>
  );
}
