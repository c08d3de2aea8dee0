import {
  type Classification,
  type ClassRule,
  dealership,
  type Named,
  type Playbook,
  playbookModule,
  type Term,
} from '@millrace/sales';
import { given, publishedPlaybook } from '@millrace/testing';
import { expect } from 'vitest';
import { day, dealershipWith, on } from './story.js';

/** What the dealership's playbook says of customers, and its stages. */
export const { customer: rules } = dealership;

/** A term as plain text. */
export const term = (id: string) => id as Term;

/** Something of this id, named by it. */
export const named = (id: string): Named => ({ id: term(id), name: { en: id, zh: id } });

/** An amount of yuan. */
export const cny = (minor: number) => ({ minor, currency: 'CNY' }) as NonNullable<ClassRule['wonAtLeast']>;

export const [prospect = named('prospect'), shopper = named('shopper'), buyer = named('buyer')] = rules.stages;

/** A rule of the standard that gives a class. */
export const rule = (name: string, more: Omit<ClassRule, 'class'> = {}): ClassRule => ({ class: term(name), ...more });

/** The dealership's playbook with something else in its standard, under another version. */
export const standard = (more: Partial<Classification>): Playbook =>
  dealershipWith({ classification: { ...rules.classification, version: 'another', ...more } });

/** Its standard with these rules instead. */
export const withRules = (...all: ReadonlyArray<ClassRule>) => standard({ rules: all });

const { playbook: _, other: __, ...moment } = on(30);

/** What publishing a playbook is answered, after another or as the first. */
export const asked = (playbook: Playbook, before?: Playbook) => {
  const history = before === undefined ? [] : [publishedAs(before)];
  return given(playbookModule.decider, moment)(...history).when({ type: 'PublishPlaybook', playbook });
};

const publishedAs = (playbook: Playbook) => {
  const state = publishedPlaybook(playbook);
  if (state.phase !== 'published') throw new Error('not published');
  return {
    type: 'PlaybookPublished' as const,
    data: { version: state.version, hash: state.hash, playbook },
    effectiveAt: day(1),
  };
};

/** A playbook that must be published, as it is, after another or as the first. */
export const accepted = (playbook: Playbook, before?: Playbook) => {
  const command = { type: 'PublishPlaybook', playbook } as const;
  const state = before === undefined ? playbookModule.decider.initial : publishedPlaybook(before);
  expect(playbookModule.decider.decide(command, state, moment)).toHaveProperty('right.0.data.playbook', playbook);
};
