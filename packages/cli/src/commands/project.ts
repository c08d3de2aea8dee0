import { BusinessId } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { DossierAnswer } from 'millrace';
import { EXIT } from '../failure.js';
import { databaseFile } from '../options.js';
import { jsonOf } from '../render/json.js';
import { type Answer, type AskingOptions, type Ended, reading, type Session } from '../session.js';
import { printDossier } from './print-dossier.js';

/** `millrace project ID`: its dossier. */
export const project = async (session: Session, id: string, options: AskingOptions): Promise<Ended> => {
  if (!BusinessId.is(id)) {
    return E.left({ type: 'ProjectUnknown', file: databaseFile(options.db, session.io), project: id });
  }
  const answered = await reading(session, options, (millrace, asking) => millrace.dossier(id, asking)());
  return E.map((answer: Answer<DossierAnswer>): number => {
    if (options.json) session.io.out(jsonOf(answer.found));
    else printDossier(session, answer);
    return EXIT.ok;
  })(answered);
};
