// "Who may do what" of domain.md as a table: a command without a row does not compile.
import { describe, expect, it } from 'vitest'
import type { Command, RefusalCode, Situation } from '@/domain/commands'
import { NOTICE_STATES, type NoticeStep, noticeSteps, stepNotice } from '@/domain/notices'
import {
  canExport,
  canManageAccounts,
  canNudge,
  canReadAuditTrail,
  canSee,
  canSeeDepartment,
  canSeeNotice,
  canSeeTasks,
  canSetPlan,
  canSetSystem,
  type Viewer,
} from '@/domain/permissions'
import {
  accept,
  addEvidence,
  after,
  amend,
  approve,
  askExtension,
  COOP,
  check,
  claim,
  comment,
  confirm,
  coop,
  correctTo,
  editContacts,
  giveBack,
  LEAD,
  lead,
  leader,
  makeLongTerm,
  noChange,
  OTHER,
  obstacle,
  other,
  reassign,
  refer,
  refuse,
  removeObstacle,
  removeReference,
  reopen,
  report,
  returnStage,
  situation,
  stage,
  supervisor,
  supervisor2,
  takeBack,
  undo,
  verifyStage,
  viewer,
  withdraw,
  withSource,
} from '@/domain/testing'
import { decide } from '@/domain/workflow'

const PEOPLE = {
  lead,
  coop,
  other,
  supervisor,
  leader,
  administrator: viewer('administrator'),
  auditor: viewer('auditor'),
} satisfies Record<string, Viewer>
type Who = keyof typeof PEOPLE
const EVERYONE = Object.keys(PEOPLE) as Who[]

const TODAY = '2022-06-15'
const confirmed = after(situation(), [confirm(TODAY), { viewer: coop }])
const claimed = after(confirmed, [claim(TODAY), { viewer: lead }])
const closed = after(claimed, [accept(TODAY), { viewer: supervisor }])
const asked = after(situation(), [askExtension('2023-03-31', TODAY)])
const longTerm = situation({ facts: { ...situation().facts, issuedDueOn: null } })
const staged = after(longTerm, [stage(2022, TODAY)])
const stopped = (departmentId: string, who: Viewer) => after(situation(), [obstacle(TODAY, departmentId), { viewer: who }])
const spoken = after(situation(), [report(TODAY, 40, '电话'), { viewer: supervisor }])
const reported = after(situation(), [report(TODAY)])
const referred = after(situation(), [refer()])
const instructed = after(situation(), [comment('月底前办结'), { viewer: leader }])

/** `refused` is the answer to everybody else. */
type Case = { name?: string; command: Command; start?: Situation; may: readonly Who[]; refused?: RefusalCode }
const AS_LEAD: readonly Who[] = ['lead', 'supervisor']
const AS_COOP: readonly Who[] = ['coop', 'supervisor']
const DECIDES: readonly Who[] = ['supervisor']
const WITH_A_PART: readonly Who[] = ['lead', 'coop', 'supervisor']

