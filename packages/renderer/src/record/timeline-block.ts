// The block of a page that is a timeline.
import type { Block } from '@trellis/metadata/kinds';

export type TimelineBlock = Extract<Block, { readonly type: 'timeline' }>;
