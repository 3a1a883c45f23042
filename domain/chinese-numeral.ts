const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 一, 十一, 二十: whole numbers from 1 to 99; above that the figures themselves. */
export function chineseNumeral(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99) return String(number)
  const tens = Math.floor(number / 10)
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`
  return `${ten}${DIGITS[number % 10]}`
}
