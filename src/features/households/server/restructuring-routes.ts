import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import { type Context, endpoint } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { findVillages } from '../../regions/server/index.ts';
import { HouseholdKey, RecordId, VillageCode } from '../model/contract.ts';
import {
  type CodeOf,
  codesOf,
  type Departure,
  mergeHouseholds,
  moveHousehold,
  movePerson,
  type Relations,
  recordArrival,
  recordBirth,
  recordDeath,
  recordDeparture,
  type Succession,
  splitHousehold,
} from '../model/index.ts';
import { type Checking, changeHousehold } from './change-household.ts';
import { wholePersonFacts } from './clean-facts.ts';
import { Changed, NewPerson, Reason, Seen } from './correcting-routes.ts';
import { keyOf } from './routes.ts';

const tag = 'households';
const at = '/api/households/:county/:id';
const Day = z.iso.date();
const Relation = z.enum(codesOf('relation').map((entry) => entry.code) as [string, ...string[]]);
const RelationsOf = z.record(RecordId, Relation);
const SuccessionOf = z.object({ headId: RecordId, relations: RelationsOf });

function codesIn(list: 'joinReason' | 'leaveReason') {
  return z.enum(codesOf(list).map((entry) => entry.code) as [string, ...string[]]);
}

/** Births, arrivals, deaths and departures, moves between households and villages, splitting and merging. */
export function declareHouseholdRestructuring(check: Checking) {
  return (app: FastifyInstance): void => {
    declareJoining(app, check);
    declareLeaving(app, check);
    declareMoving(app, check);
    declareSplitting(app, check);
    declareMerging(app, check);
    declareMovingHouse(app, check);
  };
}

function declareJoining(app: FastifyInstance, check: Checking): void {
  endpoint(app, {
    method: 'POST',
    url: `${at}/persons`,
    tag,
    summary: 'Record a birth, or somebody who comes by marriage or otherwise',
    permission: 'household.correct',
    params: HouseholdKey,
    body: Seen.extend({
      reason: z.string().max(500).optional(),
      how: codesIn('joinReason'),
      on: Day.optional(),
      person: NewPerson,
    }),
    response: Changed,
    handle: async (context, { params, body }) => {
      const person = { id: body.person.id, facts: wholePersonFacts(body.person.facts) };
      const how = body.how as CodeOf<'joinReason'>;
      const kind = how === 'birth' ? 'person.birth' : 'person.arrive';
      const on = (body.on ?? context.today) as PlainDate;
      await changeHousehold(
        context,
        { key: keyOf(params), kind, says: body, version: body.version },
        check,
        (whole) =>
          how === 'birth'
            ? recordBirth(whole, person, context.today)
            : recordArrival(whole, person, { reason: how, on, today: context.today }),
      );
      return params;
    },
  });
}

function declareLeaving(app: FastifyInstance, check: Checking): void {
  endpoint(app, {
    method: 'POST',
    url: `${at}/persons/:person/leave`,
    tag,
    summary: 'Record a death or a departure',
    permission: 'household.correct',
    params: HouseholdKey.extend({ person: RecordId }),
    body: Seen.extend({
      how: codesIn('leaveReason'),
      on: Day,
      succession: SuccessionOf.optional(),
    }),
    response: Changed,
    handle: async (context, { params, body }) => {
      const how = body.how as CodeOf<'leaveReason'>;
      const kind = how === 'death' ? 'person.die' : 'person.leave';
      const departure = {
        personId: params.person,
        reason: how,
        on: body.on as PlainDate,
        ...(body.succession === undefined ? {} : { succession: body.succession as Succession }),
      } satisfies Departure;
      await changeHousehold(
        context,
        { key: keyOf(params), kind, says: body, version: body.version },
        check,
        (whole) =>
          how === 'death'
            ? recordDeath(whole, departure, context.today)
            : recordDeparture(whole, departure, context.today),
      );
      return { county: params.county, id: params.id };
    },
  });
}

