const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The answer that offers a Word document for keeping, under a name in whatever script. */
export const wordFile = (bytes: Uint8Array, name: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': DOCX,
      'content-disposition': `attachment; filename="document.docx"; filename*=UTF-8''${encodeURIComponent(`${name}.docx`)}`,
      'cache-control': 'private, no-store',
    },
  })
