// The eleven Northwind files in the order in which they name one another: which rows they hold, and where their cells arrive.
import { readFileSync } from 'node:fs';

export interface NorthwindFile {
  readonly file: string;
  readonly entity: string;
  readonly key: readonly string[];
  readonly rows: number;
  /** Rows in which a cell holds a comma without being quoted. */
  readonly broken: number;
  /** For each column, from the left: the path of the field, and what its cells mean. */
  readonly columns: Readonly<Record<string, (cell: string) => unknown>>;
  /** Headers that are called otherwise than their field. */
  readonly mapping: Readonly<Record<string, string>>;
}

const text = (cell: string): string => cell;
const day = (cell: string): string => cell.replace(/ 00:00:00\.000$/, '');
const place = { address: text, city: text, region: text, postal_code: text, country: text };
const contact = { contact_name: text, contact_title: text, ...place, phone: text, fax: text };

export const northwindFiles: readonly NorthwindFile[] = [
  holding('regions', 'region', ['region_id'], {
    rows: 4,
    columns: { region_id: text, name: text },
    mapping: { regionDescription: 'name' },
  }),
  holding('territories', 'territory', ['territory_id'], {
    rows: 53,
    columns: { territory_id: text, name: text, 'region.region_id': text },
    mapping: { territoryDescription: 'name' },
  }),
  holding('employees', 'employee', ['employee_id'], {
    rows: 9,
    columns: {
      ...{ employee_id: text, last_name: text, first_name: text, title: text, title_of_courtesy: text },
      ...{ birth_date: day, hire_date: day, ...place, home_phone: text, extension: text, photo: text, notes: text },
      ...{ 'reports_to.employee_id': text, photo_path: text },
    },
  }),
  holding('employee-territories', 'employee_territory', ['employee', 'territory'], {
    rows: 49,
    columns: { 'employee.employee_id': text, 'territory.territory_id': text },
  }),
  holding('shippers', 'shipper', ['shipper_id'], {
    rows: 3,
    columns: { shipper_id: text, company_name: text, phone: text },
  }),
  holding('categories', 'category', ['category_id'], {
    rows: 8,
    columns: { category_id: text, name: text, description: text, picture: text },
  }),
  holding('suppliers', 'supplier', ['supplier_id'], {
    rows: 29,
    broken: 9,
    columns: { supplier_id: text, company_name: text, ...contact, home_page: text },
  }),
  holding('products', 'product', ['product_id'], {
    rows: 77,
    columns: {
      ...{ product_id: text, name: text, 'supplier.supplier_id': text, 'category.category_id': text },
      ...{ quantity_per_unit: text, unit_price: Number, units_in_stock: Number, units_on_order: Number },
      ...{ reorder_level: Number, discontinued: (cell: string) => cell === '1' },
    },
  }),
  holding('customers', 'customer', ['customer_id'], {
    rows: 91,
    broken: 24,
    columns: { customer_id: text, company_name: text, ...contact },
  }),
  holding('orders', 'order', ['order_id'], {
    rows: 830,
    broken: 176,
    columns: {
      ...{ order_id: text, 'customer.customer_id': text, 'employee.employee_id': text },
      ...{ order_date: day, required_date: day, shipped_date: day, 'ship_via.shipper_id': text, freight: Number },
      ...{ ship_name: text, ship_address: text, ship_city: text, ship_region: text, ship_postal_code: text },
      ship_country: text,
    },
  }),
  holding('order-details', 'order_line', ['order', 'product'], {
    rows: 2155,
    columns: {
      ...{ 'order.order_id': text, 'product.product_id': text },
      ...{ unit_price: Number, quantity: Number, discount: Number },
    },
  }),
];

/** The file's lines, without the header. */
export function northwindLines(folder: string, file: string): string[] {
  return readFileSync(`${folder}/${file}.csv`, 'utf8').trimEnd().split('\n').slice(1);
}

/** As a person reads a line: no cell of these files is empty, and a comma that a blank follows separates nothing. */
export function cellsOf(line: string): string[] {
  return (line.match(/"(?:[^"]|"")*"|(?:[^,"]|, )+/g) ?? []).map((cell) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );
}

export function quoted(cells: readonly string[]): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
}

type Counts = Pick<NorthwindFile, 'rows' | 'columns'> & Partial<Pick<NorthwindFile, 'broken' | 'mapping'>>;

function holding(file: string, entity: string, key: readonly string[], counts: Counts): NorthwindFile {
  return { broken: 0, mapping: {}, ...counts, file, entity, key };
}
