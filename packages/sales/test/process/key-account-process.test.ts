import { describe, expect, test } from 'vitest';
import { activitiesIn, activityOf, gateOf, ours, zhOf } from '../support/key-account.js';

const { process } = ours;
const phaseIds = process.phases.map(({ id }) => id);
const flowOf = (id: string) => process.flows.find((flow) => flow.id === id)?.steps ?? [];

describe('the six phases of a key-account project', () => {
  test('are numbered 0 to 5, and the contract is signed at the end of 3 PRJ-4 PRJ-38', () => {
    expect(process.phases.map(({ id, name }) => [id, name.zh])).toEqual([
      ['informationCollection', '信息收集'],
      ['conceptExchange', '概念交流'],
      ['projectPlanning', '项目策划'],
      ['negotiationSigning', '谈判签约'],
      ['implementationSummary', '项目实施和总结'],
      ['newProjectExtension', '新项目延伸'],
    ]);
    expect(phaseIds.indexOf(process.signedIn)).toBe(3);
  });

  test('have their activities as data PRJ-43', () =>
    expect(process.phases.map(({ activities }) => activities.map(({ id }) => id))).toEqual([
      ['opportunityDiscovery', 'advanceInformation', 'customerNeed'],
      [
        'customerAnalysis',
        'decisionChain',
        'ownAnalysis',
        'competitorAnalysis',
        'environmentAnalysis',
        'executiveRelations',
        'projectEstablishment',
      ],
      ['objectives', 'strategy', 'planning'],
      [
        'planExecution',
        'technicalConfirmation',
        'relationshipSupport',
        'solutionFixing',
        'commercialNegotiation',
        'clientDecision',
      ],
      ['implementation', 'service', 'projectSummary'],
      ['extension'],
    ]));

  test('name every activity and deliverable of the process chart PRJ-6', () => {
    const activities = process.phases.flatMap((phase) => phase.activities);
    const words = zhOf([...activities, ...activities.flatMap(({ deliverables = [] }) => deliverables)]);
    expect(words).toEqual(
      expect.arrayContaining([
        '客户需求',
        '组织',
        '项目分析',
        '项目立项',
        '项目组',
        '实施计划',
        '控制计划',
        '关键任务',
        '策略分析',
        '目标确定',
        '制定计划',
      ]),
    );
  });

  test('begin with what is collected beforehand; the predecessor’s file is one of seven sources PRJ-10', () => {
    const { steps, deliverables = [] } = activityOf('advanceInformation');
    expect(zhOf(steps).join('、')).toBe('区域特性、竞争厂代理店势力、业种构成');
    expect(zhOf(deliverables).join('、')).toBe('顾客卡、地图、客户名单、公司资料、前任者交接文件、工商年鉴、电话簿');
  });

  test('ask the four questions of the need, the real need, and that of the customer’s customers PRJ-12 PRJ-13 PRJ-42', () =>
    expect(zhOf(activityOf('customerNeed').steps)).toEqual([
      '客户面临的问题是什么?',
      '需要的是产品还是服务?',
      '为什么需要?',
      '预算和规划有没有算进去?',
      '真正的需求',
      '客户的客户的需求',
    ]));

  test('have four analyses in phase 1, with their parts as steps PRJ-7 PRJ-11 PRJ-21 PRJ-22 PRJ-23', () => {
    const analyses = activitiesIn('conceptExchange').filter(({ analysis }) => analysis !== undefined);
    expect(analyses.map(({ analysis, steps }) => [analysis, zhOf(steps).join('、')])).toEqual([
      ['customer', '需求分析、决策分析、内部关系分析'],
      ['own', '市场位置、销售位置、项目要素、产品分析'],
      ['competitor', '产品特点、战略区域重点、销售政策、项目要素、产品分析'],
      ['environment', '行业现状与发展、当地竞争趋势、客户所在地环境'],
    ]);
    expect(zhOf(activityOf('projectEstablishment').steps)).toEqual(['立项要素', '确定项目团队']);
  });

  test('ask the three questions of the decision PRJ-14', () =>
    expect(zhOf(activityOf('decisionChain').steps)).toEqual([
      '客户购买流程是什么?',
      '客户决策链与决策过程?',
      '怎样与关键人物建立战略级合作关系?',
    ]));

  test('plan with objectives, SWOT, work breakdown and responsibilities in phase 2 PRJ-31', () =>
    expect(activitiesIn('projectPlanning').map(({ name, steps }) => [name.zh, zhOf(steps).join('、')])).toEqual([
      ['确立目标', '原则、分解'],
      ['制定策略', 'SWOT分析、项目策略'],
      ['制定计划', '明确目标、工作分析结构、明确责任、界定活动'],
    ]));

  test('lead to the client’s decision in phase 3 PRJ-32', () =>
    expect(zhOf(activitiesIn('negotiationSigning')).join('、')).toBe(
      '计划执行、技术确认、关系支撑、方案确定、商务谈判、客户决策',
    ));

  test('have the summary in phase 4, where no gate demands it, so that it may be finished in 5 PRJ-33 Q9', () => {
    expect(zhOf(activitiesIn('implementationSummary'))).toEqual(['项目实施', '服务', '项目总结']);
    expect(zhOf(activitiesIn('newProjectExtension'))).toEqual(['新项目延伸']);
    const summary = gateOf('customerRelationship').criteria.find(({ id }) => id === 'summarised');
    expect(summary).toMatchObject({ must: false, test: { by: 'activity', activity: 'projectSummary' } });
  });
});

