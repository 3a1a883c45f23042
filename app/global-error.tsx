'use client'

import './globals.css'

/** When even the layout fails, so without its languages: both are given. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="zh-CN">
      <head>
        <title>督办台账</title>
      </head>
      <body>
        <main className="wrap narrow">
          <h1>系统暂时不能使用</h1>
          <p className="my-4">已保存的内容不受影响。请稍后重试，仍不行请告诉系统管理员。</p>
          <p className="my-4" lang="en">
            The system cannot be used at the moment. What was saved is safe. Please try again later.
          </p>
          <button type="button" className="btn go" onClick={() => retry()}>
            重试 Try again
          </button>
        </main>
      </body>
    </html>
  )
}
