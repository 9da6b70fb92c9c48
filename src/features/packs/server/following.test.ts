import { beforeAll, describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { regionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { inRollback } from '../../../platform/server/testing/database-fixture.ts';
import {
  type Client,
  type TestServer,
  testServer,
} from '../../../platform/server/testing/people.ts';
import type {
  FollowedAnswer,
  PackAnswer,
  ParameterAnswer,
  ParametersAnswer,
  ProposalView,
} from '../model/contract.ts';
import { valueAt } from '../model/parameter-values.ts';
import { followedPack, parametersFollowed } from './follow-pack.ts';
import { shippedLibrary } from './library.ts';
import { packRoutes } from './routes.ts';
import { countVersions, findEvents, keepChanged } from './testing/policy-store.ts';

const village = '990101100201';

async function served(test: (server: TestServer, tx: Transaction) => Promise<void>): Promise<void> {
  await inRollback(async (database, tx) => {
    await test(await testServer(database, tx, [packRoutes]), tx);
  });
}

async function read<Answer>(client: Client, url: string): Promise<Answer> {
  const answer = await client.get(url);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Answer>();
}

beforeAll(() => {
  // The first question reads the packs, which takes longer than a test should.
  shippedLibrary();
});

describe('the packs', () => {
  it('are shown with what carries each clause out', async () => {
    await served(async (server) => {
      const mei = await server.as('mei');
      const willow = await read<PackAnswer>(mei, '/api/packs/willow');
      expect(willow.chain.map(({ id }) => id)).toEqual(['willow', 'national']);
      const clause = willow.clauses.find(({ id }) => id === '3.1');
      expect(clause).toMatchObject({
        number: '（一）',
        carrying: 'items',
        lead: [{ id: 'education' }],
      });
      expect(clause?.carriers.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
        'rules kindergartenAid',
        'parameters kindergartenAid',
      ]);
      const shown = await read<{ items: { id: string }[] }>(mei, '/api/packs/willow/clauses/4.1');
      expect(shown.items.map(({ id }) => id)).toEqual(['countyContribution', 'countyFundShare']);
    });
  });

  it('that are not there are not there', async () => {
    await served(async (server) => {
      const mei = await server.as('mei');
      expect((await mei.get('/api/packs/moon')).json()).toMatchObject({ code: 'packNotThere' });
      expect((await mei.get('/api/packs/willow/clauses/9')).json()).toMatchObject({
        code: 'clauseNotThere',
      });
    });
  });
});

const adoption = (packId: string, from: string, region = '990101') => ({
  requestId: newId(),
  region,
  packId,
  from,
  reason: '县政府常务会议决定',
});

describe('a region', () => {
  it('follows the pack that was written for it, or the nearest above', async () => {
    await served(async (server) => {
      const wen = await server.as('wen');
      const at = async (region: string, on: string): Promise<string | undefined> =>
        (await read<FollowedAnswer>(wen, `/api/pack-followed?region=${region}&on=${on}`)).followed
          ?.id;
      expect(await at(village, '2018-01-01')).toBe('willow');
      expect(await at(village, '2015-12-31')).toBe('national');
      expect(await at('99', '2018-01-01')).toBe('national');
      expect(await at(village, '2009-12-31')).toBeUndefined();
    });
  });

  it('follows what its office adopted from the day on, and its own pack again after the end', async () => {
    await served(async (server) => {
      const wen = await server.as('wen');
      const adopted = await wen.send(
        'POST',
        '/api/pack-adoptions',
        adoption('national', '2017-01-01'),
      );
      expect(adopted.statusCode, adopted.body).toBe(200);
      const { id } = adopted.json<{ id: string }>();
      const end = { until: '2017-12-31', reason: '恢复执行本县方案' };
      expect((await wen.send('POST', `/api/pack-adoptions/${id}/end`, end)).statusCode).toBe(200);
      const at = async (on: string): Promise<FollowedAnswer> =>
        await read<FollowedAnswer>(wen, `/api/pack-followed?region=${village}&on=${on}`);
      expect((await at('2016-12-31')).followed?.id).toBe('willow');
      expect((await at('2017-01-01')).followed?.id).toBe('national');
      expect((await at('2017-01-01')).adoption).toMatchObject({
        id,
        reason: '县政府常务会议决定',
        adoptedBy: '文川',
      });
      expect((await at('2017-12-31')).followed?.id).toBe('national');
      expect((await at('2018-01-01')).followed?.id).toBe('willow');
      expect((await wen.send('POST', `/api/pack-adoptions/${id}/end`, end)).json()).toMatchObject({
        code: 'adoptionEnded',
      });
    });
  });

  it('ends what it followed the day before it adopts another, and not backwards', async () => {
    await served(async (server) => {
      const wen = await server.as('wen');
      const send = async (body: unknown) => await wen.send('POST', '/api/pack-adoptions', body);
      await send(adoption('national', '2017-01-01'));
      expect((await send(adoption('willow', '2017-01-01'))).json()).toMatchObject({
        code: 'adoptionNotLater',
      });
      expect((await send(adoption('willow', '2018-01-01'))).statusCode).toBe(200);
      const { adoptions } = await read<FollowedAnswer>(wen, '/api/pack-followed?region=990101');
      expect(adoptions.map(({ packId, until }) => [packId, until])).toEqual([
        ['willow', null],
        ['national', '2017-12-31'],
      ]);
    });
  });

  it('is adopted for once, however often the request is sent', async () => {
    await served(async (server) => {
      const wen = await server.as('wen');
      const body = adoption('national', '2017-01-01');
      const first = await wen.send('POST', '/api/pack-adoptions', body);
      const second = await wen.send('POST', '/api/pack-adoptions', body);
      expect(second.json()).toEqual(first.json());
    });
  });

  it('is not decided for by others, nor by those who may only read or propose', async () => {
    await served(async (server) => {
      for (const name of ['mei', 'lin'] as const) {
        const answer = await (await server.as(name)).send(
          'POST',
          '/api/pack-adoptions',
          adoption('national', '2017-01-01'),
        );
        expect(answer.json()).toMatchObject({ code: 'roleLacksPermission' });
      }
      const wen = await server.as('wen');
      const elsewhere = adoption('national', '2017-01-01', '98');
      expect((await wen.send('POST', '/api/pack-adoptions', elsewhere)).statusCode).toBe(404);
    });
  });

  it('keeps the version it adopted, and finds its values where the pack was written for elsewhere', async () => {
    await served(async (server, tx) => {
      const wen = await server.as('wen');
      await wen.send('POST', '/api/pack-adoptions', adoption('willow', '2017-01-01', '990102'));
      const day = plainDate('2018-10-01');
      const lakeside = regionCode('990102100');
      const followed = await followedPack(tx, lakeside, day);
      expect(followed?.adoption?.region).toBe('990102');
      const tables = followed === undefined ? undefined : await parametersFollowed(tx, followed);
      const aid = tables?.get('kindergartenAid');
      expect(aid === undefined ? undefined : valueAt(aid, lakeside, day)?.value).toBe(800);
      expect(await countVersions(tx, followed?.version ?? '')).toBe(1);
    });
  });

  it('goes on with the kept version when the pack of that name has changed', async () => {
    await served(async (server, tx) => {
      const wen = await server.as('wen');
      await wen.send('POST', '/api/pack-adoptions', adoption('willow', '2017-01-01'));
      await keepChanged(tx, {
        file: 'willow/pack.yaml',
        from: 'Plan of Willow',
        to: 'Old plan of Willow',
        hash: 'f'.repeat(64),
      });
      const followed = await followedPack(tx, regionCode(village), plainDate('2018-01-01'));
      expect(followed?.pack.head.value.title.en).toContain('Old plan of Willow');
      expect(followed?.chain.map(({ head }) => head.value.id)).toEqual(['willow', 'national']);
    });
  });
});

const proposal = (more: Record<string, unknown> = {}) => ({
  requestId: newId(),
  parameterId: 'kindergartenAid',
  region: '990101',
  from: '2020-09-01',
  value: 900,
  clause: '柳政办发〔2020〕12号 第三条',
  reason: '物价上涨',
  ...more,
});

const proposals = '/api/parameter-proposals';

async function proposed(client: Client, more: Record<string, unknown> = {}): Promise<string> {
  const answer = await client.send('POST', proposals, proposal(more));
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ id: string }>().id;
}

