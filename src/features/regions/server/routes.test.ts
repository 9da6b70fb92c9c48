import { beforeAll, describe, expect, it } from 'vitest';
import { regionCode } from '../../../kernel/region-code.ts';
import { inRollback, workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import { NOON, type TestServer, testServer } from '../../../platform/server/testing/people.ts';
import { loadFictionalDivisions } from './load-divisions.ts';
import { regionRoutes } from './routes.ts';
import { regionNames } from './store.ts';

/** Runs on a server with the fictional province, and undoes what the test did. */
async function onServer(test: (server: TestServer) => Promise<void>): Promise<void> {
  await inRollback(async (database, tx) => {
    await test(await testServer(database, tx, [regionRoutes]));
  });
}

function square(west: number): object {
  const ring = [
    [west, 30],
    [west + 0.1, 30],
    [west + 0.1, 30.1],
    [west, 30.1],
    [west, 30],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

function mapOf(...codes: string[]): object {
  const features = codes.map((code, at) => ({
    type: 'Feature',
    properties: { code },
    geometry: square(110 + at / 10),
  }));
  return { type: 'FeatureCollection', features };
}

function upload(...codes: string[]): object {
  return {
    reviewNumber: '示S(2026)001号',
    source: '柳溪县标准地图（2026年）',
    file: mapOf(...codes),
  };
}

beforeAll(async () => {
  const { owner } = await workerDatabase();
  await owner.begin(async (tx) => await loadFictionalDivisions(tx, NOON));
});

describe('GET /api/regions/search', () => {
  it("finds by name, initials and code, the officer's own region first", async () => {
    await onServer(async (server) => {
      const mei = await server.as('mei');
      const find = async (text: string) =>
        (await mei.get(`/api/regions/search?text=${encodeURIComponent(text)}&limit=2`)).json()
          .regions;
      expect(await find('东湖渔业村')).toEqual([
        {
          code: '990102100200',
          name: '东湖渔业村',
          level: 'village',
          fullName: '示范省示范市临湖县东湖渔业镇东湖渔业村',
        },
      ]);
      expect((await find('lxx'))[0].code).toBe('990101');
      expect((await find('990102'))[0].name).toBe('临湖县');
      expect((await find('村')).map(({ code }: { code: string }) => code)).toEqual([
        '990101100201',
        '990101100200',
      ]);
    });
  });

  it('understands no empty text and no code that is none', async () => {
    await onServer(async (server) => {
      const mei = await server.as('mei');
      expect((await mei.get('/api/regions/search?text=')).statusCode).toBe(400);
      expect((await mei.get('/api/regions/search?text=x&within=9')).statusCode).toBe(400);
      expect((await mei.get('/api/regions/search?text=x&limit=51')).statusCode).toBe(400);
    });
  });

  it('is for those who are signed in', async () => {
    await onServer(async (server) => {
      expect((await server.anonymous.get('/api/regions/search?text=x')).statusCode).toBe(401);
    });
  });
});

describe('GET /api/regions/:code', () => {
  it('tells what a village is and where it lies', async () => {
    await onServer(async (server) => {
      const answer = (await (await server.as('mei')).get('/api/regions/990102100201')).json();
      expect(answer).toMatchObject({
        name: '莫店村',
        level: 'village',
        validTo: null,
        successor: null,
      });
      expect(answer.path.map(({ name }: { name: string }) => name)).toEqual([
        '全国',
        '示范省',
        '示范市',
        '临湖县',
        '东湖渔业镇',
        '莫店村',
      ]);
    });
  });

  it('knows the nation by its word and answers 404 for what is not there', async () => {
    await onServer(async (server) => {
      const mei = await server.as('mei');
      expect((await mei.get('/api/regions/nation')).json()).toMatchObject({
        code: '',
        level: 'nation',
      });
      expect((await mei.get('/api/regions/98')).statusCode).toBe(404);
      expect((await mei.get('/api/regions/990101100999')).statusCode).toBe(404);
      expect((await mei.get('/api/regions/9')).statusCode).toBe(400);
    });
  });
});

describe('GET /api/regions/:code/children', () => {
  it('gives the divisions just below, a page at a time', async () => {
    await onServer(async (server) => {
      const mei = await server.as('mei');
      const page = async (more: string) =>
        (await mei.get(`/api/regions/990101/children?limit=7${more}`)).json();
      const first = await page('');
      const second = await page(`&after=${first.regions.at(-1).code}`);
      expect([first.regions.length, first.hasMore, second.regions.length, second.hasMore]).toEqual([
        7,
        true,
        5,
        false,
      ]);
      const codes: string[] = [...first.regions, ...second.regions].map(({ code }) => code);
      expect(codes).toEqual(codes.toSorted((one, other) => (one < other ? -1 : 1)));
      expect(new Set(codes).size).toBe(12);
    });
  });

  it('goes from the nation down to villages, which have none', async () => {
    await onServer(async (server) => {
      const mei = await server.as('mei');
      const names = async (code: string) =>
        (await mei.get(`/api/regions/${code}/children`))
          .json()
          .regions.map(({ name }: { name: string }) => name);
      expect(await names('nation')).toEqual(['示范省']);
      expect(await names('990102100')).toEqual(['东湖渔业村', '莫店村']);
      expect(await names('990102100200')).toEqual([]);
    });
  });
});

describe('GET /api/regions/:code/map', () => {
  it('is schematic as long as no office has loaded its own', async () => {
    await onServer(async (server) => {
      const mei = await server.as('mei');
      const townships = (await mei.get('/api/regions/990101/map')).json();
      expect([townships.kind, townships.map.features.length]).toEqual(['schematic', 12]);
      const villages = (await mei.get('/api/regions/990101/map?depth=2')).json();
      expect(villages.map.features).toHaveLength(127 + 12);
      const country = (await mei.get('/api/regions/nation/map?depth=2')).json();
      expect(
        country.map.features.map(
          ({ properties }: { properties: { role: string } }) => properties.role,
        ),
      ).toEqual(['cell', 'outline']);
      expect(
        (await mei.get('/api/regions/990101100/map?depth=2')).json().map.features,
      ).toHaveLength(13);
      expect((await mei.get('/api/regions/990101100200/map')).json().map.features).toEqual([]);
    });
  });

  it("is the office's own as soon as there is one, and says what it does not show", async () => {
    await onServer(async (server) => {
      const lin = await server.as('lin');
      const put = await lin.send(
        'PUT',
        '/api/regions/990101/boundaries',
        upload('990101', '990101100', '990101101'),
      );
      expect(put.json()).toEqual({ divisions: 3 });
      const map = (await lin.get('/api/regions/990101/map')).json();
      expect(map).toMatchObject({
        kind: 'official',
        reviewNumbers: ['示S(2026)001号'],
        sources: ['柳溪县标准地图（2026年）'],
      });
      expect(map.map.features).toHaveLength(2);
      expect(map.map.features[0].properties).toEqual({
        code: '990101100',
        name: '城关镇',
        role: 'cell',
        label: [110.15, 30.05],
      });
      expect(map.missing).toHaveLength(10);
      expect((await lin.get('/api/regions/990101/map?depth=2')).json().kind).toBe('schematic');
      expect((await lin.get('/api/regions/9901/map')).json()).toMatchObject({
        kind: 'official',
        missing: ['990102'],
      });
    });
  });
});

describe('PUT /api/regions/:code/boundaries', () => {
  it('replaces what was loaded for the region before, and can be undone', async () => {
    await onServer(async (server) => {
      const lin = await server.as('lin');
      await lin.send('PUT', '/api/regions/990101/boundaries', upload('990101100', '990101101'));
      await lin.send('PUT', '/api/regions/990101/boundaries', upload('990101102'));
      const map = (await lin.get('/api/regions/990101/map')).json();
      expect(
        map.map.features.map((each: { properties: { code: string } }) => each.properties.code),
      ).toEqual(['990101102']);
      expect((await lin.send('DELETE', '/api/regions/990101/boundaries')).json()).toEqual({
        divisions: 1,
      });
      expect((await lin.get('/api/regions/990101/map')).json().kind).toBe('schematic');
    });
  });

  it("takes over a division that another office's map also had", async () => {
    await onServer(async (server) => {
      const wen = await server.as('wen');
      const lin = await server.as('lin');
      await wen.send('PUT', '/api/regions/99/boundaries', upload('990101100', '990102100'));
      await lin.send('PUT', '/api/regions/990101/boundaries', {
        ...upload('990101100'),
        source: '县自然资源局',
      });
      expect((await lin.get('/api/regions/990101/map')).json().sources).toEqual(['县自然资源局']);
      expect((await lin.get('/api/regions/990102/map')).json().sources).toEqual([
        '柳溪县标准地图（2026年）',
      ]);
    });
  });

  it('is refused by name, and changes nothing', async () => {
    await onServer(async (server) => {
      const lin = await server.as('lin');
      const refusal = async (body: object) => {
        const answer = await lin.send('PUT', '/api/regions/990101/boundaries', body);
        return [answer.statusCode, answer.json().code, answer.json().title];
      };
      expect(await refusal({ ...upload('990101100'), reviewNumber: '' })).toEqual([
        422,
        'boundaryReviewNumberMissing',
        '请填写地图的审图号。',
      ]);
      expect(await refusal(upload('990102100'))).toEqual([
        422,
        'boundaryCodeOutside',
        '区划 990102100 不在 990101 范围内，不能随本次上传。',
      ]);
      expect(await refusal(upload('990101100', '990101999'))).toEqual([
        422,
        'boundaryCodeUnknown',
        '有 1 个代码不在区划名录中：990101999。请核对文件所用的区划年份。',
      ]);
      expect((await lin.get('/api/regions/990101/map')).json().kind).toBe('schematic');
    });
  });

  it('is for officers of the region with that duty', async () => {
    await onServer(async (server) => {
      const status = async (name: 'mei' | 'tao' | 'hua' | 'lin' | 'wen', code: string) =>
        (
          await (
            await server.as(name)
          ).send('PUT', `/api/regions/${code}/boundaries`, upload(`${code}100`))
        ).statusCode;
      expect(await status('mei', '990101')).toBe(403);
      expect(await status('tao', '990101')).toBe(403);
      expect(await status('hua', '990101')).toBe(404);
      expect(await status('lin', '9901')).toBe(404);
      expect(await status('lin', '990101')).toBe(200);
      expect(await status('wen', '990101')).toBe(200);
    });
  });

  it('takes a file of several megabytes, but not any size', async () => {
    await onServer(async (server) => {
      const lin = await server.as('lin');
      const padded = (bytes: number) => ({
        ...upload('990101100'),
        file: { ...mapOf('990101100'), note: 'x'.repeat(bytes) },
      });
      expect(
        (await lin.send('PUT', '/api/regions/990101/boundaries', padded(5_000_000))).statusCode,
      ).toBe(200);
      const refused = await lin.send('PUT', '/api/regions/990101/boundaries', padded(21_000_000));
      expect([refused.statusCode, refused.json().code]).toEqual([413, 'bodyTooLarge']);
    });
  });

  it('leaves an event with who, where and which map', async () => {
    await inRollback(async (database, tx) => {
      const server = await testServer(database, tx, [regionRoutes]);
      const lin = await server.as('lin');
      await lin.send('PUT', '/api/regions/990101/boundaries', upload('990101100'));
      const events = await tx`
        select kind, region_code, detail from audit_event where account_id = ${lin.accountId}`;
      expect([...events]).toEqual([
        {
          kind: 'region.boundaries',
          region_code: '990101',
          detail: { divisions: 1, reviewNumber: '示S(2026)001号' },
        },
      ]);
    });
  });
});

describe('regionNames', () => {
  it('names regions of every level and leaves out what it does not know', async () => {
    await inRollback(async (_database, tx) => {
      const codes = ['', '990101', '990102100200', '98', '990102100999'].map(regionCode);
      expect(await regionNames(tx, codes)).toEqual(
        new Map([
          ['', { name: '全国', fullName: '全国' }],
          ['990101', { name: '柳溪县', fullName: '示范省示范市柳溪县' }],
          [
            '990102100200',
            { name: '东湖渔业村', fullName: '示范省示范市临湖县东湖渔业镇东湖渔业村' },
          ],
        ]),
      );
    });
  });
});