const TABLE: { [K in Command['do']]: readonly [Case & { command: { do: K } }, ...(Case & { command: { do: K } })[]] } = {
  report: [{ command: of('report', report(TODAY)), may: AS_LEAD }],
  no_change: [{ command: of('no_change', noChange(TODAY)), may: AS_LEAD }],
  confirm: [{ command: of('confirm', confirm(TODAY)), may: AS_COOP }],
  claim: [{ command: of('claim', claim(TODAY)), start: confirmed, may: AS_LEAD }],
  take_back: [{ command: of('take_back', takeBack), start: claimed, may: AS_LEAD }],
  accept: [{ command: of('accept', accept(TODAY)), start: claimed, may: DECIDES }],
  return: [{ command: of('return', giveBack(TODAY)), start: claimed, may: DECIDES }],
  reopen: [{ command: of('reopen', reopen()), start: closed, may: DECIDES }],
  withdraw: [{ command: of('withdraw', withdraw), may: DECIDES }],
  amend: [{ command: of('amend', amend({ title: { from: '旧', to: '新' } }, TODAY)), may: DECIDES }],
  reassign: [{ command: of('reassign', reassign([OTHER, COOP])), may: DECIDES }],
  refer: [{ command: of('refer', refer()), may: AS_LEAD }],
  remove_reference: [{ command: of('remove_reference', removeReference(2)), start: referred, may: AS_LEAD }],
  request_extension: [{ command: of('request_extension', askExtension('2023-03-31', TODAY)), may: AS_LEAD }],
  approve_extension: [{ command: of('approve_extension', approve(2, '2023-03-31', TODAY)), start: asked, may: DECIDES }],
  refuse_extension: [{ command: of('refuse_extension', refuse(2)), start: asked, may: DECIDES }],
  check: [
    { command: of('check', check(TODAY)), may: DECIDES },
    { name: 'and reopen', command: of('check', check(TODAY, 30, true)), start: closed, may: DECIDES },
  ],
  make_long_term: [{ command: of('make_long_term', makeLongTerm), may: DECIDES }],
  report_stage: [{ command: of('report_stage', stage(2022, TODAY)), start: longTerm, may: AS_LEAD }],
  verify_stage: [{ command: of('verify_stage', verifyStage(2)), start: staged, may: DECIDES }],
  return_stage: [{ command: of('return_stage', returnStage(2)), start: staged, may: DECIDES }],
  raise_obstacle: [
    { name: 'of the lead', command: of('raise_obstacle', obstacle(TODAY, LEAD)), may: AS_LEAD },
    { name: 'of a cooperating department', command: of('raise_obstacle', obstacle(TODAY, COOP)), may: AS_COOP },
    { name: 'of a department without a part', command: of('raise_obstacle', obstacle(TODAY, OTHER)), may: [] },
  ],
  remove_obstacle: [
    { name: 'of the lead', command: of('remove_obstacle', removeObstacle(2, TODAY)), start: stopped(LEAD, lead), may: AS_LEAD },
    {
      name: 'of a cooperating department',
      command: of('remove_obstacle', removeObstacle(2, TODAY)),
      start: stopped(COOP, coop),
      may: AS_COOP,
    },
  ],
  comment: [
    { command: of('comment', comment()), may: [...WITH_A_PART, 'leader'] },
    { name: 'that answers a 批示', command: of('comment', comment('本周完成', 2)), start: instructed, may: AS_LEAD },
  ],
  add_evidence: [{ command: of('add_evidence', addEvidence), may: WITH_A_PART }],
  edit_contacts: [
    { name: 'of the lead', command: of('edit_contacts', editContacts(LEAD)), may: AS_LEAD },
    { name: 'of a cooperating department', command: of('edit_contacts', editContacts(COOP)), may: AS_COOP },
    { name: 'of a department without a part', command: of('edit_contacts', editContacts(OTHER)), may: [] },
  ],
  mark_seen: [{ command: { do: 'mark_seen', seqs: [2] }, start: spoken, may: ['lead'] }],
  undo: [
    { name: 'the lead’s report', command: of('undo', undo(2)), start: reported, may: ['lead'], refused: 'undo-not-yours' },
    { name: 'a leader’s 批示', command: of('undo', undo(2)), start: instructed, may: ['leader'], refused: 'undo-not-yours' },
  ],
  correct: [
    {
      name: 'the lead’s report',
      command: of('correct', correctTo(2, report(TODAY, 50))),
      start: reported,
      may: ['lead'],
      refused: 'not-correctable',
    },
    {
      name: 'what was written down for the lead',
      command: of('correct', correctTo(2, { ...report(TODAY, 50), source: '电话' } as Command)),
      start: spoken,
      may: ['lead', 'supervisor'],
      refused: 'not-correctable',
    },
    {
      name: 'a decision',
      command: of('correct', correctTo(4, giveBack(TODAY))),
      start: closed,
      may: ['supervisor'],
      refused: 'not-correctable',
    },
  ],
}

function of<K extends Command['do']>(_: K, command: Command): Extract<Command, { do: K }> {
  return command as Extract<Command, { do: K }>
}

