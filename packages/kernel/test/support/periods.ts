import { type Cadence, type Instant, type Period, parsePeriod } from '@millrace/kernel';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { right } from './either.js';
import { instantOf } from './instants.js';

/** Every length a period may have. */
export const cadences = ['day', 'week', 'month', 'quarter', 'year'] as const;

/** Any of them. */
export const cadence = fc.constantFrom<Cadence>(...cadences);

/** Clocks that go forward over midnight, back over it, by half an hour, by a day, or never. */
export const zone = fc.constantFrom(
  'UTC',
  'Asia/Shanghai',
  'Europe/Amsterdam',
  'America/New_York',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'America/St_Johns',
  'America/Havana',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Juneau',
);

/** Any instant of two and a half centuries. */
export const anyTime = fc.integer({ min: Date.parse('1850-01-01T00:00Z'), max: Date.parse('2100-01-01T00:00Z') });

/** A zone and an instant in it, every other one within two hours of a change of its clocks. */
export const moment = fc
  .tuple(zone, anyTime, fc.boolean(), fc.integer({ min: -120, max: 120 }))
  .map(([name, millis, nearChange, minutes]): [string, Instant] => {
    const change = nearChange
      ? Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(name).getTimeZoneTransition('next')
      : null;
    return [name, instantOf((change?.epochMilliseconds ?? millis) + minutes * 60_000)];
  });

/** The period of a label that must name one. */
export const parse = (label: string, name: string): Period => right(parsePeriod(label, name));
