import { useTranslations } from 'next-intl'
import { about } from '@/components/task/form-setup'
import { ContactsForm } from '@/components/task/forms/contacts-form'
import { openForms } from '@/components/task/open-forms'
import type { DutyView, TaskView } from '@/components/task/task-view'
import type { Action } from '@/components/ui/action-state'
import { Section } from '@/components/ui/section'

/** Whom to call in each department, and the forms to change that. */
export function ContactsSection({ task, action }: { task: TaskView; action: Action }) {
  const t = useTranslations()
  const { contacts } = openForms(task)
  const duties = [task.lead, ...task.cooperating]
  return (
    <Section title={t('task.contacts')} id="contacts" note={t('task.contactsHint')}>
      <table className="plainhead cards">
        <thead>
          <tr>
            <th scope="col">{t('terms.department')}</th>
            <th scope="col">{t('terms.office')}</th>
            <th scope="col">{t('terms.contact')}</th>
            <th scope="col">{t('terms.phone')}</th>
            <th scope="col">{t('terms.leaderInCharge')}</th>
          </tr>
        </thead>
        <tbody>
          {duties.map((duty) => (
            <ContactRow key={duty.departmentId} duty={duty} role={duty === task.lead ? 'lead' : 'cooperating'} />
          ))}
        </tbody>
      </table>
      <div className="entry noprint">
        {duties.map((duty, index) => (
          <ContactsForm
            key={duty.departmentId}
            id={`contacts-${index + 1}`}
            about={about(task, duty.version)}
            action={action}
            allowed={contacts.includes(duty.departmentId)}
            user={task.viewer.username}
            title={t('forms.task.contactsOf', { department: duty.department })}
            departmentId={duty.departmentId}
            contacts={duty}
          />
        ))}
      </div>
    </Section>
  )
}

function ContactRow({ duty, role }: { duty: DutyView; role: 'lead' | 'cooperating' }) {
  const t = useTranslations()
  const { department, office, contact, phone, leaderInCharge } = duty
  const empty = <span className="muted">{t('task.noContacts')}</span>
  return (
    <tr>
      <th scope="row">
        {department} <span className="muted">{t(`dutyRoles.${role}`)}</span>
      </th>
      <td data-l={t('terms.office')}>{office || empty}</td>
      <td data-l={t('terms.contact')}>{contact || empty}</td>
      <td data-l={t('terms.phone')}>{phone ? <a href={`tel:${dialled(phone)}`}>{phone}</a> : empty}</td>
      <td data-l={t('terms.leaderInCharge')}>{leaderInCharge || empty}</td>
    </tr>
  )
}

/** The first number as a telephone dials it. */
const dialled = (phone: string): string => (/\+?[\d\s()-]+/.exec(phone)?.[0] ?? '').replace(/[^\d+]/g, '')
