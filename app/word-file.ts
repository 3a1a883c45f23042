const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The answer that offers a Word document for keeping, under a name in whatever script; `plain` is for those who read ASCII alone. */
export const wordFile = (bytes: Uint8Array, name: string, plain: 'bulletin' | 'letter' | 'notice' | 'summary'): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': DOCX,
      'content-disposition': `attachment; filename="${plain}.docx"; filename*=UTF-8''${encoded(`${name}.docx`)}`,
      'cache-control': 'private, no-store',
    },
  })

// RFC 8187 allows fewer characters than encodeURIComponent leaves as they are
const encoded = (name: string) => encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
