import type { Letter } from '@/domain/letters'

/** A letter as it stands on paper, in Chinese for every reader. */
export function LetterSheet({ letter }: { letter: Letter }) {
  const { title, department, opening, tables, closing, issuer, writtenOn, demo, kind } = letter
  const columns = ['序号', '任务', '完成时限', '现状', kind === 'reminder' ? '配合部门' : '其他部门']
  return (
    <article className="noticesheet lettersheet" lang="zh-CN" aria-label={title}>
      {demo && <p className="demoline">演示数据</p>}
      <h2>{title}</h2>
      <p className="to">{department}：</p>
      <p>{opening}</p>
      {tables.map(({ heading, rows }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.number}>
                  <td className="num">{row.number}</td>
                  <td>
                    <b>{row.task}</b> {row.measure}
                  </td>
                  <td className="lines">{row.deadline}</td>
                  <td className="lines">{row.state}</td>
                  <td>{row.others}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      {closing && <p>{closing}</p>}
      <div className="signoff">
        <p>{issuer}</p>
        <p>{writtenOn}</p>
      </div>
    </article>
  )
}
