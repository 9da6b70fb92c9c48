const LONGEST_HEADING = 40;
const LONGEST_HEADING_SENTENCE = 32;

/** A clause's heading: a line of its own without an end, or its first short sentence. */
export function headingOf(text: string): { heading: string; rest: string } {
  const trimmed = text.trim();
  const stop = trimmed.search(/[。！？]/);
  if (stop < 0) {
    const isHeading = trimmed.length <= LONGEST_HEADING && !/[；;]$/.test(trimmed);
    return isHeading
      ? { heading: trimmed.replace(/[：:]$/, ''), rest: '' }
      : { heading: '', rest: trimmed };
  }
  if (stop > LONGEST_HEADING_SENTENCE || stop === 0) return { heading: '', rest: trimmed };
  return { heading: trimmed.slice(0, stop), rest: trimmed.slice(stop + 1).trim() };
}
