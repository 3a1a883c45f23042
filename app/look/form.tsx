'use client'
import { useActionState } from 'react'
import { tryForm } from './actions'
import { TextAreaField, TextField } from '@/components/ui/field'
import { DayField } from '@/components/ui/day-input'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { DraftKeeper } from '@/components/ui/draft-keeper'
import { Button } from '@/components/ui/button'
export function Form() {
  const [s, a] = useActionState(tryForm, null as never as { errors: {field: string, message: string}[], done: string } | null)
  return <form action={a}><ErrorSummary errors={s?.errors ?? []} /><DraftKeeper user="u" formId="look" />
    <div className="two"><TextAreaField name="done" label="做了什么" hint="已带出3月11日的文字" error={s ? '请写明做了什么。' : undefined} defaultValue={s?.done ?? '核增方案初稿已成，等两部门意见后报编委会。'} />
    <TextAreaField name="next" label="问题与下一步" hint="可不填" /></div>
    <TextField name="contact" label="承办人" autoComplete="off" />
    <div className="foot"><TextField line type="number" name="progress" label="完成比例" hint="上次30%" defaultValue={70} /><DayField line name="on" label="发生日期" defaultValue="2024-03-15" max="2024-03-15" />
    <span className="btns"><SubmitButton>报送进展</SubmitButton><SubmitButton variant="normal" name="how" value="same">本期无变化</SubmitButton><Button variant="plain">更多</Button></span></div></form>
}
