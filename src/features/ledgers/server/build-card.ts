import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { ShownHousehold } from '../../households/server/index.ts';
import type { Ledger } from '../model/ledger.ts';
import { basicFacts, livingFacts, memberTable, spellTable } from './card-sections.ts';
import { incomeTables } from './income-tables.ts';
import type { Words } from './words.ts';

/** Surveys that a card shows: this year's and the one before. */
export const CARD_YEARS = 2;

/**
 * A household's card (户有卡), after the pages of the handbook (扶贫手册) that the register can fill:
 * basic facts, members, income, assurances, chain of registration, signatures.
 */
export function buildCard(
  household: ShownHousehold,
  { words, place, today }: { words: Words; place: string; today: PlainDate },
): Ledger {
  const { facts } = household;
  const group = facts.villageGroup;
  return {
    kind: 'card',
    region: household.villageCode,
    title: words.say('card.title'),
    series: words.say('series.card'),
    place: group === null ? place : `${place}${words.say('placeSeparator')}${group}`,
    number: facts.number,
    name: facts.headName,
    asOf: today,
    cover: [],
    blocks: [
      basicFacts(words, household),
      memberTable(words, household, today),
      ...incomeTables(words, household),
      livingFacts(words, household),
      spellTable(words, household),
      {
        type: 'signatures',
        id: 'signatures',
        items: ['head', 'helper', 'village'].map((who) => words.say(`card.sign.${who}`)),
      },
    ],
  };
}
