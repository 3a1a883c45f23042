import createNextIntlPlugin from 'next-intl/plugin'

const headers = [
  // not no-referrer: browsers then send `Origin: null` with forms, which actions refuse
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // for what proxy.ts does not see; pages have frame-ancestors there
  { key: 'X-Frame-Options', value: 'DENY' },
]

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', '@electric-sql/pglite', 'pg', 'nodemailer'],
  // types are checked by `npm run verify`; a configuration that extends another is one that Next does not rewrite
  typescript: { tsconfigPath: 'tsconfig.next.json', ignoreBuildErrors: true },
  // the title belongs in the head for everyone, also without JavaScript
  htmlLimitedBots: /.*/,
  // an evidence file may have 20 MB; the form around it is small
  experimental: { serverActions: { bodySizeLimit: '21mb' }, proxyClientMaxBodySize: '21mb' },
  turbopack: { root: import.meta.dirname },
  headers: async () => [{ source: '/:path*', headers }],
}

export default createNextIntlPlugin('./messages/request.ts')(config)
