import { canonicalText, type Json } from '@millrace/kernel';
import {
  dealership,
  keyAccount,
  type Label,
  opportunityChannels,
  playbookEvents,
  playbookModule,
  presets,
  salesOrganisation,
} from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { ours, zhOf } from '../support/key-account.js';
import { accepted } from '../support/playbooks.js';
import { sha256 } from '../support/story.js';
import golden from './golden.json' with { type: 'json' };

const { projects } = ours;

/** Every label of a value, at any depth. */
const labels = (value: unknown): ReadonlyArray<Label> => {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'en' in value && 'zh' in value ? [value as Label] : [];
  return [...own, ...Object.values(value).flatMap(labels)];
};

describe('the key-account preset', () => {
  test('is fit to be published, after the other presets too, and reads like any playbook', () => {
    accepted(keyAccount);
    accepted(keyAccount, dealership);
    accepted(keyAccount, salesOrganisation);
    expect(playbookModule.commands.read({ type: 'PublishPlaybook', playbook: keyAccount })).toMatchObject({
      right: { playbook: keyAccount },
    });
    expect(presets.get('keyAccount')).toBe(keyAccount);
  });

  test('is the one that was frozen: another hash is another playbook LAW-26', () => {
    const hash = sha256(canonicalText(keyAccount as unknown as Json));
    expect({ version: `keyAccount@${hash.slice(0, 16)}`, hash, playbook: keyAccount }).toEqual(golden);
    expect(playbookEvents.read('PlaybookPublished', 2, golden)).toEqual({ _tag: 'Right', right: golden });
  });

  test('speaks English and Chinese, each in its own script', () => {
    const all = labels(projects);
    expect(all.length).toBeGreaterThan(200);
    for (const { en, zh } of all) {
      expect(en).toMatch(/^[\x20-\x7e]+$/);
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });

  test('is a sales organisation whose reviewers are persons, and may be granted', () => {
    const { permissions, projects: _, name: __, ...rest } = keyAccount;
    expect(salesOrganisation).toMatchObject(rest);
    const roles = permissions.allow === 'listed' ? permissions.roles : [];
    expect(roles.slice(-4).map(({ role, holder }) => [role, holder])).toEqual([
      ['reviewer', 'person'],
      ['salesDirector', 'person'],
      ['technicalReviewer', 'person'],
      ['commercialReviewer', 'person'],
    ]);
  });
});

describe('its vocabularies are those of the source', () => {
  test('twelve channels by which opportunities are found PRJ-8', () => {
    expect(projects.channels).toEqual(opportunityChannels);
    expect(opportunityChannels.map(({ id }) => id)).toEqual([
      'customerExchange',
      'marketResearch',
      'mediaInformation',
      'technicalSupport',
      'technicalExchange',
      'exhibitionVisit',
      'bidding',
      'communicationMeeting',
      'executiveVisit',
      'weeklySalesReport',
      'needsSummary',
      'experienceSharing',
    ]);
    expect(zhOf(opportunityChannels).join('、')).toBe(
      '客户交流、市场调研、媒体信息、技术支持、技术交流、参观展览、投标、沟通例会、高层拜访、销售周报、需求总结、经验交流',
    );
  });

  test('seven kinds of knowledge a seller must hold PRJ-9', () =>
    expect(zhOf(projects.knowledge).join('、')).toBe(
      '本公司及业界知识、本公司与其它公司产品知识、销售技巧、客户资讯、销售方针、广泛知识话题、气质礼仪',
    ));

  test('seven departments that take part in a purchase PRJ-18', () =>
    expect(zhOf(projects.departments.slice(0, 7)).join('、')).toBe(
      '计划建设处、运营维护处、电信运营处、财务部门、设计院、总工程师、局领导',
    ));

  test('a decision chain as a tree: one head, three deputies, their departments, and the units below PRJ-19', () => {
    const chain = projects.departments.slice(7);
    const below = (superior: string | undefined) => chain.filter(({ reportsTo }) => reportsTo === superior);
    const [head, ...others] = below(undefined);
    expect([head?.name.zh, others]).toEqual(['局长', []]);
    const deputies = below(head?.id);
    expect(zhOf(deputies)).toEqual(['运维副局长', '计建副局长', '人事后勤副局长']);
    const offices = deputies.flatMap(({ id }) => below(id));
    expect(zhOf(offices).join('、')).toBe('数据公司、经营部、运维部、计建部、计财部、供应局、办公室、纪监处、人力资源');
    expect(zhOf(offices.flatMap(({ id }) => below(id))).join('、')).toBe('营业厅、设备维护中心、线维中心、网管中心');
    expect(chain).toHaveLength(1 + 3 + 9 + 4);
  });

  test('six weighted factors of a decision, which make a whole PRJ-25', () => {
    expect(zhOf(projects.decisionFactors).join('、')).toBe(
      '产品稳定性、及时有效售后、满足功能需求、效用长期保证、有竞争力价格、交货期',
    );
    expect(projects.decisionFactors.map(({ weightBp }) => weightBp)).toEqual([
      2_000, 1_500, 2_000, 1_500, 2_000, 1_000,
    ]);
  });

  test('professional relations only, and no personal need PRJ-26 PRJ-27 Q37', () => {
    expect(zhOf(projects.relations).join('、')).toBe(
      '上司、下属、政府、客户、金融机构、竞争对手、秘书、同事、客户的客户',
    );
    expect(projects).not.toHaveProperty('personalNeeds');
  });

  test('a ladder of partnership in five rungs, the highest first PRJ-28', () =>
    expect(zhOf(projects.relationshipLadder)).toEqual([
      '重要战略伙伴',
      '全面深层次认同, 长期合作共识',
      '技术支持、联合开发等全方位服务和合资合作',
      '强调产品含金量和竞争优势',
      '简单响应和满足要求',
    ]));

  test('nine ways to executives PRJ-29', () =>
    expect(zhOf(projects.tactics.slice(0, 9)).join('、')).toBe(
      '公司考察、高层拜访、非打领带式的感情交流、样板点参观、价值链合作、从管理/服务/文化入手、寻找专人校友、老关系利用、利益共同体',
    ));

  test('four notes on rapport PRJ-30', () =>
    expect(zhOf(projects.tactics.slice(-4)).join('、')).toBe(
      '记住客户文章/讲话、骄傲的事、知识营销、最感兴趣的人或事',
    ));

  test('reference sites and existing market relations PRJ-41', () =>
    expect(projects.tactics.filter(({ id }) => id === 'referenceSite' || id === 'existingMarkets')).toMatchObject([
      { name: { zh: '样板点参观' } },
      { name: { zh: '将公司以前的老市场关系要充分利用起来' } },
    ]));

  test('four types of sale, A to D PRJ-39', () =>
    expect(zhOf(projects.saleTypes)).toEqual([
      '一次消费品',
      '带有服务的产品',
      '将一次产品购买变为多次服务',
      '组合产品销售',
    ]));

  test('seven elements of an establishment PRJ-7', () =>
    expect(zhOf(projects.establishment).join('、')).toBe(
      '客户需求、项目分析、预算、项目组、关键任务、实施计划、控制计划',
    ));
});
