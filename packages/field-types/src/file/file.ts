// Uploaded files of any type.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { uuid, whole } from '../fake.ts';
import { attachment, attachmentOptions, type Attachment } from './attachment.ts';

const options = Type.Object(attachmentOptions);

export const file = defineFieldType<'file', typeof options, Attachment>({
  ...attachment({
    accept: ['*/*'],
    maxSize: 26_214_400,
    fake: (random) => ({
      id: uuid(random),
      name: 'plan.pdf',
      size: whole(random, 1, 100_000),
      type: 'application/pdf',
    }),
  }),
  name: 'file',
  label: { en: 'File', 'zh-CN': '文件' },
  icon: 'PaperClip',
  options,
});
