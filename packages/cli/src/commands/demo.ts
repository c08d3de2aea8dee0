import * as E from 'fp-ts/lib/Either.js';
import { EXIT } from '../failure.js';
import type { CommonOptions, Ended, Session } from '../session.js';

/** `millrace demo`. */
export const demo = async (_session: Session, _options: CommonOptions): Promise<Ended> => E.right(EXIT.ok);
