import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { RegionCode } from '../../../kernel/region-code.ts';
import { type Context, endpoint } from '../../../platform/server/http/endpoint.ts';
import { requireWithinReach } from '../../../platform/server/identity/officer.ts';
import {
  CountyCode,
  HouseholdChanges,
  HouseholdKey,
  PersonChanges,
  RecordId,
  RequestSays,
  SurveyChanges,
  VillageCode,
} from '../model/contract.ts';
import {
  addHousehold,
  changeHead,
  correctHousehold,
  correctPerson,
  type HouseholdFacts,
  type PersonFacts,
  type Relations,
  recordSurvey,
  surveyFacts,
} from '../model/index.ts';
import { applyChanges } from './apply-changes.ts';
import {
  type Checking,
  changeHousehold,
  changesOrRefuse,
  countyOfVillage,
  isRepeated,
  saysOf,
} from './change-household.ts';
import { cleanPersonValues, wholeHouseholdFacts, wholePersonFacts } from './clean-facts.ts';
import { keyOf } from './routes.ts';

const tag = 'households';
const at = '/api/households/:county/:id';

/** What a change answers: where the household is, and its version now. */
export const Changed = z.object({ county: CountyCode, id: RecordId });

export const Seen = RequestSays.extend({ version: z.int().describe('of the household, as seen') });

/** Where an act always has to be explained. */
export const Reason = z.string().trim().min(1).max(500);

export const NewPerson = z.object({ id: RecordId, facts: PersonChanges });

const NewHousehold = RequestSays.extend({
  id: RecordId,
  villageCode: VillageCode,
  facts: HouseholdChanges,
  persons: z.array(NewPerson).max(50),
});

async function addOne(context: Context, body: z.output<typeof NewHousehold>, check: Checking) {
  const county = countyOfVillage(body.villageCode);
  const answer = { county, id: body.id };
  requireWithinReach(context.officer, body.villageCode as RegionCode);
  if (await isRepeated(context, county, { kind: 'household.add' as const, says: body }))
    return answer;
  const changes = changesOrRefuse(
    addHousehold(
      {
        id: body.id,
        countyCode: county,
        villageCode: body.villageCode as RegionCode,
        facts: wholeHouseholdFacts(body.facts),
        persons: body.persons.map(({ id, facts }) => ({ id, facts: wholePersonFacts(facts) })),
      },
      context.today,
    ),
  );
  const settle = await check(context, [], changes, body.reason);
  await applyChanges(context, saysOf(body), changes);
  await settle();
  return answer;
}

/** Adding a household and correcting what is recorded of it, of its members, and of a year. */
export function declareHouseholdCorrecting(check: Checking) {
  return (app: FastifyInstance): void => {
    endpoint(app, {
      method: 'POST',
      url: '/api/households',
      tag,
      summary: 'Add a household with its members',
      permission: 'household.correct',
      body: NewHousehold,
      response: Changed,
      handle: async (context, { body }) => await addOne(context, body, check),
    });

    endpoint(app, {
      method: 'PATCH',
      url: at,
      tag,
      summary: 'Correct what is recorded of a household',
      permission: 'household.correct',
      params: HouseholdKey,
      body: Seen.extend({ changes: HouseholdChanges }),
      response: Changed,
      handle: async (context, { params, body }) => {
        const request = {
          key: keyOf(params),
          kind: 'household.correct' as const,
          says: body,
          version: body.version,
        };
        await changeHousehold(context, request, check, (whole) =>
          correctHousehold(whole, body.changes as Partial<HouseholdFacts>),
        );
        return params;
      },
    });

    declareMemberCorrecting(app, check);
    declareSurveying(app, check);
  };
}

function declareMemberCorrecting(app: FastifyInstance, check: Checking): void {
  endpoint(app, {
    method: 'PATCH',
    url: `${at}/persons/:person`,
    tag,
    summary: 'Correct what is recorded of a member',
    permission: 'household.correct',
    params: HouseholdKey.extend({ person: RecordId }),
    body: Seen.extend({ changes: PersonChanges }),
    response: Changed,
    handle: async (context, { params, body }) => {
      const request = {
        key: keyOf(params),
        kind: 'person.correct' as const,
        says: body,
        version: body.version,
      };
      const wanted = cleanPersonValues(body.changes) as Partial<PersonFacts>;
      await changeHousehold(context, request, check, (whole) =>
        correctPerson(whole, params.person, { wanted, today: context.today }),
      );
      return { county: params.county, id: params.id };
    },
  });

  endpoint(app, {
    method: 'POST',
    url: `${at}/head`,
    tag,
    summary: 'Make another member the head of the household',
    permission: 'household.correct',
    params: HouseholdKey,
    body: Seen.extend({ headId: RecordId, relations: z.record(RecordId, z.string()) }),
    response: Changed,
    handle: async (context, { params, body }) => {
      const request = {
        key: keyOf(params),
        kind: 'household.changeHead' as const,
        says: body,
        version: body.version,
      };
      await changeHousehold(context, request, check, (whole) =>
        changeHead(whole, body.headId, body.relations as Relations),
      );
      return params;
    },
  });
}

function declareSurveying(app: FastifyInstance, check: Checking): void {
  endpoint(app, {
    method: 'PUT',
    url: `${at}/surveys/:year`,
    tag,
    summary: 'Record or correct the survey of a year; totals are worked out',
    permission: 'household.correct',
    params: HouseholdKey.extend({ year: z.coerce.number().int().min(2000).max(2100) }),
    body: Seen.extend({ surveyId: RecordId, facts: SurveyChanges }),
    response: Changed,
    handle: async (context, { params, body }) => {
      const request = {
        key: keyOf(params),
        kind: 'survey.record' as const,
        says: body,
        version: body.version,
      };
      await changeHousehold(context, request, check, (whole) => {
        const survey = whole.surveys.find(({ year }) => year === params.year);
        const wanted = surveyFacts({ ...survey, ...body.facts, year: params.year } as never);
        return recordSurvey(whole, survey, { wanted: onlyFacts(wanted), newId: body.surveyId });
      });
      return { county: params.county, id: params.id };
    },
  });
}

const recordKeys = new Set(['id', 'countyCode', 'villageCode', 'householdId', 'version']);

/** The facts of a survey without what makes it a record. */
function onlyFacts<Facts extends object>(record: Facts): Facts {
  return Object.fromEntries(
    Object.entries(record).filter(([key]) => !recordKeys.has(key)),
  ) as Facts;
}
