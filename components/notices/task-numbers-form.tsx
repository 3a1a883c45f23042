import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'

/** No task was chosen: where to choose them, or their numbers by hand. */
export function TaskNumbersForm() {
  const t = useTranslations('notices')
  return (
    <>
      <p>
        {t.rich('chooseTasks', {
          o: (text) => <AppLink href="/overdue">{text}</AppLink>,
          w: (text) => <AppLink href="/warning">{text}</AppLink>,
        })}
      </p>
      <form action="/notices/new" className="taskform">
        <TextField name="task" label={t('taskNumbers')} hint={t('taskNumbersHint')} inputMode="text" required />
        <p className="btns">
          <Button type="submit" variant="go">
            {t('toDraft')}
          </Button>
        </p>
      </form>
    </>
  )
}