describe('the four gates of a key-account project', () => {
  test('are these, and stand where the policy says; phase 2 has a checklist only PRJ-5 Q10', () => {
    expect(process.gates.map(({ name, guards }) => [name.zh, guards])).toEqual([
      ['初步评审', { at: 'exit', phase: phaseIds[0] }],
      ['立项评审', { at: 'exit', phase: phaseIds[1] }],
      ['商务评审', { at: 'signing' }],
      ['客户关系评审', { at: 'exit', phase: phaseIds[4] }],
    ]);
    expect(process.phases.map(({ checklist }) => checklist.length)).toEqual([0, 0, 4, 0, 0, 0]);
  });

  test('establish no project without the four analyses PRJ-7 GAT-12', () => {
    const demanded = gateOf('establishment').criteria.flatMap(({ must, test }) =>
      must && test.by === 'analysis' ? [test.analysis] : [],
    );
    expect(demanded).toEqual(['customer', 'own', 'competitor', 'environment']);
    expect(gateOf('establishment').criteria).toContainEqual(
      expect.objectContaining({ must: false, test: { by: 'needBudgeted' } }),
    );
  });

  test('ask for all four layers of the decision chain before signing, for the deciders without fail PRJ-24', () => {
    expect(zhOf(process.layers)).toEqual(['辅助层', '技术层', '执行层', '决策层']);
    const covered = gateOf('commercial').criteria.flatMap(({ must, test }) =>
      test.by === 'layer' ? [[test.layer, must]] : [],
    );
    expect(covered).toEqual([
      ['auxiliary', false],
      ['technical', false],
      ['execution', false],
      ['decision', true],
    ]);
  });

  test('leave something to the judgement of reviewers at each', () => {
    const judged = process.gates.map(({ criteria }) => criteria.filter(({ test }) => test.by === 'reviewers').length);
    expect(judged).toEqual([1, 1, 1, 1]);
  });

  test('are simplified for small projects only: the preliminary one, by circulation PRJ-36', () => {
    expect(zhOf(process.sizes)).toEqual(['小型项目', '中型项目', '大型项目']);
    expect(process.gates.map(({ form, simplifications }) => [form, simplifications])).toEqual([
      ['meeting', [{ size: 'small', form: 'circulation', reviewers: 1 }]],
      ['meeting', []],
      ['meeting', []],
      ['meeting', []],
    ]);
  });
});

describe('the flows in which customers purchase', () => {
  const ten = '购买请求→项目申请→项目可行性研究→项目计划书→招标→技术方案介绍→技术洽谈→商务谈判→合同签订→合同履行';

  test('the tender, in ten steps from phase 0 to 4 PRJ-15', () => {
    expect(zhOf(flowOf('tender')).join('→')).toBe(ten);
    expect(flowOf('tender').map(({ phase }) => phaseIds.indexOf(phase))).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 3, 4]);
  });

  test('the same with a negotiated bid in place of the tender PRJ-16', () => {
    expect(zhOf(flowOf('negotiatedBid')).join('→')).toBe(ten.replace('招标', '议标'));
    const others = (id: string) => flowOf(id).filter((_, index) => index !== 4);
    expect(others('negotiatedBid')).toEqual(others('tender'));
  });

  test('that of telecom, in eight steps up to signing PRJ-17', () => {
    expect(zhOf(flowOf('telecom')).join('→')).toBe(
      '建设计划→规划评审→方案论证→标书制作→发放标书→标书评定→决策评审→谈判签约',
    );
    expect(flowOf('telecom').map(({ phase }) => phaseIds.indexOf(phase))).toEqual([0, 0, 1, 2, 2, 3, 3, 3]);
  });

  test('that of consumers, in five steps DLR-15', () => {
    expect(zhOf(flowOf('consumer')).join('→')).toBe('需求确认→信息收集→评估可选产品→购买决策→最终购买行为');
    expect(flowOf('consumer').map(({ phase }) => phaseIds.indexOf(phase))).toEqual([0, 1, 2, 3, 3]);
  });
});
