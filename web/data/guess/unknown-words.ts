// What is written where a value is not known. In a column of numbers or dates such a text can mean
// nothing else; among groups it may be one of them, and is asked about.
import { isUnknown } from './codes.ts';

const signs =
  /^(?:[-–—_/\\*?]+|\.{2,}|n\.?e\.?|n\.?k\.?|not applicable|none given|pending|缺失|缺|无法获取|未检测|未做|未测|未查|没做)$/i;

/** "not done" or "not detected", the latter being a low value. */
const notDoneOrDetected = /^(?:n\.? ?d\.?|nd)$/i;

const noDate =
  /^(?:none|no|never|keine?|nein|ninguna?|no aplica|aucune?|无|否|未|没有|未死亡|未进展|未复发|alive|ongoing|not reached|存活)$/i;

/** Of whom no later day is known. */
const lost = /^(?:lost|lost to (?:fu|f\/u|follow[- ]?up)|ltfu|失访|失訪)$/i;

/** Whether a text in place of a date says that there was none: nobody died on "alive". */
export function saysNever(text: string): boolean {
  return noDate.test(text) || /^(?:[-–—_/\\*]+|n\.?\/?a\.?|not applicable)$/i.test(text);
}

/** Whether a text among numbers, or among dates, says that there is no value. */
export function saysMissing(text: string, among: 'number' | 'date'): boolean {
  if (among === 'date') {
    return isUnknown(text) || signs.test(text) || noDate.test(text) || lost.test(text);
  }
  return (isUnknown(text) || signs.test(text)) && !notDoneOrDetected.test(text);
}
