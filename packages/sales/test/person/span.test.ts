import { covers, endedAt, overlapping, type Span, spanAt, spanOf } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { day, msFrom } from '../support/story.js';

const span = (from: number, to?: number, what = 'a'): Span<string> => ({
  what,
  from: day(from),
  ...(to === undefined ? {} : { to: day(to) }),
});

describe('stretches are half-open DLR-51', () => {
  test('one holds where it begins, and no more where it ends', () => {
    expect([msFrom(day(1), -1), day(1), msFrom(day(3), -1), day(3)].map((at) => covers(span(1, 3), at))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(covers(span(1), day(1_000))).toBe(true);
    expect(covers(span(1, 1), day(1))).toBe(false);
  });

  test('the one that holds is found, by its time and by what it is of', () => {
    const spans = [span(1, 1, 'b'), span(1, 3), span(3, 5, 'b')];
    expect(spanAt(spans, day(1))).toBe(spans[1]);
    expect(spanAt(spans, day(5))).toBeUndefined();
    expect(spanOf(spans, 'b', day(3))).toBe(spans[2]);
    expect(spanOf(spans, 'b', day(2))).toBeUndefined();
  });

  test('two overlap where they share an instant; one without length shares none', () => {
    const spans = [span(5, 7)];
    expect(overlapping(spans, day(3), day(5))).toBeUndefined();
    expect(overlapping(spans, day(7), undefined)).toBeUndefined();
    expect(overlapping(spans, day(3), msFrom(day(5), 1))).toBe(spans[0]);
    expect(overlapping(spans, msFrom(day(7), -1), undefined)).toBe(spans[0]);
    expect(overlapping([span(5, 5)], day(3), undefined)).toBeUndefined();
    expect(overlapping([span(5)], day(3), undefined)).toEqual(span(5));
  });

  test('ending all ends what lasts, shortens what would end later, and none before it began', () => {
    expect(endedAt([span(1, 3), span(1, 9), span(2), span(5), span(7)], day(5))).toEqual([
      span(1, 3),
      span(1, 5),
      span(2, 5),
      span(5, 5),
      span(7, 7),
    ]);
  });
});
