import { sha256 } from '@millrace/engine';
import { Instant, type Unbranded } from '@millrace/kernel';
import type { Command } from 'millrace';

/** A command as it is written down: ids are plain strings. */
export type Asked = Unbranded<Command>;

/** A named moment of the story that a later one rests on, as evidence. */
export type Seen = (name: string) => { readonly revision: number };

/** Who asks for something, in which role, and when. */
export interface Step {
  readonly at: Instant;
  readonly actor: string;
  readonly role: string;
  readonly command: Asked | ((seen: Seen) => Asked);
  /** What later steps call its first event. */
  readonly name?: string;
}

/** Somebody at work in a role: asks for something at a time of 2026, `01-12 09:30`. */
export type Doer = ((when: string, command: Step['command'], name?: string) => Step) & { readonly id: string };

/** @throws RangeError for what is no time of the year */
const timeOf = (when: string): Instant => {
  const instant = new Date(`2026-${when.replace(' ', 'T')}:00+08:00`).toISOString();
  if (Instant.is(instant)) return instant;
  throw new RangeError(`no time: ${when}`);
};

export const doer = (actor: string, role: string): Doer =>
  Object.assign(
    (when: string, command: Step['command'], name?: string): Step => ({
      at: timeOf(when),
      actor,
      role,
      command,
      ...(name === undefined ? {} : { name }),
    }),
    { id: actor },
  );

/** A document outside the log, by its hash, as it was on a day. */
export const paper = (title: string, when: string) => ({ document: sha256(title), at: timeOf(when) });

/** Yuan, in fen. */
export const cny = (yuan: number) => ({ minor: yuan * 100, currency: 'CNY' });

/** The project, and the one that grows out of it. */
export const project = 'linjiang-core';
export const child = 'linjiang-edge';

/** An activity done step by step on one day, by one person. */
export const worked = (
  by: Doer,
  day: string,
  activity: string,
  steps: ReadonlyArray<string> = [],
): ReadonlyArray<Step> => [
  ...steps.map((step, i) =>
    by(`${day} ${String(9 + i).padStart(2, '0')}:00`, { type: 'DoStep', project, activity, step, by: by.id }),
  ),
  by(`${day} 17:00`, { type: 'FinishActivity', project, activity, by: by.id }, activity),
];

/** A document that an activity makes, recorded. */
export const filed = (by: Doer, when: string, document: string, edition = 1): Step =>
  by(when, { type: 'RecordDocument', project, document, hash: sha256(`${document}, edition ${edition}`) }, document);

/** Parts of an analysis, an hour each. */
export const analysed = (
  by: Doer,
  day: string,
  kind: 'customer' | 'own' | 'competitor' | 'environment',
  findings: ReadonlyArray<readonly [part: string, finding: string]>,
): ReadonlyArray<Step> =>
  findings.map(([part, finding], i) =>
    by(`${day} ${String(9 + i).padStart(2, '0')}:30`, {
      type: 'RecordAnalysis',
      project,
      kind,
      part,
      finding,
      by: by.id,
    }),
  );
