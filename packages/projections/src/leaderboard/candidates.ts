import type { Documents, Period } from '@millrace/kernel';
import type { Achiever } from '../credits/index.js';
import { nameAt, type OrganisationDocument } from '../organisation/index.js';
import { type Participant, participantsOf } from './participants.js';
import type { BoardDocuments, BoardQuestion } from './question.js';
import type { Reading } from './reading.js';
import { type Candidate, targetsMoney } from './rows.js';
import { type Scores, scoreOf } from './scores.js';
import { aimFinder } from './targets.js';

/**
 * Everybody who is to be ranked, with what counts for them. Who has nothing is left out where the
 * definition says so; a pledge stands for itself, and counts on the basis on which it was sworn.
 *
 * @source LDB-10, LDB-11, Q16
 */
export const candidatesOf = (
  documents: BoardDocuments,
  question: BoardQuestion,
  period: Period | undefined,
  reading: Reading,
): ReadonlyArray<Candidate> => {
  const { definition } = question;
  const aimOf = aimFinder(documents, question);
  const nameOf = nameFinder(documents.organisation);
  const present = participantsOf(documents, question, period, reading.lineOf);
  const everybody = definition.of === 'person' ? withEarners(present, reading.worth(definition.basis)) : present;
  const candidates = everybody.map(({ id, of, terms }): Candidate => {
    const basis = terms?.creditBasis ?? definition.basis;
    const pledged = terms !== undefined && targetsMoney(definition.measure);
    return {
      id,
      name: nameOf(of),
      worth: worthOf(reading.worth(basis), of),
      credited: worthOf(reading.credited(basis), of),
      aim: pledged ? { target: terms.target, targetFrom: 'pledge' } : aimOf(of),
    };
  });
  return definition.of === 'pledge' || definition.participants === 'all'
    ? candidates
    : candidates.filter(({ worth }) => worth !== 0n);
};

/** Who earned something takes part, employed then or not. @source LDB-11 */
const withEarners = (present: ReadonlyArray<Participant>, { persons }: Scores): ReadonlyArray<Participant> => {
  const known = new Set(present.map(({ id }) => id));
  const others = [...persons.keys()].filter((person) => !known.has(person));
  return [...present, ...others.map((person) => ({ id: person, of: { person } }))];
};

const worthOf = (scores: Scores, of: Achiever): bigint =>
  'person' in of ? scoreOf(scores.persons, of.person) : scoreOf(scores.units, of.unit);

const nameFinder =
  (organisation: Documents<OrganisationDocument>) =>
  (of: Achiever): string | null =>
    nameAt(organisation, 'person' in of ? `person-${of.person}` : `unit-${of.unit}`);
