import { writeFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import { testSealer } from '../../../platform/server/testing/people.ts';
import { buildWillow, inPrintRoom } from './testing/print-room.ts';
import { insertFamily, northGate } from './testing/willow-store.ts';
beforeAll(async () => {
  await buildWillow((await workerDatabase()).owner);
});
it('dev', async () => {
  await inPrintRoom(
    async (tx) => {
      for (let i = 0; i < 60; i++)
        await insertFamily(tx, testSealer, {
          number: `9901011000${String(i).padStart(6, '0')}`,
          members: 1 + (i % 9),
          headName: i === 3 ? '𠮷野田' : (undefined as never),
          values:
            i % 3 === 0
              ? {
                  main_cause: i % 2 ? 'disability' : 'schooling',
                  poverty_status: 'notExited',
                  household_type: 'poor',
                  bank_account_sealed: null,
                }
              : {},
        });
    },
    async ({ server, print }) => {
      const tao = await server.as('tao');
      const lin = await server.as('lin');
      let t = performance.now();
      for (const [name, order, who] of [
        ['cards', { kind: 'card', region: northGate, format: 'pdf' }, tao],
        ['village', { kind: 'village', region: northGate, format: 'pdf' }, tao],
        ['township', { kind: 'township', region: '990101100', format: 'pdf' }, tao],
        ['county', { kind: 'county', region: '990101', format: 'pdf' }, lin],
        ['cards', { kind: 'card', region: northGate, format: 'xlsx' }, tao],
        ['village', { kind: 'village', region: northGate, format: 'xlsx' }, tao],
      ] as const) {
        const job = await print(who, order);
        console.log(name, (performance.now() - t) | 0, JSON.stringify(job));
        t = performance.now();
        const file = await who.get(`/api/ledgers/prints/${job.id}/file`);
        writeFileSync(`/tmp/lt/out-${name}.${order.format}`, file.rawPayload);
      }
      const screen = await tao.get(`/api/ledgers/villages/${northGate}`);
      console.log(screen.statusCode, screen.body.length);
      expect(1).toBe(1);
    },
  );
}, 120000);
