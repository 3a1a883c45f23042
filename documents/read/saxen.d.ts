declare module 'saxen' {
  type Attributes = () => Record<string, string>
  export class Parser {
    ns(uriToPrefix: Record<string, string>): this
    on(event: 'openTag', handle: (name: string, attributes: Attributes) => void): this
    on(event: 'closeTag', handle: (name: string) => void): this
    on(event: 'text' | 'cdata' | 'attention', handle: (text: string) => void): this
    on(event: 'error' | 'warn', handle: (error: Error) => void): this
    write(xml: string): this
    end(): this
  }
}
