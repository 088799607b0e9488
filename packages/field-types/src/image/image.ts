// Uploaded images. SVG is none by default: it can carry scripts.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { uuid, whole } from '../fake.ts';
import { attachment, attachmentOptions, type Attachment } from '../file/attachment.ts';

const options = Type.Object(attachmentOptions);

export const image = defineFieldType<'image', typeof options, Attachment>({
  ...attachment({
    accept: ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'],
    maxSize: 10_485_760,
    fake: (random) => ({ id: uuid(random), name: 'photo.jpg', size: whole(random, 1, 100_000), type: 'image/jpeg' }),
  }),
  name: 'image',
  label: { en: 'Image', 'zh-CN': '图片' },
  icon: 'Picture',
  options,
});
