/**
 * The playbook of a vehicle dealership: prospect, shopper, buyer.
 *
 * @source requirements DLR-7..15, DLR-19, DLR-27, DLR-47..50, ORG-34, ORG-35, Q3..Q6, Q28, Q40, Q42
 */
import type { Currency } from '@millrace/kernel';
import type { Playbook } from '../playbook/index.js';
import type { Zone } from '../terms.js';
import { performance, roles } from './organisation.js';
import { cny, named, term } from './words.js';

export const dealership: Playbook = {
  name: term('dealership'),
  zone: 'Asia/Shanghai' as Zone,
  currency: 'CNY' as Currency,
  customer: {
    stages: [
      named('prospect', 'Prospect', '潜在客户'),
      named('shopper', 'Shopper', '访客'),
      named('buyer', 'Buyer', '客户'),
    ],
    purchaseStage: term('buyer'),
    evidenceFor: [term('shopper')],
    selfScreening: 'recorded',
    benchmark: [25, 5, 1],
    buyerSteps: [
      { ...named('needRecognised', 'Need recognised', '需求确认'), stage: term('prospect') },
      { ...named('informationGathered', 'Information gathered', '信息收集'), stage: term('prospect') },
      { ...named('productsCompared', 'Products compared', '评估可选产品'), stage: term('shopper') },
      { ...named('purchaseDecided', 'Purchase decided', '购买决策'), stage: term('buyer') },
      { ...named('purchaseMade', 'Purchase made', '最终购买行为'), stage: term('buyer') },
    ],
    classification: {
      version: 'dealership-1',
      classes: [
        named('developing', 'Developing customer', '拓展中客户'),
        named('interested', 'Interested customer', '意向客户'),
        named('signed', 'Signed customer', '签约客户'),
        named('important', 'Important customer', '重要客户'),
        named('major', 'Major customer', '大客户'),
      ],
      otherwise: term('developing'),
      rules: [
        { class: term('major'), wonAtLeast: cny(100_000_000) },
        { class: term('important'), relationships: [term('partner')] },
        { class: term('important'), wonAtLeast: cny(30_000_000) },
        { class: term('signed'), wonAtLeast: cny(1) },
        { class: term('signed'), relationships: [term('contracted')] },
        { class: term('interested'), relationships: [term('inTalks')] },
      ],
    },
    lists: [
      {
        list: 'relationships',
        terms: [
          named('acquainted', 'Acquainted', '相识'),
          named('inTalks', 'In talks', '洽谈中'),
          named('contracted', 'Contracted', '已签约'),
          named('partner', 'Partner', '合作伙伴'),
        ],
      },
      {
        list: 'sources',
        terms: [
          named('referral', 'Referral', '熟客介绍'),
          named('walkIn', 'Walk-in', '到店'),
          named('field', 'Field prospecting', '外部挖掘'),
          named('exhibition', 'Exhibition', '展览会'),
          named('market', 'Market or fair', '交易市场、集市'),
          named('newspaper', 'Newspaper', '报纸'),
          named('magazine', 'Magazine', '杂志'),
          named('billboard', 'Billboard', '路牌'),
          named('directMail', 'Direct mail', 'DM单'),
          named('television', 'Television', '电视'),
          named('radio', 'Radio', '广播'),
          named('internet', 'Internet', '互联网'),
          named('other', 'Other', '其他'),
        ],
      },
      {
        list: 'prospecting',
        terms: [
          named('serviceStation', 'At a service station', '服务站门口'),
          named('constructionSite', 'At a construction site', '建筑工地'),
          named('exhibition', 'At a commercial exhibition', '商业展示会'),
          named('market', 'At a trading market', '交易市场'),
          named('fair', 'At a fair', '集市'),
          named('mailing', 'By mail or text message', '邮件短信'),
          named('phone', 'By phone', '电话寻访'),
          named('other', 'Other', '其他'),
        ],
      },
      {
        list: 'contactTypes',
        terms: [
          named('call', 'Call', '电话'),
          named('visit', 'Visit', '拜访'),
          named('message', 'Message', '短信、微信'),
          named('email', 'E-mail', '电子邮件'),
          named('inbound', 'Customer called in', '客户来电'),
          named('other', 'Other', '其他'),
        ],
      },
      {
        list: 'rejection',
        terms: [
          named('notReachable', 'Not reachable', '无法联系'),
          named('noNeed', 'No need', '无需求'),
          named('incomplete', 'Data incomplete', '资料不全'),
          named('outsideCategory', 'Outside the product category', '非目标产品类别'),
        ],
      },
      {
        list: 'revert',
        terms: [
          named('budgetWithdrawn', 'Budget withdrawn', '预算取消'),
          named('postponed', 'Postponed', '推迟购买'),
          named('reconsidering', 'Reconsidering', '重新考虑'),
        ],
      },
      {
        list: 'correction',
        terms: [
          named('misclassified', 'Misclassified', '分类错误'),
          named('wrongCustomer', 'Wrong customer', '记错客户'),
          named('wrongDate', 'Wrong date', '日期错误'),
        ],
      },
      {
        list: 'lost',
        terms: [
          named('rivalProduct', 'Bought a rival product', '购买竞品'),
          named('otherDealer', 'Bought from another dealer', '在其他经销商购买'),
          named('price', 'Price', '价格'),
          named('noFinance', 'No finance', '贷款未批'),
          named('needGone', 'Need gone', '需求消失'),
        ],
      },
      {
        list: 'disqualified',
        terms: [
          named('notReachable', 'Not reachable', '无法联系'),
          named('outsideCategory', 'Outside the product category', '非目标产品类别'),
        ],
      },
      { list: 'dormant', terms: [named('noAnswer', 'No answer', '无回应'), named('later', 'Later', '以后再说')] },
      {
        list: 'transfer',
        terms: [
          named('workload', 'Workload', '工作量'),
          named('territory', 'Territory', '区域调整'),
          named('sellerLeft', 'Seller left', '销售人员离职'),
          named('customerWish', "Customer's wish", '客户要求'),
        ],
      },
      {
        list: 'release',
        terms: [named('noProgress', 'No progress', '无进展'), named('sellerLeft', 'Seller left', '销售人员离职')],
      },
    ],
  },
  people: {
    qualifiedFor: [],
    dataTermsFor: [],
    posts: [named('seller', 'Seller', '销售员')],
    resignation: [named('ownWish', 'Own wish', '个人原因'), named('dismissed', 'Dismissed', '解聘')],
  },
  permissions: { allow: 'listed', roles },
  performance,
};