describe('every command × every role', () => {
  const cases = Object.entries(TABLE).flatMap(([kind, rows]) => rows.map((row: Case) => ({ kind, ...row })))
  for (const { kind, name, command, start = situation(), may, refused = 'not-permitted' } of cases) {
    it.each(EVERYONE)(`${kind}${name ? ` ${name}` : ''}: %s`, (who) => {
      expect(command.do).toBe(kind)
      const asGiven = who === 'supervisor' ? withSource(command) : command
      const decision = decide(asGiven, { ...start, viewer: PEOPLE[who] })
      expect('refused' in decision ? decision.refused : 'permitted').toBe(may.includes(who) ? 'permitted' : refused)
    })
  }
  it('a supervisor who speaks for a department says where he had it from', () => {
    for (const { command, start = situation(), may } of cases) {
      if (!('source' in command) || !may.includes('supervisor') || (command.do === 'comment' && command.answers === null)) continue
      expect(decide({ ...command, source: ' ' }, { ...start, viewer: supervisor }), command.do).toMatchObject({
        refused: 'source-required',
      })
    }
  })
  it('another supervisor may decide as well', () =>
    expect(decide(accept(TODAY), { ...claimed, viewer: supervisor2 })).not.toHaveProperty('refused'))
})

const permitted = (ask: (viewer: Viewer) => boolean): Who[] => EVERYONE.filter((who) => ask(PEOPLE[who]))
const task = situation().responsible

describe('what goes beyond one task', () => {
  it.each<[string, (viewer: Viewer) => boolean, readonly Who[]]>([
    ['see a task', (who) => canSee(who, task), ['lead', 'coop', 'supervisor', 'leader']],
    ['see tasks at all', canSeeTasks, ['lead', 'coop', 'other', 'supervisor', 'leader']],
    ['export tasks', canExport, ['lead', 'coop', 'other', 'supervisor', 'leader']],
    ['see the lead’s department page', (who) => canSeeDepartment(who, LEAD), ['lead', 'supervisor', 'leader']],
    ['see a notice to the lead', (who) => canSeeNotice(who, LEAD), ['lead', 'supervisor', 'leader']],
    ['nudge the lead', (who) => canNudge(who, task, LEAD), ['supervisor']],
    ['nudge a cooperating department', (who) => canNudge(who, task, COOP), ['lead', 'supervisor']],
    ['nudge a department without a part', (who) => canNudge(who, task, OTHER), []],
    ['set a plan’s thresholds, rhythm and notices', canSetPlan, ['supervisor']],
    ['set the departments’ order, the calendar and the clockwork', canSetSystem, ['administrator']],
    ['manage accounts', canManageAccounts, ['administrator']],
    ['read the audit trail', canReadAuditTrail, ['auditor']],
  ])('%s', (_, ask, expected) => expect(permitted(ask)).toEqual(expected))
  it('an account with an officer’s role and no department sees and does nothing', () => {
    const nobody = viewer('officer', null)
    expect([canSee(nobody, task), canNudge(nobody, task, COOP), canSeeDepartment(nobody, LEAD)]).toEqual([false, false, false])
  })
})

describe('the steps of a notice to the lead', () => {
  const MAY: Record<Exclude<NoticeStep, 'issued'>, readonly Who[]> = {
    acknowledged: ['lead'],
    replied: ['lead'],
    returned: ['supervisor'],
    closed: ['supervisor'],
    voided: ['supervisor'],
  }
  for (const [step, may] of Object.entries(MAY) as [keyof typeof MAY, readonly Who[]][]) {
    it.each(EVERYONE)(`${step}: %s`, (who) => {
      for (const state of NOTICE_STATES) {
        const notice = { state, departmentId: LEAD }
        const result = stepNotice(step, '已阅', notice, PEOPLE[who])
        if (!may.includes(who)) expect(result).toEqual({ refused: 'not-permitted' })
        else if ('refused' in result) expect(result.refused).toBe('wrong-state')
        expect(noticeSteps(notice, PEOPLE[who]).includes(step)).toBe('state' in result)
      }
    })
  }
})
