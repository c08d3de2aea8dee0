import type { Instant } from '@millrace/kernel';
import { type Label, type ListName, type PlaybookState, termsOf } from '@millrace/sales';
import { Temporal } from 'temporal-polyfill';
import { type ProjectNames, projectNames } from './project-names.js';
import type { Language } from './texts/index.js';

/** How people call what a program knows by ids and instants. */
export interface Names {
  readonly stage: (id: string) => string;
  /** A term of one of the playbook's lists. */
  readonly term: (list: ListName, id: string) => string;
  /** A moment on the organisation's clock, to the second. */
  readonly time: (instant: Instant) => string;
  /** Its day there. */
  readonly day: (instant: Instant) => string;
  /** The names of a project's process, in the version of the playbook it keeps. */
  readonly project: (of: Parameters<typeof projectNames>[1]) => ProjectNames;
  /** The organisation's zone. */
  readonly zone: string;
}

/** The names of the playbook in force; bare ids and UTC before there is one. */
export const namesOf = (state: PlaybookState, language: Language): Names => {
  const playbook = state.phase === 'published' ? state.playbook : undefined;
  const named = (label: Label | undefined, id: string): string => label?.[language] ?? id;
  const zone = playbook?.zone ?? 'UTC';
  return {
    stage: (id) => named(playbook?.customer.stages.find((stage) => stage.id === id)?.name, id),
    term: (list, id) => named(playbook && termsOf(playbook.customer, list).find((term) => term.id === id)?.name, id),
    time: (instant) =>
      Temporal.Instant.from(instant)
        .toZonedDateTimeISO(zone)
        .toPlainDateTime()
        .toString({ fractionalSecondDigits: 0 })
        .replace('T', ' '),
    day: (instant) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString(),
    project: (of) => projectNames(state, of, language),
    zone,
  };
};
