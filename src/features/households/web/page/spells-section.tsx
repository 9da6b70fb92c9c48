import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CodeTag } from '../../../../platform/web/kit/codes.tsx';
import { Day } from '../../../../platform/web/kit/values.tsx';
import { useActs } from '../acts/open-act.tsx';
import type { SpellView, WholeHousehold } from '../household-queries.ts';
import { SheetSection } from './sheet-section.tsx';
import { type SpellEvent, spellEvents } from './spell-events.ts';

/** How the household came on to the lists and off them, each list a lane of its own. */
export function SpellsSection({ whole }: { whole: WholeHousehold }) {
  const { t } = useTranslation();
  const { mayRestructure, open } = useActs();
  const kinds = [...new Set(whole.spells.map(({ kind }) => kind))];
  return (
    <SheetSection
      name="spells"
      actions={
        mayRestructure && (
          <Button size="small" onClick={() => open({ kind: 'addSpell' })}>
            {t('households:act.addSpell')}
          </Button>
        )
      }
    >
      {kinds.length === 0 && <p className="mb-soft">{t('households:spells.none')}</p>}
      {kinds.map((kind) => (
        <Lane key={kind} kind={kind} spells={whole.spells.filter((spell) => spell.kind === kind)} />
      ))}
    </SheetSection>
  );
}

function Lane({ kind, spells }: { kind: string; spells: readonly SpellView[] }) {
  const { t } = useTranslation();
  const events = spellEvents(spells);
  return (
    <div className="mb-household-lane">
      <h3>{t(`codes:spellKind.${kind}`)}</h3>
      <ol>
        {events.map((event) => (
          <EventStep key={`${event.id}.${event.is}`} event={event} />
        ))}
      </ol>
    </div>
  );
}

const tones = { identified: 'seal', returned: 'bad', exited: 'good', eliminated: 'good' } as const;

function EventStep({ event }: { event: SpellEvent }) {
  const { t } = useTranslation();
  const { mayRestructure } = useActs();
  const { reason, is, on, isOpen } = event;
  const list = is === 'start' ? 'spellStart' : 'spellEnd';
  return (
    <li className={`mb-household-step mb-household-step-${is}`}>
      <CodeTag list={list} code={reason} tone={tones[reason as keyof typeof tones] ?? 'plain'} />
      <Day value={on} />
      {isOpen && <small>{t('households:spells.now')}</small>}
      {is === 'start' && mayRestructure && <SpellActs event={event} />}
    </li>
  );
}

/** What can be done to the spell that begins here; each button names the spell for those who only hear it. */
function SpellActs({ event: { id, kind, on, isOpen } }: { event: SpellEvent }) {
  const { t } = useTranslation();
  const { open } = useActs();
  const spell = t('households:spells.named', { kind: t(`codes:spellKind.${kind}`), day: on });
  const button = (does: 'endSpell' | 'correctSpell', label: string) => (
    <Button
      type="link"
      size="small"
      aria-label={`${label} ${spell}`}
      onClick={() => open({ kind: does, spellId: id })}
    >
      {label}
    </Button>
  );
  return (
    <span className="mb-household-noprint">
      {isOpen && button('endSpell', t('households:spells.end'))}
      {button('correctSpell', t('households:spells.correct'))}
    </span>
  );
}
