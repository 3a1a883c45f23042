// A bulletin in words (通报), in the office's own Chinese: the figures say their sentences, a person has written the rest.
import type { BulletinFigures } from '@/domain/bulletin'
import { bulletinAnnexes } from '@/domain/bulletin-annexes'
import type { BulletinProse } from '@/domain/bulletin-prose'
import { bulletinSections } from '@/domain/bulletin-sections'
import type { BulletinSheet } from '@/domain/bulletin-sheet'
import { BASIS_WORDS } from '@/domain/bulletin-words'
import type { SignOff } from '@/domain/events'
import { officialDay } from '@/domain/notice-text'

/** Whose it is, as it was at issue. */
export type BulletinImprint = { title: string; issuer: string; redHead: boolean; demo: boolean }

/** What an issue has and a draft has not. `at` is the minute of issue as people read it: 2026年1月5日09:30. */
export type BulletinIssue = {
  number: number
  sha256: string
  day: string
  at: string
  by: { name: string; post: string }
  signOff: SignOff
}

const inTitleMarks = (title: string): string => (title.startsWith('《') ? title : `《${title}》`)

export const bulletinTitle = (planTitle: string): string => `关于${inTitleMarks(planTitle)}推进情况的通报`
export const bulletinLabel = (number: number): string => `第${number}期`
export const DRAFT_LABEL = '征求意见稿'

/** The whole document; `issue` is null for a draft. */
export function bulletinSheet(
  figures: BulletinFigures,
  prose: BulletinProse,
  { title, issuer, redHead, demo }: BulletinImprint,
  issue: BulletinIssue | null,
): BulletinSheet {
  const { asOf, basis, plan } = figures.context
  const annexes = bulletinAnnexes(figures)
  return {
    label: issue ? bulletinLabel(issue.number) : DRAFT_LABEL,
    title,
    issuer,
    redHead,
    demo,
    draft: issue === null,
    addressee: '各牵头、配合部门',
    opening: [
      { prose: 'opening', text: prose.opening },
      { parts: [`现将截至${officialDay(asOf)}${inTitleMarks(plan.title)}推进情况通报如下：`] },
    ],
    sections: bulletinSections(figures, prose, new Map(annexes.map(({ id, label }) => [id, label]))),
    annexes,
    signOff: issue && { issuer, day: issue.day },
    signed: issue && `（签发人：${issue.signOff.post}${issue.signOff.name}，${officialDay(issue.signOff.on)}签发）`,
    footer: [
      `截至${officialDay(asOf)}，逾期${BASIS_WORDS[basis]}计。`,
      ...(issue
        ? [`${issue.at}由${issue.by.post}${issue.by.name}印发，数字以印发时台账所知为准。`, '印发数字的校验值（SHA-256）：', issue.sha256]
        : [`${DRAFT_LABEL}，未编号，未印发。`]),
    ],
  }
}
