import type { WholeHousehold } from '../household-queries.ts';
import { CorrectHouseholdDrawer, CorrectPersonDrawer } from './correct-drawers.tsx';
import { HeadDrawer } from './head-drawer.tsx';
import { JoiningDrawer } from './joining-drawer.tsx';
import { LeavingDrawer } from './leaving-drawer.tsx';
import { MergeDrawer } from './merge-drawer.tsx';
import { MoveDrawer } from './move-drawer.tsx';
import { MoveHouseholdDrawer } from './move-household-drawer.tsx';
import type { ActToDo } from './open-act.tsx';
import { AddSpellDrawer, CorrectSpellDrawer, EndSpellDrawer } from './spell-drawers.tsx';
import { SplitDrawer } from './split-drawer.tsx';
import { SurveyDrawer } from './survey-drawer.tsx';
import { UndoDrawer } from './undo-drawer.tsx';

type ActDialogProperties = { act: ActToDo; whole: WholeHousehold; onClose: () => void };

/** The form of the act that was opened. */
export function ActDialog({ act, whole, onClose }: ActDialogProperties) {
  const common = { whole, onClose };
  switch (act.kind) {
    case 'correctHousehold':
      return <CorrectHouseholdDrawer {...common} />;
    case 'birth':
    case 'arrival':
      return <JoiningDrawer {...common} isBirth={act.kind === 'birth'} />;
    case 'changeHead':
      return <HeadDrawer {...common} />;
    case 'split':
      return <SplitDrawer {...common} />;
    case 'merge':
      return <MergeDrawer {...common} />;
    case 'survey':
      return <SurveyDrawer {...common} year={act.year} />;
    case 'moveHousehold':
      return <MoveHouseholdDrawer {...common} />;
    case 'addSpell':
      return <AddSpellDrawer {...common} />;
    case 'endSpell':
    case 'correctSpell':
      return <SpellAct {...common} act={act} />;
    case 'undo':
      return <UndoDrawer {...common} act={act.act} />;
    default:
      return <PersonAct {...common} act={act} />;
  }
}

type SpellActProperties = Omit<ActDialogProperties, 'act'> & {
  act: Extract<ActToDo, { spellId: string }>;
};

function SpellAct({ act, whole, onClose }: SpellActProperties) {
  const spell = whole.spells.find(({ id }) => id === act.spellId);
  if (spell === undefined) return null;
  const Drawer = act.kind === 'endSpell' ? EndSpellDrawer : CorrectSpellDrawer;
  return <Drawer whole={whole} spell={spell} onClose={onClose} />;
}

type PersonActProperties = Omit<ActDialogProperties, 'act'> & {
  act: Extract<ActToDo, { personId: string }>;
};

function PersonAct({ act, whole, onClose }: PersonActProperties) {
  const person = whole.persons.find(({ id }) => id === act.personId);
  if (person === undefined) return null;
  const common = { whole, person, onClose };
  switch (act.kind) {
    case 'correctPerson':
      return <CorrectPersonDrawer {...common} />;
    case 'move':
      return <MoveDrawer {...common} />;
    case 'death':
    case 'departure':
      return <LeavingDrawer {...common} isDeath={act.kind === 'death'} />;
  }
}
