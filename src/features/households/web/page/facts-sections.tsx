import type { WholeHousehold } from '../household-queries.ts';
import { isAbsent } from '../words/value-text.ts';
import { RecordFacts } from './record-facts.tsx';
import { useSensitive } from './sensitive.tsx';
import { SheetSection } from './sheet-section.tsx';

/** Shown in the head of the page already. */
const inHead = ['number', 'headName', 'memberCount', 'villageGroup'];

/** Why the household is poor, and what it is on the register as. */
export function CauseSection({ whole: { household } }: { whole: WholeHousehold }) {
  return (
    <SheetSection name="cause">
      <RecordFacts
        isTitled
        of="household"
        record={household}
        groups={['cause', 'monitoring', 'basic']}
        omit={inHead}
      />
    </SheetSection>
  );
}

/** True if anything is known of a move: most households never moved. */
export function hasRelocation({ household }: WholeHousehold): boolean {
  return household.relocated === true || !isAbsent(household.relocationMode);
}

export function RelocationSection({ whole: { household } }: { whole: WholeHousehold }) {
  return (
    <SheetSection name="relocation">
      <RecordFacts of="household" record={household} groups={['relocation']} />
    </SheetSection>
  );
}

/** Address, phone and account; masked until asked for with a purpose. */
export function ContactSection({ whole: { household } }: { whole: WholeHousehold }) {
  const { clearOf } = useSensitive();
  return (
    <SheetSection name="contact">
      <RecordFacts
        of="household"
        record={household}
        groups={['contact']}
        clear={clearOf('household', household.id)}
      />
    </SheetSection>
  );
}
