// What the tests of formulas share: an order with lines, a publisher, and fields whose labels and names are traps.
import type { FormulaField, Fields } from './fields.ts';

const product: Fields = [
  { name: 'price', label: '单价', type: 'number' },
  { name: 'name', label: '名称', type: 'text' },
];

const line: Fields = [
  { name: 'amount', label: '金额', type: 'number' },
  { name: 'quantity', label: '数量', type: 'number' },
  { name: 'due', label: '交货日期', type: 'date' },
  { name: 'product', label: '产品', type: 'id', fields: () => product },
];

const person: Fields = [
  { name: 'id', label: '标识', type: 'id' },
  { name: 'name', label: '姓名', type: 'text' },
  { name: 'manager', label: '上级', type: 'id', fields: () => person },
];

const publisher: Fields = [
  { name: 'name', label: '出版社名称', type: 'text' },
  { name: 'owner', label: '负责人', type: 'id', fields: () => person },
];

const plain: Fields = [
  { name: 'amount', label: '金额', type: 'number' },
  { name: 'title', label: '标题', type: 'text' },
  {
    name: 'stage',
    label: '阶段',
    type: 'text',
    options: [
      { value: 'open', label: '进行中' },
      { value: 'won', label: '赢单' },
      { value: 'lost', label: '输单' },
    ],
  },
  { name: 'close_date', label: '预计成交日期', type: 'date' },
  { name: 'tags', label: '标签', type: 'text[]' },
  { name: 'owner', label: '负责人', type: 'id', fields: () => person },
  { name: 'publisher', label: 'Publisher', type: 'id', fields: () => publisher },
  { name: 'lines', label: '明细', type: 'json', rows: () => line },
  { name: 'x', label: 'amount', type: 'number' },
  { name: 'e5', label: 'in', type: 'number' },
  { name: 'a', label: '重名', type: 'number' },
  { name: 'x1', label: '重名', type: 'number' },
  { name: 'old', label: '含]的标签', type: 'number' },
  { name: 'price', label: '', type: 'number' },
];

const user: FormulaField = { name: '$user', label: '当前用户', fields: () => person };

export const orderFields: Fields = [...plain, user, { name: '$old', label: '修改前', fields: () => plain }];
