import { readFileSync } from 'node:fs';
import { aw319File } from '../builders/aw319.ts';
import { type Aw320Answer, aw320 } from '../builders/aw320.ts';

/** The return messages in samples/aw320, made from the declarations they answer. */
export const AW320_SAMPLES: readonly {
  readonly file: string;
  readonly declaration: string;
  readonly answers: Readonly<Record<string, Aw320Answer>>;
}[] = [
  {
    file: 'retour-wijkverpleging.asc',
    declaration: 'aw319-wijkverpleging/declaratie-maart.asc',
    answers: {
      'W-2026-03-0003': { granted: 0, codes: ['0584'] },
      'W-2026-03-0005': { granted: 0, codes: ['0587'] },
    },
  },
  {
    file: 'retour-wlz.asc',
    declaration: 'aw319-wlz/declaratie-maart.asc',
    answers: {
      'Z-2026-03-0001': { granted: 20_000, computed: 20_000, codes: ['8059', '0611'] },
      'Z-2026-03-0005': { granted: 0, computed: 0, codes: ['0553'] },
      'Z-2026-03-0006': { granted: 0, computed: 0, codes: ['0320'] },
    },
  },
];

/** The bytes of a return message of the samples; `folder` is that of the samples. */
export function aw320Sample(folder: string, { declaration, answers }: (typeof AW320_SAMPLES)[number]): Buffer {
  const records = readFileSync(`${folder}/${declaration}`, 'latin1').split('\r\n').slice(0, -1);
  return Buffer.from(aw319File(aw320(records, answers)), 'latin1');
}
