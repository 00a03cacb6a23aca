const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const DAY = `(?:(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?|${WEEKDAY}|\\d{4}-\\d{2}-\\d{2}|yesterday|today|now)`;
const SPAN = '(?:week|weekend|month|year|spring|summer|autumn|fall|winter)';
const POINT = `(?:${DAY}(?:,? \\d{4})?|(?:early |mid-?|late )?${MONTH}(?:,? \\d{4})?|(?:19|20)\\d\\d|(?:last|this|the past|past) (?:${SPAN}|${WEEKDAY}|${MONTH})|(?:the )?(?:last|past) \\d{1,3} (?:days|weeks|months|years))`;
const PHRASE = `(?:(?:in|on|since|before|after|until|till|during|by|within|over|for|from) ${POINT}|between ${POINT} and ${POINT}|from ${POINT} (?:to|until|till) ${POINT}|(?:last|this) (?:${SPAN}|${WEEKDAY}|night|morning)|yesterday|today|recently|lately|\\d{1,3} (?:days|weeks|months|years) ago)`;

const WHOLE = new RegExp(`^${PHRASE}$`, 'i');
const AT_END = new RegExp(`^(.*\\S)\\s+(${PHRASE})$`, 'i');

/** Whether all of a text tells a time: "in august", "since monday", "last week". */
export const isTimePhrase = (text: string): boolean => WHOLE.test(text);

/** A question and the time that it ends with, apart; the time is empty where it ends with none. */
export function splitTime(question: string): { readonly question: string; readonly time: string } {
  const [, rest, time = ''] = AT_END.exec(question) ?? [];
  return rest === undefined ? { question, time: '' } : { question: rest, time };
}
