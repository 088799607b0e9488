// What the tests of forms fill in: orders of products, with a value of each kind that a form works out by itself.
import { entity } from '@trellis/metadata/builders';
import type { RawItem } from '@trellis/metadata/kinds';

const isLost = { '==': [{ var: 'state' }, 'lost'] };
const option = (value: string, en: string, zh: string) => ({ value, label: { en, 'zh-CN': zh } });
const labelled = (en: string, zh: string) => ({ label: { en, 'zh-CN': zh } });

export const formItems: readonly RawItem[] = [
  entity(
    'product',
    { name: { type: 'text', ...labelled('Name', '名称') }, price: { type: 'currency', ...labelled('Price', '价格') } },
    { ...labelled('Product', '产品'), labels: { en: 'Products', 'zh-CN': '产品' } },
  ),
  entity(
    'customer',
    {
      name: { type: 'text', ...labelled('Name', '名称') },
      place: { type: 'address', ...labelled('Address', '地址') },
      favourite: { type: 'lookup', entity: 'product', ...labelled('Favourite', '常购产品') },
    },
    { ...labelled('Customer', '客户'), labels: { en: 'Customers', 'zh-CN': '客户' } },
  ),
  entity(
    'order',
    {
      name: { type: 'text', ...labelled('Name', '名称') },
      customer: { type: 'lookup', entity: 'customer', ...labelled('Customer', '客户') },
      product: { type: 'lookup', entity: 'product', ...labelled('Product', '产品') },
      price: { type: 'currency', ...labelled('Price', '单价') },
      quantity: { type: 'integer', default: 1, ...labelled('Quantity', '数量') },
      net: {
        type: 'formula',
        returns: 'currency',
        expression: { '*': [{ var: 'price' }, { var: 'quantity' }] },
        ...labelled('Net', '净额'),
      },
      goal: { type: 'currency', ...labelled('Goal', '目标') },
      share: {
        type: 'formula',
        returns: 'percent',
        scale: 1,
        expression: { '*': [{ '/': [{ var: 'net' }, { var: 'goal' }] }, 100] },
        ...labelled('Share of goal', '目标占比'),
      },
      town: { type: 'looked_up', via: 'customer', field: 'place', ...labelled('Where it goes', '送货地址') },
      state: {
        type: 'select',
        options: [option('open', 'Open', '进行中'), option('lost', 'Lost', '已丢失')],
        default: 'open',
        ...labelled('State', '状态'),
      },
      reason: {
        type: 'select',
        options: [option('price', 'Price', '价格'), option('time', 'Time', '时间'), option('other', 'Other', '其他')],
        visible: isLost,
        required: isLost,
        when_hidden: 'clear',
        offers: [{ when: { '>': [{ var: 'quantity' }, 9] }, values: ['time', 'other'] }],
        ...labelled('Reason', '原因'),
      },
      remark: { type: 'text', visible: isLost, ...labelled('Remark', '备注') },
      starts: { type: 'date', ...labelled('Starts', '开始日期') },
      ends: { type: 'date', ...labelled('Ends', '结束日期') },
    },
    {
      ...labelled('Order', '订单'),
      labels: { en: 'Orders', 'zh-CN': '订单' },
      fills: {
        product: { set: { product: { var: 'customer.favourite' } } },
        price: { set: { price: { var: 'product.price' } } },
      },
      rules: {
        ends: {
          when: { and: [{ '!': [{ is_blank: [{ var: 'starts' }] }] }, { '!': [{ is_blank: [{ var: 'ends' }] }] }] },
          check: { '>=': [{ var: 'ends' }, { var: 'starts' }] },
          message: { en: 'The end comes after the start.', 'zh-CN': '结束日期应晚于开始日期。' },
          at: 'ends',
        },
      },
    },
  ),
];
