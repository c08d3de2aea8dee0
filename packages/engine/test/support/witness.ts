import { type Ask, type ExecuteError, type Outcome, sha256 } from '@millrace/engine';
import {
  type BusinessId,
  type Envelope,
  eventOf,
  type Instant,
  type Known,
  replay,
  type StreamId,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { expect } from 'vitest';
import { type Jar, type JarCommand, type JarEvent, jars, otherJarsOf } from './jars.js';

/** A command and what its caller was told. */
export interface Told {
  readonly ask: Ask;
  readonly answer: E.Either<ExecuteError, Outcome>;
  /** Commands of the same batch that came before it. */
  readonly earlier: ReadonlyArray<Ask>;
}

type Log = ReadonlyArray<Envelope>;

/** The jars as they stood before a position. */
const statesBefore = (log: Log, position: number): ((stream: StreamId) => Jar) => {
  const before = log.filter((event) => event.position < position);
  return (stream) => {
    const events = before.filter((event) => event.stream === stream);
    return replay(
      jars.decider,
      events.map((event) => eventOf(event) as JarEvent),
    );
  };
};

/** What the rules say to a command, given the jars. */
const answerOn = (stateOf: (stream: StreamId) => Jar, { command: asked, effectiveAt }: Ask, now: Instant) => {
  const command = asked as JarCommand;
  const moment = {
    effectiveAt: (effectiveAt ?? now) as Instant,
    now,
    actor: 'operator' as BusinessId,
    role: 'operator' as BusinessId,
    sha256,
  };
  const known: Known<Jar> = {
    own: stateOf(jars.streamOf(command)),
    stateOf: <S>(stream: StreamId) => stateOf(stream) as S,
  };
  return jars.decider.decide(command, known.own, jars.contextOf(command, moment, known));
};

const contentOf = ({ type, data }: { readonly type: string; readonly data: unknown }) => ({ type, data });

/**
 * Holds a log against the rules, by a second hand: every command in it is there once and whole, and
 * is what the rules say on the jars as they stood where it stands.
 */
export const expectEachDecidedWhereItStands = (log: Log, asks: ReadonlyArray<Ask>, now: Instant): void => {
  for (const [commandId, events] of Map.groupBy(log, ({ meta }) => meta.commandId)) {
    const [first] = events;
    const ask = asks.find((one) => one.commandId === commandId);
    if (first === undefined || ask === undefined) return expect.unreachable('an event that nobody asked for');
    expect(events.map(({ position }) => position)).toEqual(events.map((_, i) => first.position + i));
    for (const ofStream of Map.groupBy(events, ({ stream }) => stream).values()) {
      const from = ofStream[0]?.revision ?? 0;
      expect(ofStream.map(({ revision }) => revision)).toEqual(ofStream.map((_, i) => from + i));
    }
    const answer = answerOn(statesBefore(log, first.position), ask, now);
    const command = ask.command as JarCommand;
    const own = jars.streamOf(command);
    const decided = (E.isRight(answer) ? answer.right : []).map((event) => ({
      stream: jars.elsewhere?.(event, command) ?? own,
      ...contentOf(event),
    }));
    expect(events.map((event) => ({ stream: event.stream, ...contentOf(event) }))).toEqual([
      ...decided.filter(({ stream }) => stream === own),
      ...decided.filter(({ stream }) => stream !== own),
    ]);
  }
};

/** In each stream the commands of a batch stand in the order they were asked in. */
export const expectInOrder = (log: Log, batches: ReadonlyArray<ReadonlyArray<Ask>>): void => {
  for (const batch of batches) {
    const place = new Map(batch.map(({ commandId }, i) => [commandId, i]));
    for (const events of Map.groupBy(log, ({ stream }) => stream).values()) {
      const places = events.flatMap(({ meta }) => place.get(meta.commandId) ?? []);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  }
};

/** Holds what callers were told against the log. */
export const expectToldAsItWas = (log: Log, told: ReadonlyArray<Told>, now: Instant): void => {
  for (const one of told) {
    const { ask, answer } = one;
    if (E.isRight(answer) && answer.right.type !== 'AlreadySo') {
      const { receipt, elsewhere, events } = answer.right;
      const written = log.filter(({ meta }) => meta.commandId === ask.commandId);
      expect(events).toEqual(
        written.map(({ id, stream, revision, type, data, meta: { effectiveAt } }) => ({
          id,
          stream,
          revision,
          type,
          data,
          effectiveAt,
        })),
      );
      const byStream = Map.groupBy(written, ({ stream }) => stream);
      expect([receipt, ...elsewhere]).toEqual(
        [...byStream].map(([stream, own]) => ({
          stream,
          firstRevision: own[0]?.revision,
          lastRevision: own.at(-1)?.revision,
          position: own.at(-1)?.position,
        })),
      );
    }
    const said = E.isRight(answer) ? answer.right : answer.left;
    if (said.type === 'AlreadySo' || said.type === 'Refused') expectSaidOfSomeMoments(log, one, said, now);
  }
};

/**
 * An answer that recorded nothing must be what the rules say on the streams it reads, each as it
 * stood at some moment after what came before in its batch; nothing holds those moments together.
 */
const expectSaidOfSomeMoments = (log: Log, { ask, earlier }: Told, said: object, now: Instant): void => {
  const command = ask.command as JarCommand;
  const before = new Set(earlier.map(({ commandId }) => commandId));
  const own = jars.streamOf(command);
  const [other = own] = otherJarsOf(command).map(({ stream }) => stream);
  const right = momentsOf(log, own, before).some((ownMoment) =>
    momentsOf(log, other, before).some((otherMoment) => {
      const stateOf = (stream: StreamId) => statesBefore(log, stream === own ? ownMoment : otherMoment)(stream);
      const answer = answerOn(stateOf, ask, now);
      if (E.isLeft(answer)) return 'refusal' in said && JSON.stringify(said.refusal) === JSON.stringify(answer.left);
      return answer.right.length === 0 && !('refusal' in said);
    }),
  );
  expect(right, `${JSON.stringify(ask.command)} was told ${JSON.stringify(said)}`).toBe(true);
};

/** The positions before which a stream stood differently, after the last event of `before` in it. */
const momentsOf = (log: Log, stream: StreamId, before: ReadonlySet<string>): ReadonlyArray<number> => {
  const own = log.filter((event) => event.stream === stream);
  const last = own.findLast(({ meta }) => before.has(meta.commandId))?.position ?? 0;
  return [...own.map(({ position }) => position), Number.POSITIVE_INFINITY].filter((position) => position > last);
};
