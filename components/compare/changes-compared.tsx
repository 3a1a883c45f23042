import { useLocale, useTranslations } from 'next-intl'
import { changeWords } from '@/components/compare/change-words'
import { AppLink } from '@/components/ui/app-link'
import { LightWord } from '@/components/ui/light-mark'
import { CHANGE_KINDS, type ChangedTask, type ChangeKind, type ComparedRow } from '@/domain/compare'
import { numberText } from '@/domain/task-number'

type KindsProps = { kinds: Record<ChangeKind, number>; all: number; chosen?: ChangeKind; hrefOf: (kind: ChangeKind | undefined) => string }

/** How many tasks underwent what; each leads to them. */
export function KindsCompared({ kinds, all, chosen, hrefOf }: KindsProps) {
  const t = useTranslations()
  const present = CHANGE_KINDS.filter((kind) => kinds[kind] > 0 || kind === chosen)
  return (
    <nav className="kinds noprint" aria-label={t('compare.kindsLabel')}>
      <AppLink href={hrefOf(undefined)} aria-current={chosen === undefined ? 'true' : undefined}>
        {t('compare.allKinds')} <b>{all}</b>
      </AppLink>
      {present.map((kind) => (
        <AppLink key={kind} href={hrefOf(kind)} aria-current={chosen === kind ? 'true' : undefined}>
          {t(`compare.kinds.${kind}`)} <b>{kinds[kind]}</b>
        </AppLink>
      ))}
    </nav>
  )
}

type ChangesProps = {
  /** By their weightiest kind; with one chosen all under it. `count` is of all pages. */
  groups: readonly { kind: ChangeKind; count: number; tasks: readonly ChangedTask[] }[]
  names: Readonly<Record<string, string>>
  /** A task's page in the earlier view, respectively in the later one. */
  taskHref: (number: number, view: 'before' | 'after') => string
}

/** What happened to each task. */
export function ChangesCompared({ groups, names, taskHref }: ChangesProps) {
  const t = useTranslations()
  const locale = useLocale()
  const light = (row: ComparedRow | null) => (row ? <LightWord light={row.light} /> : <span className="muted">—</span>)
  return (
    <table className="cards changes">
      <thead>
        <tr>
          <th scope="col" className="c-no">
            {t('terms.number')}
          </th>
          <th scope="col">{t('terms.task')}</th>
          <th scope="col" className="c-dept">
            {t('terms.leadDepartment')}
          </th>
          <th scope="col" className="c-lights">
            {t('compare.lights')}
          </th>
          <th scope="col" className="c-what">
            {t('compare.what')}
          </th>
        </tr>
      </thead>
      {groups.map(({ kind, count, tasks }) => (
        <tbody key={kind}>
          <tr className="sum">
            <th colSpan={5} scope="rowgroup">
              {t(`compare.kinds.${kind}`)}　<span className="muted">{t('common.tasks', { count })}</span>
            </th>
          </tr>
          {tasks.map((task) => (
            <tr key={task.number}>
              <td className="c-no">
                <AppLink href={taskHref(task.number, task.after ? 'after' : 'before')}>{numberText(task.number)}</AppLink>
              </td>
              <td>
                <AppLink className="t" href={taskHref(task.number, task.after ? 'after' : 'before')} lang="zh-CN">
                  {task.title}
                </AppLink>
              </td>
              <td className="c-dept">{names[(task.after ?? task.before)?.leadId ?? '']}</td>
              <td className="c-lights">
                {task.before?.light === task.after?.light ? (
                  light(task.after)
                ) : (
                  <>
                    {light(task.before)} <span aria-hidden="true">→</span>
                    <span className="vh">{t('compare.to')}</span> {light(task.after)}
                  </>
                )}
              </td>
              <td className="c-what">
                {changeWords(task, names, t, locale).map((words) => (
                  <span key={words} className="x">
                    {words}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
