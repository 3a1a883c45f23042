import { Fragment } from 'react'
import { AppLink } from '@/components/ui/app-link'
import type { Annex, Block, BulletinSheet, Part, RowsBehind, SheetTable } from '@/domain/bulletin-sheet'

/** The way to the rows behind a number; null where the reader has none. */
export type HrefOf = (to: RowsBehind) => string | null

/** So many rows of an annex a page bears; the Word file has them all. */
const ROWS_ON_PAGE = 1000

/** A bulletin as it stands on paper, in Chinese for every reader. The only thing on the page that is printed. */
export function BulletinPaper({ sheet, hrefOf }: { sheet: BulletinSheet; hrefOf: HrefOf }) {
  const { label, title, issuer, redHead, demo, draft, annexes, signOff } = sheet
  return (
    <article
      className={draft ? 'noticesheet bulletinsheet is-draft' : 'noticesheet bulletinsheet'}
      lang="zh-CN"
      aria-label={`${title} ${label}`}
    >
      {demo && <p className="demoline">演示数据 DEMO DATA</p>}
      {redHead ? (
        <div className="redhead">
          <p className="mark-of">{issuer}</p>
          <p>{label}</p>
        </div>
      ) : (
        <p className="label">{label}</p>
      )}
      <h2>{title}</h2>
      <p className="to">{sheet.addressee}：</p>
      <Blocks blocks={sheet.opening} hrefOf={hrefOf} />
      {sheet.sections.map(({ id, heading, blocks }) => (
        <section key={id}>
          <h3>{heading}</h3>
          <Blocks blocks={blocks} hrefOf={hrefOf} />
        </section>
      ))}
      {annexes.length > 0 && (
        <ol className="annexlist">
          {annexes.map((annex, index) => (
            <li key={annex.id}>
              {index === 0 ? '附件：' : ''}
              <a href={`#annex-${annex.id}`}>
                {index + 1}.{annex.title}
              </a>
            </li>
          ))}
        </ol>
      )}
      {signOff && (
        <div className="signoff">
          <p>{signOff.issuer}</p>
          <p>{signOff.day}</p>
        </div>
      )}
      {sheet.signed && <p>{sheet.signed}</p>}
      {annexes.map((annex) => (
        <AnnexPages key={annex.id} annex={annex} hrefOf={hrefOf} />
      ))}
      <footer>
        {sheet.footer.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </footer>
    </article>
  )
}

function AnnexPages({ annex, hrefOf }: { annex: Annex; hrefOf: HrefOf }) {
  const { table } = annex
  return (
    <section className="annex" id={`annex-${annex.id}`}>
      <p className="annexlabel">{annex.label}</p>
      <h2>{annex.title}</h2>
      {annex.note && <p className="tablenote">{annex.note}</p>}
      <PaperTable table={{ ...table, rows: table.rows.slice(0, ROWS_ON_PAGE) }} name={`${annex.label} ${annex.title}`} hrefOf={hrefOf} />
      {table.rows.length > ROWS_ON_PAGE && <p className="tablenote">网页只列前{ROWS_ON_PAGE}项，全部见 Word 文件。</p>}
    </section>
  )
}

function Blocks({ blocks, hrefOf }: { blocks: readonly Block[]; hrefOf: HrefOf }) {
  return blocks.map((block, index) => {
    const key = `${index}`
    if ('prose' in block) return <Prose key={key} text={block.text} />
    if ('parts' in block)
      return (
        <p key={key} className="fromledger">
          <Parts parts={block.parts} hrefOf={hrefOf} />
        </p>
      )
    return (
      <div key={key} className="fromledger">
        <PaperTable table={block.table} name={block.table.columns.map(({ heading }) => heading).join('、')} hrefOf={hrefOf} />
        {block.note && <p className="tablenote">{block.note}</p>}
      </div>
    )
  })
}

const Prose = ({ text }: { text: string }) =>
  text
    .split(/\n+/)
    .filter((line) => line.trim())
    .map((line) => <p key={line}>{line}</p>)

// between phone and desk the table is wider than the sheet: it scrolls by itself, also by keyboard
function PaperTable({ table, name, hrefOf }: { table: SheetTable; name: string; hrefOf: HrefOf }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
    <section className={`papertable t-${table.id}`} aria-label={name} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {table.columns.map(({ heading }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
              <th key={index} scope="col" className={`c${index}`}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ id, cells, isTotal }) => (
            <tr key={id} className={isTotal ? 'sum' : undefined}>
              {cells.map((parts, index) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
                  key={index}
                  data-l={table.columns[index]?.heading}
                  className={table.columns[index]?.align === 'center' ? 'mid' : undefined}
                >
                  <Parts parts={parts} hrefOf={hrefOf} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Parts({ parts, hrefOf }: { parts: readonly Part[]; hrefOf: HrefOf }) {
  return parts.map((part, index) => {
    const key = `${index}`
    if (typeof part === 'string') return <Fragment key={key}>{part}</Fragment>
    const href = hrefOf(part.to)
    return href === null ? (
      <Fragment key={key}>{part.text}</Fragment>
    ) : (
      <AppLink key={key} href={href}>
        {part.text}
      </AppLink>
    )
  })
}
