// The values of a follow-up that was written in a few words.
import { valueTypeOf } from '../list/field-facts.ts';
import type { Model, RecordData } from '../model.ts';
import type { TimelineBlock } from './timeline-block.ts';

interface Written {
  readonly text: string;
  readonly kind: string | undefined;
  readonly now: Date;
}

const titleLength = 80;

export function followUpValues(model: Model, block: TimelineBlock, { text, kind, now }: Written): RecordData {
  const title = model.entity(block.entity)?.title;
  const words = text.trim();
  const firstLine = words.split('\n')[0] ?? '';
  const isShort = words === firstLine && words.length <= titleLength;
  const when = model.field(block.entity, block.at)?.field;
  const at = when && valueTypeOf(when) === 'date' ? today(now, model.timeZone) : now.toISOString();
  return {
    [block.at]: at,
    ...(title && title !== block.body && { [title]: shortened(firstLine) }),
    // Where the title says it all, the body need not say it again.
    ...(block.body && (!isShort || title === block.body || !title) && { [block.body]: words }),
    ...(block.kind && kind !== undefined && { [block.kind]: kind }),
  };
}

function shortened(line: string): string {
  return line.length <= titleLength ? line : `${line.slice(0, titleLength - 1)}…`;
}

function today(now: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(now);
}