async function aidOn(client: Client, on: string, region = village): Promise<unknown> {
  const url = `/api/parameters?region=${region}&on=${on}`;
  const { parameters } = await read<ParametersAnswer>(client, url);
  return parameters.find(({ id }) => id === 'kindergartenAid')?.inForce?.value;
}

describe('a value that an office sets', () => {
  it('holds from its day on, once a second person has approved it', async () => {
    await served(async (server) => {
      const [lin, wen] = [await server.as('lin'), await server.as('wen')];
      const id = await proposed(lin);
      expect(await aidOn(lin, '2020-09-01')).toBe(800);
      expect((await wen.send('POST', `${proposals}/${id}/approve`, {})).statusCode).toBe(200);
      expect(await aidOn(lin, '2020-08-31')).toBe(800);
      expect(await aidOn(lin, '2020-09-01')).toBe(900);
      const shown = await read<ParameterAnswer>(
        lin,
        `/api/parameters/kindergartenAid?region=${village}`,
      );
      expect(shown.values.map(({ from, value, pack }) => [from, value, pack])).toEqual([
        ['2016-01-01', 600, 'willow'],
        ['2018-09-01', 800, 'willow'],
        ['2020-09-01', 900, null],
      ]);
      expect(shown.values.at(-1)?.cites).toEqual(['柳政办发〔2020〕12号 第三条']);
    });
  });

  it('cannot be approved by whoever proposed it', async () => {
    await served(async (server) => {
      const wen = await server.as('wen');
      const id = await proposed(wen);
      expect((await wen.send('POST', `${proposals}/${id}/approve`, {})).json()).toMatchObject({
        code: 'proposerMayNotDecide',
      });
      expect((await wen.send('POST', `${proposals}/${id}/withdraw`, {})).statusCode).toBe(200);
      expect(await aidOn(wen, '2020-09-01')).toBe(800);
    });
  });

  it('is refused only with a reason, by somebody else, and only once', async () => {
    await served(async (server) => {
      const [lin, wen] = [await server.as('lin'), await server.as('wen')];
      const id = await proposed(lin);
      const send = async (client: Client, verb: string, body: unknown = {}) =>
        (await client.send('POST', `${proposals}/${id}/${verb}`, body)).json<{ code?: string }>();
      expect(await send(wen, 'refuse')).toMatchObject({ code: 'refusalNeedsReason' });
      expect(await send(wen, 'withdraw')).toMatchObject({ code: 'onlyProposerWithdraws' });
      expect(await send(wen, 'refuse', { reason: '没有经费' })).toEqual({ id });
      expect(await send(wen, 'refuse', { reason: '没有经费' })).toEqual({ id });
      expect(await send(wen, 'approve')).toMatchObject({ code: 'valueDecidedAlready' });
      const listed = await read<{ proposals: ProposalView[] }>(lin, `${proposals}?region=990101`);
      expect(listed.proposals).toMatchObject([
        {
          id,
          state: 'refused',
          mine: true,
          proposedBy: '林岚',
          decidedBy: '文川',
          decidedBecause: '没有经费',
        },
      ]);
    });
  });

  it('is proposed once at a time, and once however often the request is sent', async () => {
    await served(async (server) => {
      const lin = await server.as('lin');
      const body = proposal();
      const first = await lin.send('POST', proposals, body);
      expect((await lin.send('POST', proposals, body)).json()).toEqual(first.json());
      expect((await lin.send('POST', proposals, proposal())).json()).toMatchObject({
        code: 'valueProposedAlready',
      });
    });
  });

  it('must be of the unit of a parameter that holds there', async () => {
    await served(async (server) => {
      const lin = await server.as('lin');
      const code = async (more: Record<string, unknown>): Promise<unknown> =>
        (await lin.send('POST', proposals, proposal(more))).json<{ code?: string }>().code;
      expect(await code({ parameterId: 'moonAid' })).toBe('parameterNotThere');
      expect(await code({ value: '2020-01-01' })).toBe('valueOfOtherUnit');
      expect(await code({ value: ['900'] })).toBe('valueOfOtherUnit');
      expect(await code({ until: '2020-08-31' })).toBe('valueEndsBeforeItBegins');
      expect(await code({ parameterId: 'waterCheckedFrom', value: '2020-01-01' })).toBeUndefined();
    });
  });

  it('is neither proposed nor decided outside one’s reach', async () => {
    await served(async (server) => {
      const [lin, hua, mei] = [
        await server.as('lin'),
        await server.as('hua'),
        await server.as('mei'),
      ];
      expect((await lin.send('POST', proposals, proposal({ region: '99' }))).statusCode).toBe(404);
      expect((await hua.send('POST', proposals, proposal())).statusCode).toBe(404);
      expect((await mei.send('POST', proposals, proposal())).json()).toMatchObject({
        code: 'roleLacksPermission',
      });
    });
  });

  it('is shown, while it is only proposed, to those it concerns and to nobody beside them', async () => {
    await served(async (server) => {
      const id = await proposed(await server.as('lin'));
      const seenBy = async (name: 'mei' | 'wen' | 'hua'): Promise<string[]> => {
        const url = `${proposals}?region=99`;
        const listed = await read<{ proposals: ProposalView[] }>(await server.as(name), url);
        return listed.proposals.map((each) => each.id);
      };
      expect(await seenBy('mei')).toEqual([id]);
      expect(await seenBy('wen')).toEqual([id]);
      expect(await seenBy('hua')).toEqual([]);
    });
  });

  it('leaves a trace in the audit log, with before and why', async () => {
    await served(async (server, tx) => {
      const [lin, wen] = [await server.as('lin'), await server.as('wen')];
      const id = await proposed(lin);
      await wen.send('POST', `${proposals}/${id}/approve`, {});
      expect(await findEvents(tx, id)).toMatchObject([
        {
          kind: 'policy.valueProposed',
          detail: { parameterId: 'kindergartenAid', value: 900, reason: '物价上涨' },
        },
        { kind: 'policy.valueApproved' },
      ]);
    });
  });
});
