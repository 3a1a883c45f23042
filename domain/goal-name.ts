const NUMERAL = /^\s*(?:[（(]\s*[一二三四五六七八九十百零〇\d]+\s*[)）]|[一二三四五六七八九十百零〇\d]+\s*[、.．)）:：])\s*/

/** A goal's name: the cell as issued without its numeral. "（十一）完善内部控制制度" is 完善内部控制制度. */
export const goalName = (text: string): string => text.replace(NUMERAL, '').trim() || text
