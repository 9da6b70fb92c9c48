import type { FastifyInstance } from 'fastify';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { endpoint } from '../../../platform/server/http/endpoint.ts';
import { HouseholdKey, RecordId, SpellBody, SpellEnd } from '../model/contract.ts';
import { addSpell, type CodeOf, correctSpell, endSpell, type SpellFacts } from '../model/index.ts';
import { type Checking, changeHousehold } from './change-household.ts';
import { Changed, Reason, Seen } from './correcting-routes.ts';
import { keyOf } from './routes.ts';

const tag = 'households';
const at = '/api/households/:county/:id/spells';
const SpellKey = HouseholdKey.extend({ spell: RecordId });
const Explained = Seen.extend({ reason: Reason });

/** Registration spells by hand: one that was left out, the end of one, and what was recorded wrongly. */
export function declareHouseholdSpells(check: Checking) {
  return (app: FastifyInstance): void => {
    endpoint(app, {
      method: 'POST',
      url: at,
      tag,
      summary: 'Record a registration spell',
      permission: 'household.restructure',
      params: HouseholdKey,
      body: Explained.extend({ spellId: RecordId, facts: SpellBody }),
      response: Changed,
      handle: async (context, { params, body }) => {
        const spell = { id: body.spellId, facts: body.facts as SpellFacts };
        const request = {
          key: keyOf(params),
          kind: 'spell.add' as const,
          says: body,
          version: body.version,
        };
        await changeHousehold(context, request, check, (whole) =>
          addSpell(whole, spell, context.today),
        );
        return params;
      },
    });
    declareEnding(app, check);
    declareCorrecting(app, check);
  };
}

function declareEnding(app: FastifyInstance, check: Checking): void {
  endpoint(app, {
    method: 'POST',
    url: `${at}/:spell/end`,
    tag,
    summary: 'End a registration spell',
    permission: 'household.restructure',
    params: SpellKey,
    body: Explained.extend(SpellEnd.shape),
    response: Changed,
    handle: async (context, { params, body }) => {
      const end = { endedOn: body.on as PlainDate, endReason: body.how as CodeOf<'spellEnd'> };
      const request = {
        key: keyOf(params),
        kind: 'spell.end' as const,
        says: body,
        version: body.version,
      };
      await changeHousehold(context, request, check, (whole) =>
        endSpell(whole, params.spell, { end, today: context.today }),
      );
      return { county: params.county, id: params.id };
    },
  });
}

function declareCorrecting(app: FastifyInstance, check: Checking): void {
  endpoint(app, {
    method: 'PATCH',
    url: `${at}/:spell`,
    tag,
    summary: 'Correct what is recorded of a registration spell; without an end it goes on',
    permission: 'household.restructure',
    params: SpellKey,
    body: Explained.extend({ changes: SpellBody.partial() }),
    response: Changed,
    handle: async (context, { params, body }) => {
      const wanted = body.changes as Partial<SpellFacts>;
      const request = {
        key: keyOf(params),
        kind: 'spell.correct' as const,
        says: body,
        version: body.version,
      };
      await changeHousehold(context, request, check, (whole) =>
        correctSpell(whole, params.spell, { wanted, today: context.today }),
      );
      return { county: params.county, id: params.id };
    },
  });
}
