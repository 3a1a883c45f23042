// Who takes part in the demo. All of them are invented, and the telephone numbers belong to nobody.
import type { Role } from '@/domain/words'

export type Person = { username: string; name: string; post: string }

export const SUPERVISORS: readonly [Person, Person] = [
  { username: 'ducha', name: '郑文博', post: '督查科科长' },
  { username: 'ducha2', name: '何雨桐', post: '督查科科员' },
]

export const OTHERS: readonly (Person & { role: Role })[] = [
  { username: 'lingdao', name: '梁国栋', post: '区领导', role: 'leader' },
  { username: 'admin', name: '段立新', post: '信息中心工程师', role: 'administrator' },
  { username: 'shenji', name: '邱敏', post: '审计科科员', role: 'auditor' },
]

export type Office = { office: string; contact: string; phone: string }
export type Team = { officer: Person; leader: { name: string; post: string }; offices: readonly [Office, ...Office[]] }

const office = (name: string, contact: string, line: number): Office => ({
  office: name,
  contact,
  phone: `0312-555-01${String(line).padStart(2, '0')}`,
})

const HEALTH = '区卫生健康局'

export const TEAMS: Readonly<Record<string, Team>> = {
  [HEALTH]: {
    officer: { username: 'qwsjkj', name: '苏婷', post: '体改科科员' },
    leader: { name: '冯志远', post: '副局长' },
    offices: [
      office('医政医管科', '宋凯', 1),
      office('规划财务科', '林悦', 2),
      office('基层卫生科', '陶建民', 3),
      office('应急与疾控科', '于海波', 4),
      office('信息统计科', '方卓', 5),
      office('中医管理科', '沈佩兰', 6),
      office('人事科', '程立', 7),
      office('体制改革科', '苏婷', 8),
      office('机关党委办公室', '尹洁', 9),
      office('综合监督科', '毕成', 10),
    ],
  },
  区人力资源和社会保障局: {
    officer: { username: 'qrlzyhshbzj', name: '韩晓东', post: '工资福利科副科长' },
    leader: { name: '顾长河', post: '副局长' },
    offices: [office('工资福利科', '韩晓东', 21), office('事业单位人事管理科', '柳青', 22), office('专业技术人员管理科', '谷雨', 23)],
  },
  区发展改革局: {
    officer: { username: 'qfzggj', name: '白宁', post: '社会发展科科员' },
    leader: { name: '石永刚', post: '副局长' },
    offices: [office('社会发展科', '白宁', 31)],
  },
  区财政局: {
    officer: { username: 'qczj', name: '孟凡', post: '社会保障科科员' },
    leader: { name: '齐振华', post: '副局长' },
    offices: [office('社会保障科', '孟凡', 35), office('预算科', '兰亭', 36)],
  },
  区委网信办: {
    officer: { username: 'qwwxb', name: '陆瑶', post: '信息化科科员' },
    leader: { name: '范思齐', post: '副主任' },
    offices: [office('信息化科', '陆瑶', 41)],
  },
  区科技局: {
    officer: { username: 'qkjj', name: '江远', post: '科技发展科科员' },
    leader: { name: '费明', post: '副局长' },
    offices: [office('科技发展科', '江远', 44)],
  },
  区市场监督管理局: {
    officer: { username: 'qscjdglj', name: '田静', post: '药品监管科科员' },
    leader: { name: '康伟', post: '副局长' },
    offices: [office('药品监管科', '田静', 47)],
  },
  区医疗保障局: {
    officer: { username: 'qylbzj', name: '魏思远', post: '待遇保障科副科长' },
    leader: { name: '秦岚', post: '副局长' },
    offices: [office('待遇保障科', '魏思远', 51), office('医药价格科', '钟灵', 52), office('基金监管科', '简平', 53)],
  },
  区司法局: {
    officer: { username: 'qsfj', name: '贺明', post: '法治科科员' },
    leader: { name: '卓然', post: '副局长' },
    offices: [office('法治科', '贺明', 57)],
  },
  区委编委办: {
    officer: { username: 'qwbwb', name: '崔洁', post: '机构编制科科长' },
    leader: { name: '邢守义', post: '副主任' },
    offices: [office('机构编制科', '崔洁', 61)],
  },
  区公安分局: {
    officer: { username: 'qgafj', name: '雷刚', post: '治安大队民警' },
    leader: { name: '丁卫国', post: '副局长' },
    offices: [office('治安大队', '雷刚', 65)],
  },
  区委组织部: {
    officer: { username: 'qwzzb', name: '汪晨', post: '组织科科员' },
    leader: { name: '包立诚', post: '副部长' },
    offices: [office('组织科', '汪晨', 71), office('干部科', '申奥', 72)],
  },
}

// Which of the health office's sections looks after each of the 22 goals; the other departments share their tasks out in turn.
const HEALTH_OFFICE_OF_GOAL = [0, 1, 2, 3, 0, 0, 4, 5, 6, 1, 1, 7, 6, 1, 7, 6, 8, 0, 9, 8, 8, 7]

/** The office that looks after a task of a goal (1-22) in a department. */
export function officeFor(department: string, team: Team, goal: number): Office {
  const turn = department === HEALTH ? (HEALTH_OFFICE_OF_GOAL[goal - 1] ?? 0) : goal
  return team.offices[turn % team.offices.length] ?? team.offices[0]
}