function declareMoving(app: FastifyInstance, check: Checking): void {
  endpoint(app, {
    method: 'POST',
    url: `${at}/persons/:person/move`,
    tag,
    summary: 'Move a member into another household of the county',
    permission: 'household.restructure',
    params: HouseholdKey.extend({ person: RecordId }),
    body: Seen.extend({
      to: RecordId,
      relation: Relation,
      on: Day,
      succession: SuccessionOf.optional(),
    }),
    response: Changed,
    handle: async (context, { params, body }) => {
      const to = { county: params.county as RegionCode, id: body.to };
      const move = {
        personId: params.person,
        relation: body.relation as CodeOf<'relation'>,
        on: body.on as PlainDate,
        ...(body.succession === undefined ? {} : { succession: body.succession as Succession }),
      };
      const request = {
        key: keyOf(params),
        kind: 'person.move' as const,
        says: body,
        version: body.version,
        others: [to],
      };
      await changeHousehold(context, request, check, (from, [target]) =>
        movePerson({ from, to: target ?? from }, move, context.today),
      );
      return { county: params.county, id: params.id };
    },
  });
}

function declareSplitting(app: FastifyInstance, check: Checking): void {
  endpoint(app, {
    method: 'POST',
    url: `${at}/split`,
    tag,
    summary: 'Make two households of one',
    permission: 'household.restructure',
    params: HouseholdKey,
    body: Seen.extend({
      newHouseholdId: RecordId,
      number: z.string().trim().min(1).max(40),
      personIds: z.array(RecordId).max(50),
      headId: RecordId,
      relations: RelationsOf,
      on: Day,
    }),
    response: Changed,
    handle: async (context, { params, body }) => {
      const split = {
        newHouseholdId: body.newHouseholdId,
        number: body.number,
        personIds: body.personIds,
        headId: body.headId,
        relations: body.relations as Relations,
        on: body.on as PlainDate,
        newSpellId: () => newId(),
      };
      const request = {
        key: keyOf(params),
        kind: 'household.split' as const,
        says: body,
        version: body.version,
      };
      await changeHousehold(context, request, check, (whole) =>
        splitHousehold(whole, split, context.today),
      );
      return { county: params.county, id: body.newHouseholdId };
    },
  });
}

function declareMerging(app: FastifyInstance, check: Checking): void {
  endpoint(app, {
    method: 'POST',
    url: `${at}/merge`,
    tag,
    summary: 'Make one household of two; the other one closes',
    permission: 'household.restructure',
    params: HouseholdKey,
    body: Seen.extend({ absorbed: RecordId, relations: RelationsOf, on: Day }),
    response: Changed,
    handle: async (context, { params, body }) => {
      const absorbed = { county: params.county as RegionCode, id: body.absorbed };
      const merge = { relations: body.relations as Relations, on: body.on as PlainDate };
      const request = {
        key: keyOf(params),
        kind: 'household.merge' as const,
        says: body,
        version: body.version,
        others: [absorbed],
      };
      await changeHousehold(context, request, check, (kept, [other]) =>
        mergeHouseholds({ kept, absorbed: other ?? kept }, merge, context.today),
      );
      return params;
    },
  });
}

/** Among the divisions of today; one that ended takes no household. */
async function requireVillage({ tx }: Context, code: RegionCode): Promise<void> {
  const [village] = await findVillages(tx, code);
  if (village === undefined) throw new Problem(422, 'noSuchVillage', { village: code });
}

function declareMovingHouse(app: FastifyInstance, check: Checking): void {
  endpoint(app, {
    method: 'POST',
    url: `${at}/village`,
    tag,
    summary: 'Move the household with all that is recorded of it to another village of the county',
    permission: 'household.restructure',
    params: HouseholdKey,
    body: Seen.extend({ reason: Reason, to: VillageCode, on: Day }),
    response: Changed,
    handle: async (context, { params, body }) => {
      const move = { to: body.to as RegionCode, on: body.on as PlainDate };
      await requireVillage(context, move.to);
      const request = {
        key: keyOf(params),
        kind: 'household.move' as const,
        says: body,
        version: body.version,
      };
      await changeHousehold(context, request, check, (whole) =>
        moveHousehold(whole, move, context.today),
      );
      return params;
    },
  });
}
