import { regionCode } from '../../../../kernel/region-code.ts';
import { newId } from '../../../../platform/server/identifiers.ts';
import { makeIdNumber } from '../../model/index.ts';

/** Seventeen-some ID numbers of Willow: each call gives another person's. */
let sequence = 0;

export function willowIdNumber(birthDay: string, sex: 'male' | 'female' = 'male'): string {
  sequence += 2;
  return makeIdNumber({
    area: regionCode('990101'),
    birthDay: birthDay as never,
    sequence: sex === 'male' ? sequence + 1 : sequence + 2,
  });
}

export const WILLOW_VILLAGE = '990101100201';

/** The Li family of Willow: Li Qiang, his wife Zhou Yun, and their daughter Li Xiaolan. */
export function liFamily(number = `W-${newId().slice(-6)}`) {
  const id = newId();
  const head = newId();
  const wife = newId();
  const daughter = newId();
  return {
    id,
    head,
    wife,
    daughter,
    body: {
      requestId: newId(),
      id,
      villageCode: WILLOW_VILLAGE,
      facts: { number, mainCause: 'illness', phone: '13800001234' },
      persons: [
        {
          id: head,
          facts: { name: '李强', relation: '02', documentNumber: willowIdNumber('1975-03-12') },
        },
        {
          id: wife,
          facts: {
            name: '周云',
            relation: '10',
            documentNumber: willowIdNumber('1978-08-01', 'female'),
          },
        },
        {
          id: daughter,
          facts: {
            name: '李小兰',
            relation: '30',
            documentNumber: willowIdNumber('2006-05-20', 'female'),
          },
        },
      ],
    },
  };
}
