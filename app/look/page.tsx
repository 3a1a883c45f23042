import { AppShell } from '@/components/shell/app-shell'
import { AsOfPicker } from '@/components/ui/as-of-picker'
import { Button, ButtonLink } from '@/components/ui/button'
import { Choices } from '@/components/ui/choices'
import { DayText } from '@/components/ui/day-text'
import { InstantText } from '@/components/ui/instant-text'
import { ExpandableText } from '@/components/ui/expandable-text'
import { SelectField } from '@/components/ui/field'
import { LightMark, LightWord } from '@/components/ui/light-mark'
import { Menu } from '@/components/ui/menu'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { PrintButton } from '@/components/ui/print-button'
import { PrintLine } from '@/components/ui/print-line'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Section } from '@/components/ui/section'
import { Segmented } from '@/components/ui/segmented'
import { SearchBox } from '@/components/ui/search-box'
import { LIGHTS, type Light } from '@/domain/words'
import { signOut, switchLocale } from './actions'
import { Form } from './form'
export const metadata = { title: '样品' }
const L: Light[] = ['overdue', 'claimed', 'behind', 'due_soon', 'normal', 'closed', 'withdrawn']
const long = '到2025年，每千人口公立医院（含中医类医院、妇幼保健院，下同）床位数达到4.8张，每千人口拥有执业（助理）医师数达到3.5人，每千人口注册护士数达到3.8人，每千人口药师数达到0.45人，确保到“十四五”末我区公立医院发展指标均达到或超过全省平均水平，常见病、多发病县域内就诊率达到90%，不断满足人民群众日益增长的多层次、多样化的健康服务需求。'
export default async function Page({ searchParams }: { searchParams: Promise<{ asOf?: string, bare?: string, boom?: string }> }) {
  const { asOf = '2024-03-15', bare, boom } = await searchParams
  if (boom) throw new Error('boom')
  return <AppShell person={bare ? null : { name: '王丽娟', role: 'officer', departmentName: '区人力资源和社会保障局' }} demo search={!bare}
    nav={bare ? [] : [{ href: '/look', label: '要办', count: 7 }, { href: '/ledger', label: '台账' }, { href: '/overdue', label: '逾期', count: 2 }, { href: '/review', label: '核验' }]} signOut={signOut} switchLocale={switchLocale}>
    <p className="crumb"><span><a href="/x">台账</a> / <span className="mid"><a href="/x">（十三）落实人事薪酬制度改革</a> / </span>第47项</span><span className="end"><a href="/x">上一项</a><a href="/x">下一项</a></span></p>
    <PageHead title="推动公立医院高质量发展重点任务" marks={<LightWord light="overdue" />} note="满城区，22个目标" tools={<><AsOfPicker asOf={asOf} today="2024-03-15" path="/look" params={{ light: 'overdue' }} /><Segmented label="逾期口径" items={[{ href: '/look', label: '按批准时限', current: true }, { href: '/look?basis=issued', label: '按原定时限', current: false }]} /><Menu label="导出"><a href="/x">Excel</a><a href="/y">CSV</a></Menu><PrintButton /></>} />
    <PrintLine asOf={asOf} basis="approved" />
    <p className="lead"><a href="/x">91</a>项任务已办结<a href="/x">29</a>项、撤销<a href="/x">1</a>项；按批准时限逾期<a className="late" href="/x">9</a>项。<span className="why">到今天应办结<a href="/x">35</a>项。</span></p>
    <Notice undo={<a href="/x">撤回</a>}>已报送第51项，完成90%。下一步：3月31日前申请办结。</Notice>
    <Notice refused>这一项刚被别人改过。</Notice>
    <form className="filters" role="search"><span className="lights"><a href="/x" aria-current="true">全部 <b>91</b></a>{L.map(l => <a key={l} href="/x"><LightMark light={l} /><span>{LIGHTS.includes(l) ? l : ''}</span> <b>4</b></a>)}</span></form>
    <p>{L.map(l => <span key={l}><LightWord light={l} />　</span>)}<span className="ms">{L.map(l => <LightMark key={l} light={l} />)}</span></p>
    <table className="ledger" role="table"><thead role="rowgroup"><tr role="row"><th className="c-no">序号</th><th className="c-title">任务描述</th><th>具体措施</th><th className="c-due">完成时限</th><th className="c-light">灯</th><th className="c-prog">进展与序时</th></tr></thead><tbody role="rowgroup">
      <tr className="goal" role="row"><th colSpan={6} role="rowheader"><a href="#g">（二）推动医疗资源均衡布局</a><span className="gs"><a href="/x"><LightMark light="behind" />滞后 2</a><span className="muted">共5项</span></span></th></tr>
      {[...L, ...L, ...L].map((l, i) => <tr key={i} className="row" role="row"><td className="c-no"><a href="/x">{i + 1}</a></td><td className="c-title">合理布局医疗卫生资源</td><td className="c-measure"><ExpandableText text={i % 2 ? long : '县级区域，原则上设置1个县办综合医院和1个县办中医类医院。'} /></td><td className="c-due">2025年12月<span className="x muted">剩656天</span></td><td className="c-light"><LightWord light={l} /></td><td className="c-prog"><ProgressBar progress={30} expected={i % 3 ? 55 : null} /></td></tr>)}
    </tbody></table>
    <Pagination page={3} pageSize={200} total={10000} href={(p) => `/look?page=${p}`} />
    <Section title="现在可以做" note="一句说明" end={<a href="/x">全部</a>}><Form />
      <details className="claim"><summary>申请办结</summary><div><Choices legend="本部门的配合" name="part" options={[{ value: 'done', label: '已配合' }, { value: 'w', label: '待牵头提供' }, { value: 'o', label: '有困难' }]} error="请选择" /><SelectField name="e" label="佐证" line options={[{ value: 'a', label: '文号' }]} empty="请选择" /></div></details>
      <p><DayText day="2024-03-15" /> <DayText day="2024-03-15" form="short" /> <DayText day="2024-03-15" form="month" /> <InstantText at="2024-03-14T16:05:00.000Z" /> <span className="mark">补录</span> <ButtonLink href="/x" small>小按钮</ButtonLink> <Button small>小</Button></p>
      <SearchBox action="/look" label="查找" placeholder="文字" />
    </Section>
  </AppShell>
}
