import { type NoticeText, noticeWords } from '@/domain/notice-text'
import { rowOf } from '@/domain/task-number'

/** A notice as it stands on paper, in Chinese for every reader. The only thing on the page that is printed. */
export function NoticeSheet({ text }: { text: NoticeText }) {
  const { label, issuer, redHead, department, tasks, demand, issuedOn } = text
  const words = noticeWords(text)
  return (
    <article className="noticesheet" lang="zh-CN" aria-label={`${label}${words.title}`}>
      {text.demo && <p className="demoline">{words.demo}</p>}
      {words.voided && <p className="void">{words.voided}</p>}
      {redHead ? (
        <div className="redhead">
          <p className="mark-of">{issuer}</p>
          <p>{label}</p>
        </div>
      ) : (
        <p className="label">{label}</p>
      )}
      <h2>{words.title}</h2>
      <p className="to">{department}：</p>
      <p>{words.opening}</p>
      <h3>{words.tasks}</h3>
      <TasksTable tasks={tasks} columns={words.columns} />
      <h3>{words.demand}</h3>
      {demand
        .split(/\n+/)
        .filter((line) => line.trim())
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
      <h3>{words.reply}</h3>
      <p>{words.replyBy}</p>
      <div className="signoff">
        <p>{issuer}</p>
        <p>{issuedOn}</p>
      </div>
      {words.signed && <p>{words.signed}</p>}
      <div className="slip">
        <p>{words.slip.title}</p>
        <table>
          <tbody>
            {words.slip.rows.map(({ id, name, value }) => (
              <tr key={id} className={id}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </article>
  )
}

function TasksTable({ tasks, columns }: { tasks: NoticeText['tasks']; columns: ReturnType<typeof noticeWords>['columns'] }) {
  return (
    <table>
      <thead>
        <tr>
          {Object.entries(columns).map(([name, column]) => (
            <th key={name} scope="col" className={name}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tasks.map(({ number, title, measure, deadline, state }) => (
          <tr key={number}>
            <td className="number">{rowOf(number)}</td>
            <td>
              <b>{title}</b>
              <span className="x">{measure}</span>
            </td>
            <td>{deadline}</td>
            <td>{state}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
