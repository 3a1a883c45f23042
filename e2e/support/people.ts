// The people of the journeys: the same faces in each, so that a name tells the part.
import type { Person } from './sign-in'

const officer = (username: string, name: string, department: string): Person => ({
  username,
  name,
  post: '科员',
  role: 'officer',
  department,
})

export const BIANBAN = officer('bianban', '赵志强', '区委编委办')
export const RENSHE = officer('renshe', '王丽娟', '区人力资源和社会保障局')
export const WEIJIAN = officer('weijian', '孙晓燕', '区卫生健康局')
export const KEJI = officer('keji', '钱进', '区科技局')
export const LI: Person = { username: 'li', name: '李建军', post: '督查室主任', role: 'supervisor' }
export const ZHOU: Person = { username: 'zhou', name: '周敏', post: '督查室科员', role: 'supervisor' }
export const LEADER: Person = { username: 'chen', name: '陈国华', post: '副区长', role: 'leader' }
