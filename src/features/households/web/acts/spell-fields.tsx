import { useTranslation } from 'react-i18next';
import { codesOf } from '../../model/index.ts';
import type { SpellView } from '../household-queries.ts';
import { CodeInput, OptionalDayInput } from './act-fields.tsx';

/** What is typed of a spell so far. */
export type SpellDraft = {
  readonly kind: string | undefined;
  readonly startedOn: string | undefined;
  readonly startReason: string | undefined;
  readonly endedOn: string | undefined;
  readonly endReason: string | undefined;
};

export const emptySpell: SpellDraft = {
  kind: undefined,
  startedOn: undefined,
  startReason: undefined,
  endedOn: undefined,
  endReason: undefined,
};

const codes = (list: 'spellKind' | 'spellStart' | 'spellEnd') =>
  codesOf(list).map(({ code }) => code);
export const spellCodes = {
  spellKind: codes('spellKind'),
  spellStart: codes('spellStart'),
  spellEnd: codes('spellEnd'),
};

export function draftOf({ endedOn, endReason, ...spell }: SpellView): SpellDraft {
  const { kind, startedOn, startReason } = spell;
  return {
    kind,
    startedOn,
    startReason,
    endedOn: endedOn ?? undefined,
    endReason: endReason ?? undefined,
  };
}

/** The whole spell; undefined until everything is said, the end with day and reason or not at all. */
export function factsOf({ kind, startedOn, startReason, endedOn, endReason }: SpellDraft) {
  if (kind === undefined || startedOn === undefined || startReason === undefined) return undefined;
  if ((endedOn === undefined) !== (endReason === undefined)) return undefined;
  return {
    kind,
    startedOn,
    startReason,
    endedOn: endedOn ?? null,
    endReason: endReason ?? null,
  };
}

type Facts = NonNullable<ReturnType<typeof factsOf>>;

/** What differs from what is recorded. */
export function spellDifferences(recorded: SpellView, facts: Facts): Partial<Facts> {
  const differing = Object.entries(facts).filter(
    ([key, value]) => recorded[key as keyof Facts] !== value,
  );
  return Object.fromEntries(differing);
}

type SpellFieldsProperties = { draft: SpellDraft; onChange: (draft: SpellDraft) => void };

/** On which list, from when, why, and the end where there is one. */
export function SpellFields({ draft, onChange }: SpellFieldsProperties) {
  const { t } = useTranslation();
  const code = (key: 'kind' | 'startReason' | 'endReason', list: keyof typeof spellCodes) => (
    <CodeInput
      label={t(`households:record.${key}`)}
      list={list}
      codes={spellCodes[list]}
      value={draft[key]}
      onChange={(value) => onChange({ ...draft, [key]: value })}
    />
  );
  const day = (key: 'startedOn' | 'endedOn') => (
    <OptionalDayInput
      label={t(`households:record.${key}`)}
      value={draft[key]}
      onChange={(value) => onChange({ ...draft, [key]: value })}
    />
  );
  return (
    <div className="mb-household-fields">
      {code('kind', 'spellKind')}
      {day('startedOn')}
      {code('startReason', 'spellStart')}
      {day('endedOn')}
      {code('endReason', 'spellEnd')}
    </div>
  );
}
