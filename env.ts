// The sole reader of process.env. Every setting is parsed here once, with a clear error.
import { z } from 'zod'

const robot = z.url({ protocol: /^https?$/, hostname: /./ }).optional()

const settings = z
  .object({
    DATA_DIR: z.string().min(1).default('data'),
    /** `postgres://…` chooses PostgreSQL; empty means SQLite in DATA_DIR. `pglite:` is PostgreSQL inside the process, for tests. */
    DATABASE_URL: z
      .string()
      .regex(/^(postgres(ql)?:\/\/.+|pglite:)$/)
      .optional(),
    /** Freezes the day for reading and demonstrations, YYYY-MM-DD. */
    LEDGER_TODAY: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .optional(),
    /** Answers the number of queries so far on /health, for tests and benchmarks. */
    LEDGER_MEASURE: z.stringbool().default(false),
    /** Whether this server runs reminders and the outbox by the clock; `ledger sweep` does it by hand. */
    LEDGER_CLOCKWORK: z.stringbool().default(true),
    /** Up to so many rows a list is exported within the request; above, in a process of its own with a bar to watch. */
    LEDGER_EXPORT_AT_ONCE: z.coerce.number().int().min(0).default(2000),
    NEXTAUTH_SECRET: z.string().min(32).optional(),
    NEXTAUTH_URL: z.url().optional(),
    PASSWORD_MIN_LENGTH: z.coerce.number().int().min(8).max(64).default(10),
    /** How many of: lower case, upper case, digits, other characters. */
    PASSWORD_CLASSES: z.coerce.number().int().min(1).max(4).default(2),
    SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).default(60),
    SESSION_HOURS: z.coerce.number().int().min(1).default(12),
    /** The server that e-mail leaves by: `smtp://user:password@host:port` (TLS if it offers it) or `smtps://…`; user and password URL-encoded. */
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, hostname: /./ })
      .refine(isUrlEncoded, 'has a % that encodes nothing: write % as %25')
      .optional(),
    /** The sender of e-mail: `ledger@example.gov.cn` or `督办台账 <ledger@example.gov.cn>`. */
    SMTP_FROM: z
      .string()
      .regex(/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'is not an e-mail address')
      .optional(),
    /** The address of a WeCom (企业微信) group robot; who has it can post as the robot. */
    WECOM_WEBHOOK_URL: robot,
    /** The address of a DingTalk (钉钉) group robot. */
    DINGTALK_WEBHOOK_URL: robot,
    /** The key of the robot's signature (加签), if that is switched on. */
    DINGTALK_SECRET: z.string().optional(),
    /** The address of a Feishu (飞书) group robot. */
    FEISHU_WEBHOOK_URL: robot,
    /** The key of the robot's signature (签名校验), if that is switched on. */
    FEISHU_SECRET: z.string().optional(),
  })
  .superRefine((given, issues) => {
    const needs = (name: keyof typeof given, other: keyof typeof given) => {
      if (given[name] && !given[other]) issues.addIssue({ code: 'custom', path: [other], message: `is needed with ${name}` })
    }
    needs('SMTP_URL', 'SMTP_FROM')
    needs('DINGTALK_SECRET', 'DINGTALK_WEBHOOK_URL')
    needs('FEISHU_SECRET', 'FEISHU_WEBHOOK_URL')
  })

export const env = parse()

function parse(): z.infer<typeof settings> {
  const present = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const result = settings.safeParse(present)
  if (!result.success) throw new Error(`Settings in the environment are not usable:\n${z.prettifyError(result.error)}`)
  if (result.data.DATABASE_URL === 'pglite:' && process.env.NODE_ENV !== 'test')
    throw new Error('DATABASE_URL=pglite: is a database in memory, for tests only: nothing in it would outlive the process')
  return result.data
}

function isUrlEncoded(text: string): boolean {
  try {
    return decodeURIComponent(text) !== ''
  } catch {
    return false
  }
}
