import { reader } from '@millrace/kernel';
import { isEvent } from '../data/checks.js';
import { codecs } from '../data/codecs.js';
import { stories } from '../data/history.js';
import { ajvOf, zodOf } from '../data/shapes.js';
import { contender, type Row } from '../harness/row.js';

type Check = (value: unknown) => boolean;

/** One check a codec, found by the type that an event says it has. */
const byType = (checkOf: (codec: Parameters<typeof zodOf>[0]) => Check): Check => {
  const checks = new Map([...codecs].map(([type, codec]) => [type, checkOf(codec)]));
  return (value) => checks.get((value as { readonly type: string }).type)?.(value) ?? false;
};

const ours = byType((codec) => {
  const read = reader(codec as never);
  return (value) => read(value)._tag === 'Right';
});
const ioTs = byType((codec) => (value) => codec.decode(value)._tag === 'Right');
const ajv = byType((codec) => {
  const validate = ajvOf(codec);
  return (value) => validate(value) === true;
});
const zod = byType((codec) => {
  const schema = zodOf(codec);
  return (value) => schema.safeParse(value).success;
});

/** Parsed events of known types told to be what they say; what comes back is how many are. */
export const decode: Row = {
  name: 'decode',
  title: 'decode 200,000 known events, parsed before',
  unit: 'events/s',
  size: 200_000,
  goals: [
    { against: 'hand-written check', speedAtLeast: 0.9 },
    { against: 'io-ts t.type', speedAtLeast: 5 },
  ],
  contenders: async ({ size }) => {
    const events = stories(size).flatMap((story) => story.events);
    const count = (check: Check) => (): number => {
      let fit = 0;
      for (const event of events) if (check(event)) fit += 1;
      return fit;
    };
    return [
      contender('kernel reader', count(ours)),
      contender('hand-written check', count(isEvent)),
      contender('io-ts t.type', count(ioTs)),
      contender('ajv', count(ajv)),
      contender('zod', count(zod)),
    ];
  },
};
