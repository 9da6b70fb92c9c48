import fc from 'fast-check';

const BOUNDARY = 'evidence';

const names = [
  '户.csv',
  'a.xlsx',
  '',
  '../../x',
  'x'.repeat(400),
  'a\u0000b.csv',
  'con',
  '<b>.csv',
];
const contents = [
  '',
  '户编号,户主姓名\n1,李强\n',
  '\ufeff户编号\t户主姓名\r\n"1\t李强',
  'PK\u0003\u0004nothing of the kind',
  '%PDF-1.7',
  '"'.repeat(50_000),
  `${'a,'.repeat(20_000)}\n`,
  '\u0000'.repeat(5_000),
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
];

type Part = { head: string; content: string };

/** A form with files, as browsers send it; spoiled ones break off, nest or lie about their parts. */
export function multipartBody(
  spoiled: boolean,
): fc.Arbitrary<{ payload: string; headers: Record<string, string> }> {
  const file = fc
    .record({ name: fc.constantFrom(...names), content: fc.constantFrom(...contents) })
    .map(({ name, content }) => ({ head: `name="file"; filename="${name}"`, content }));
  const field = fc
    .record({
      name: fc.constantFrom('requestId', 'run', '__proto__', 'x'),
      content: fc.oneof(fc.uuid(), fc.string({ unit: 'binary', maxLength: 30 })),
    })
    .map(({ name, content }) => ({ head: `name="${name}"`, content }));
  const good = fc.uuid().map((id) => ({ head: 'name="requestId"', content: id }));
  const parts = fc
    .tuple(good, fc.array(spoiled ? fc.oneof(file, field) : file, { minLength: 1, maxLength: 4 }))
    .map(([first, rest]): Part[] => [first, ...rest]);
  return fc.tuple(parts, fc.nat()).map(([made, odd]) => {
    const whole = `${made.map(partText).join('')}--${BOUNDARY}--\r\n`;
    return {
      payload: spoiled && odd % 3 === 0 ? whole.slice(0, odd % whole.length) : whole,
      headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    };
  });
}

function partText({ head, content }: Part): string {
  return `--${BOUNDARY}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
}
