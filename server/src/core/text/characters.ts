/** Whether an offset lies between the two UTF-16 units of one character. */
export function partsCharacter(text: string, offset: number): boolean {
  return isUnit(text, offset - 1, 0xd800) && isUnit(text, offset, 0xdc00);
}

/** Whether at an offset is one of the 1,024 units that begin so: leading ones at D800, trailing ones at DC00. */
function isUnit(text: string, offset: number, first: number): boolean {
  const unit = text.charCodeAt(offset);
  return first <= unit && unit < first + 0x400;
}
