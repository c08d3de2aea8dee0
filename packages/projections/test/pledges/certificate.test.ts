import { createHash } from 'node:crypto';
import { certificateOf, pledgesView } from '@millrace/projections';
import { certificateHashes, certificateText } from '@millrace/sales';
import { describe, expect, it } from 'vitest';
import type { SalesLog } from '../support/sales-log.js';
import { appoint, join, newLog, on, openPeriod, openUnit, swear, withdraw } from '../support/sales-story.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const documentOf = (log: SalesLog, id: string) => {
  const document = log.documents(pledgesView).get(id);
  if (document === undefined) throw new TypeError(`no pledge ${id}`);
  return document;
};

describe('the data of a certificate', () => {
  it('ORG-26 ORG-27 PLG-9 give back the text whose hashes were sworn, whatever the unit is called now', () => {
    const log = newLog().tell(
      openUnit(on(1, 1), 'east'),
      ...join(on(1, 2), 'boss', 'east'),
      appoint(on(1, 3), 'east', 'boss'),
      openPeriod(on(9, 1), '2026-11'),
      openPeriod(on(9, 1), '2026-Q4'),
      swear(on(9, 20), '2026-11', 'boss', 12_500_000, { unit: 'east' }),
      swear(on(9, 20), '2026-Q4', 'boss', 30_000_000),
      { at: on(9, 21), command: { type: 'RenameUnit', unit: 'east', name: 'far east' } },
    );
    for (const id of ['2026-11/boss/east', '2026-Q4/boss']) {
      const certificate = certificateOf(documentOf(log, id));
      if (certificate === undefined) throw new TypeError('no certificate');
      const { template, terms, hashes, name } = certificate;
      expect(certificateHashes(template, terms, sha256)).toEqual(hashes);
      expect(name).toBe('BOSS');
    }
    const team = certificateOf(documentOf(log, '2026-11/boss/east'));
    const text = team && certificateText(team.template, 'zh', team.terms, team.name);
    expect(text).toContain('本人本月带领east，保证完成人民币12.5万元的销售业绩，如无完成，本人乐捐人民币10元。');
    expect(certificateOf(documentOf(log, '2026-Q4/boss'))?.terms).toMatchObject({
      cadence: 'quarter',
      scope: 'individual',
    });
  });

  it('PLG-9 are those of what was sworn last', () => {
    const log = newLog().tell(
      ...join(on(1, 2), 'ada'),
      openPeriod(on(9, 1), '2026-11'),
      swear(on(9, 20), '2026-11', 'ada', 1),
      withdraw(on(9, 21), '2026-11', 'ada'),
      swear(on(9, 22), '2026-11', 'ada', 2),
    );
    expect(certificateOf(documentOf(log, '2026-11/ada'))?.terms.target.minor).toBe(2);
    expect(certificateOf({ ...documentOf(log, '2026-11/ada'), entries: [] })).toBeUndefined();
  });
});
