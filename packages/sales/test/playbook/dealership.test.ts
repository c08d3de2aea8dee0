import { canonicalText, type Json } from '@millrace/kernel';
import {
  dealership,
  keyAccount,
  type Label,
  type ListName,
  playbookEvents,
  playbookModule,
  presets,
  salesOrganisation,
  termsOf,
} from '@millrace/sales';
import { publishedPlaybook } from '@millrace/testing';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../support/story.js';
import golden from './golden.json' with { type: 'json' };
import goldenBeforePeople from './golden-1.json' with { type: 'json' };

const { customer } = dealership;
const ids = (list: ListName) => termsOf(customer, list).map(({ id }) => id);

/** Every label of a value, at any depth. */
const labels = (value: unknown): ReadonlyArray<Label> => {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'en' in value && 'zh' in value ? [value as Label] : [];
  return [...own, ...Object.values(value).flatMap(labels)];
};

describe('the dealership preset', () => {
  test('is fit to be published, and reads like any other playbook', () => {
    expect(publishedPlaybook(dealership)).toMatchObject({ phase: 'published', playbook: dealership });
    expect(playbookModule.commands.read({ type: 'PublishPlaybook', playbook: dealership })).toHaveProperty('right');
    expect([...presets]).toEqual([
      ['dealership', dealership],
      ['salesOrganisation', salesOrganisation],
      ['keyAccount', keyAccount],
    ]);
  });

  test('is the one that was frozen: another hash is another playbook LAW-26', () => {
    const hash = sha256(canonicalText(dealership as unknown as Json));
    expect({ version: `dealership@${hash.slice(0, 16)}`, hash, playbook: dealership }).toEqual(golden);
    expect(playbookEvents.read('PlaybookPublished', 2, golden)).toEqual({ _tag: 'Right', right: golden });
  });

  test('published before there were people, allows everything and demands nothing LAW-24 LAW-26', () => {
    const { people, performance, permissions: _, ...before } = dealership;
    const read = playbookEvents.read('PlaybookPublished', 1, goldenBeforePeople);
    expect(read).toMatchObject({
      right: {
        hash: goldenBeforePeople.hash,
        playbook: {
          ...before,
          people: { qualifiedFor: [], dataTermsFor: [], posts: [], resignation: [] },
          permissions: { allow: 'all' },
          performance: { creditBasis: 'contract', donationRule: 'allOrNothing', refund: [], waiver: [] },
        },
      },
    });
    expect(people.qualifiedFor).toEqual([]);
    expect(performance.refund).not.toEqual([]);
  });

  test('speaks English and Chinese, each in its own script', () => {
    const all = labels(dealership);
    expect(all.length).toBeGreaterThan(60);
    for (const { en, zh } of all) {
      expect(en).toMatch(/^[\x20-\x7e]+$/);
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });

  test('has the three relations, in order, and the funnel 25 : 5 : 1 DLR-7 DLR-14', () => {
    expect(customer.stages.map(({ id, name }) => [id, name.zh])).toEqual([
      ['prospect', '潜在客户'],
      ['shopper', '访客'],
      ['buyer', '客户'],
    ]);
    expect(customer.benchmark).toEqual([25, 5, 1]);
  });

  test('asks for evidence of a shopper, and enters a buyer by decision DLR-9 Q5', () => {
    expect(customer.evidenceFor).toEqual(['shopper']);
    expect(customer.purchaseStage).toBe('buyer');
  });

  test('has the five classes, and developing for whom no rule speaks of ORG-34 Q2 Q4', () => {
    expect(customer.classification.classes.map(({ id, name }) => [id, name.zh])).toEqual([
      ['developing', '拓展中客户'],
      ['interested', '意向客户'],
      ['signed', '签约客户'],
      ['important', '重要客户'],
      ['major', '大客户'],
    ]);
    expect(customer.classification.otherwise).toBe('developing');
  });

  test('maps the five steps of the buyer to the stages DLR-15', () => {
    expect(customer.buyerSteps.map(({ name, stage }) => [name.zh, stage])).toEqual([
      ['需求确认', 'prospect'],
      ['信息收集', 'prospect'],
      ['评估可选产品', 'shopper'],
      ['购买决策', 'buyer'],
      ['最终购买行为', 'buyer'],
    ]);
  });

  test('loses to rivals and to other dealers, and records self-screening DLR-10 Q40 Q28', () => {
    expect(ids('lost')).toEqual(expect.arrayContaining(['rivalProduct', 'otherDealer']));
    expect(customer.selfScreening).toBe('recorded');
  });

  test('knows the media of the source, and the places of prospecting DLR-19 DLR-27 Q42 Q47', () => {
    expect(ids('sources')).toEqual(
      expect.arrayContaining([
        'referral',
        'newspaper',
        'magazine',
        'billboard',
        'directMail',
        'television',
        'radio',
        'internet',
        'other',
      ]),
    );
    expect(ids('prospecting')).toEqual(
      expect.arrayContaining([
        'serviceStation',
        'constructionSite',
        'exhibition',
        'market',
        'fair',
        'mailing',
        'other',
      ]),
    );
  });
});
