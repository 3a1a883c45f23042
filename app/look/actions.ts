'use server'
import { cookies } from 'next/headers'
export async function switchLocale(form: FormData) { (await cookies()).set('locale', String(form.get('locale'))) }
export async function signOut() {}
export async function tryForm(_: unknown, form: FormData) { await new Promise(r => setTimeout(r, 800)); return { errors: [{ field: 'done', message: 'x' + String(form.get('done')) }] , done: String(form.get('done')) } }
