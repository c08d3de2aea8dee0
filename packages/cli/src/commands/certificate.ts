import type { CertificateData } from '@millrace/projections';
import { certificateText } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { EXIT } from '../failure.js';
import { jsonOf } from '../render/json.js';
import { printable } from '../render/width.js';
import { type Answer, type AskingOptions, type Ended, line, reading, type Session } from '../session.js';

/** `millrace certificate PLEDGE`: its text in the language of the reader, and the hash that was sworn. */
export const certificate = async (
  session: Session,
  pledge: string,
  options: Omit<AskingOptions, 'asOf'>,
): Promise<Ended> => {
  const answered = await reading(session, options, (millrace, asking) => millrace.certificate(pledge, asking)());
  return E.map(({ found }: Answer<CertificateData>): number => {
    const { language } = session;
    const { template, terms, name, hashes } = found;
    const text = certificateText(template, language, terms, name);
    if (options.json) session.io.out(jsonOf({ ...found, language, text }));
    else {
      session.io.out(`${text.split('\n').map(printable).join('\n')}\n\n`);
      line(session, 'certificate', { template, hash: hashes[language] });
    }
    return EXIT.ok;
  })(answered);
};
