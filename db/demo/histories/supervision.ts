// biome-ignore-all format: one step, one line
// Invented. What supervisors and departments did about the tasks: extensions, visits, stage results, obstacles, 批示, evidence.
import { addEvidence, answerInstruction, approveExtension, check, comment, document, type Histories, instruct, link, makeLongTerm, obstacle, obstacleGone, offline, refuseExtension, reportStage, requestExtension, returnStage, told, verifyStage } from '@/db/demo/step'

export const supervision: Histories = {
  9: [addEvidence('2025-11-11', document('满演卫〔2025〕58号'), '阶段验收意见')],
  13: [
    obstacle('2025-03-12', '省级预警平台未开放接口，本区数据无法自动上报。', '省卫生健康委'),
    obstacleGone('2025-08-21', '接口已开放，联调完成。'),
  ],
  20: [requestExtension('2025-12-03', '2026-06-30', '按审计新口径重算需补采2022年以来的手术记录，年内无法完成。', document('满演卫〔2025〕66号'))],
  23: [comment('2025-10-09', 'supervisor', '请把三家医院的进度分开写，下月通报要用。')],
  24: [
    instruct('2025-11-10', '拖了近三年，本月底前拿出补正材料。'),
    answerInstruction('2025-11-12', '已约定11月25日前补齐临床路径数据，由分管副局长包办。'),
  ],
  34: [addEvidence('2025-10-29', link('https://example.org/notices/34'), '公示页面')],
  41: [
    requestExtension('2023-12-18', '2024-06-30', '全省中位值要到次年5月才公布。'),
    approveExtension('2023-12-22'),
    requestExtension('2024-06-20', '2024-12-31', '中位值公布推迟，数据仍在核对。', document('满演卫〔2024〕33号')),
    approveExtension('2024-06-25', '2024-10-31', '中位值已定于9月公布，留一个月核对。'),
  ],
  47: [
    obstacle('2025-06-20', '全区空编已用完，新增岗位没有编制来源。', '市委编办'),
    instruct('2025-12-02', '编制问题年内要有结果，请编办、人社会商后报我。'),
  ],
  49: [
    requestExtension('2025-11-20', '2026-03-31', '全省年度数据次年一季度公布，以此为准。', document('满演卫〔2025〕63号')),
    approveExtension('2025-11-25'),
  ],
  51: [
    requestExtension('2023-12-20', '2025-06-30', '薪酬方案须经各院职代会表决，两家医院排在明年。'),
    approveExtension('2023-12-28'),
  ],
  55: [
    requestExtension('2024-01-10', '2024-12-31', '价格调整要等省里部署。'),
    refuseExtension('2024-01-15', '省里已于2023年11月部署，不是外部原因。'),
  ],
  59: [told('12月1日与区医疗保障局电话', obstacle('2025-12-01', '跨省结算平台改造未完，本区无法单独推进。', '省医疗保障局'))],
  63: [check('2025-11-28', 92, '实地看了两家医院，与所报一致。', offline('督查组现场记录'))],
  66: [check('2025-11-06', 70, '三家医院只有两家落实，夜间值班室未改造。', offline('督查组现场记录'))],
  7: [check('2024-05-10', 100, '回头看：两个医共体运行正常，人财物统一管理没有反弹。')],
  80: [
    makeLongTerm('2023-12-25', '满演组〔2023〕41号', '党建工作长期坚持，不设最后期限。'),
    reportStage('2024-01-10', 2023, '5家公立医院党委会议事规则全部修订。'),
    returnStage('2024-01-15', '只写了制度，请补写执行情况。'),
    reportStage('2024-01-20', 2023, '议事规则全部修订，全年党委会研究“三重一大”事项63件，均有记录可查。'),
    verifyStage('2024-01-24'),
  ],
  89: [
    makeLongTerm('2024-12-20', '满演组〔2024〕52号', '长期坚持。'),
    reportStage('2025-01-08', 2024, '全年开展行风教育12次，查处问题2件，均已通报。'),
    verifyStage('2025-01-13'),
    reportStage('2025-12-08', 2025, '全年开展行风教育11次，患者满意度91.2%。'),
  ],
}
