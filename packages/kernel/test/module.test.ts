import { streamRead } from '@millrace/kernel';
import { expect, test } from 'vitest';
import { pledging, pledgingEvents } from './support/pledging.js';
import { stream } from './support/stored.js';

test('a read of another stream names it and how it is folded', () => {
  const of = { events: pledgingEvents, fold: pledging };
  expect(streamRead(stream, of)).toEqual({ stream, of });
});
