import { importFiles } from '../import-files.ts';

/** A process of its own that imports once, for tests that kill it. Says when it begins and when it was told "done". */
const order = JSON.parse(process.argv[2] ?? '{}') as {
  environment: Omit<Parameters<typeof importFiles>[0], 'reportFault'>;
  request: Parameters<typeof importFiles>[1];
};

process.stdout.write('begins\n');
const report = await importFiles(
  {
    ...order.environment,
    reportFault: (thrown) => {
      throw thrown;
    },
  },
  order.request,
);
process.stdout.write(`${report.state}\n`);
