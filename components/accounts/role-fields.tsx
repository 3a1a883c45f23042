import { useTranslations } from 'next-intl'
import { FormSelect } from '@/components/ui/action-form'
import { ROLES, type Role } from '@/domain/words'

export type DepartmentChoice = { id: string; name: string }
type RoleFieldsProps = { departments: readonly DepartmentChoice[]; role?: Role; departmentId?: string | null }

/** Which role, and for an officer which department. */
export function RoleFields({ departments, role, departmentId }: RoleFieldsProps) {
  const t = useTranslations()
  return (
    <>
      <FormSelect
        name="role"
        label={t('accounts.role')}
        options={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
        defaultValue={role}
      />
      <FormSelect
        name="departmentId"
        label={t('accounts.department')}
        empty={t('accounts.noDepartment')}
        options={departments.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={departmentId ?? ''}
      />
    </>
  )
}
