// The adapter that lets the load script take Trellis in turn with the hand-written floor: how to start it, log in, and ask.
import { fileURLToPath } from 'node:url';

const port = Number(process.env.TRELLIS_BENCH_PORT ?? 4600);
const base = `http://127.0.0.1:${port}`;
const database = process.env.TRELLIS_BENCH_DB ?? 'bench_trellis';
const root = fileURLToPath(new URL('../..', import.meta.url));
const password = 'bench-password';

/** The floor's whole numbers as ids: the loader makes the same ones. */
const id = (kind, number) => `00000000-0000-7000-800${kind}-${number.toString(16).padStart(12, '0')}`;
const user = (number) => id(1, number);
const account = (number) => id(2, number);
const opportunity = (number) => id(4, number);

// A look-up reads as id and title: what the floor gives as account_id and account_name.
const columns = 'id,name,stage,amount,close_date,owner,account';
const listFilter = (r) => ({ and: [{ '==': [{ var: 'stage' }, r.stage] }, { '>': [{ var: 'amount' }, r.min] }] });
const list = (r, count) => ({
  path: `/api/records/opportunity?${new URLSearchParams({ select: columns, filter: JSON.stringify(listFilter(r)), sort: '-close_date', limit: '50', count })}`,
});
const aggregate = (dimension) => ({
  method: 'POST',
  path: '/api/records/opportunity/aggregate',
  body: { dimensions: [dimension], measures: [{ function: 'count' }, { function: 'sum', field: 'amount' }] },
});

async function logIn(email) {
  const response = await fetch(`${base}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`log-in of ${email}: ${response.status} ${await response.text()}`);
  const { data } = await response.json();
  return { cookie: response.headers.getSetCookie()[0].split(';')[0], 'x-csrf-token': data.csrf_token };
}

export default {
  base,
  db: database,
  table: 'main.opportunity',
  start: {
    cmd: process.execPath,
    args: ['engine/src/main.ts'],
    cwd: root,
    health: '/readyz',
    env: {
      PORT: String(port),
      NODE_ENV: 'production',
      TRELLIS_LOG_LEVEL: 'warn',
      DATABASE_URL: `postgres://postgres:bench@127.0.0.1:54999/${database}`,
      TRELLIS_HOME: process.env.TRELLIS_BENCH_HOME ?? `${root}/.trellis/bench`,
    },
  },
  login: async () => ({ user: await logIn('admin@example.test'), rep: await logIn('user5@example.test') }),
  logIn,
  ops: {
    get_one: (r) => ({ path: `/api/records/opportunity/${opportunity(r.id)}` }),
    list: (r) => list(r, 'capped'),
    list_nocount: (r) => list(r, 'none'),
    list_rls: (r) => list(r, 'capped'),
    list_rls_nocount: (r) => list(r, 'none'),
    create: (r) => ({ method: 'POST', path: '/api/records/opportunity', body: created(r.create) }),
    patch: (r) => ({ method: 'PATCH', path: `/api/records/opportunity/${opportunity(r.id)}`, body: r.patch }),
    agg_stage: () => aggregate({ field: 'stage' }),
    agg_month: () => aggregate({ field: 'close_date', by: 'month' }),
    search: (r) => ({
      method: 'POST',
      path: '/api/records/opportunity/query',
      body: { search: r.q, select: columns, sort: ['name'], limit: 20 },
    }),
  },
  async addField(auth, field) {
    const metadata = await call('/api/metadata', {}, auth);
    const { fields, ...entity } = metadata.data.entities.opportunity;
    const own = Object.fromEntries(Object.entries(fields).filter(([, definition]) => !definition.system));
    const body = { ...entity, fields: { ...own, [field]: { type: 'text' } } };
    const items = [{ op: 'put', kind: 'entity', name: 'opportunity', body }];
    const draft = await call('/api/metadata/drafts', { method: 'POST', body: JSON.stringify({ items }) }, auth);
    await call(`/api/metadata/drafts/${draft.data.id}/publish`, { method: 'POST', body: '{"confirm":[]}' }, auth);
  },
  async importCsv(auth, file) {
    const { readFile } = await import('node:fs/promises');
    const form = new FormData();
    const [header = '', ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n');
    const mapping = Object.fromEntries(header.split(',').map((name) => [name, name.replace(/_id$/, '')]));
    const match = { account_id: 'id', owner_id: 'id' };
    form.append('options', JSON.stringify({ mode: 'create', mapping, match }));
    form.append('file', new Blob([[header, ...lines.map(withOurIds)].join('\n')]), 'opportunities.csv');
    const started = await fetch(`${base}/api/records/opportunity/import`, {
      method: 'POST',
      headers: auth,
      body: form,
    });
    const { data } = await started.json();
    for (;;) {
      const job = await call(`/api/jobs/${data.id}`, {}, auth);
      if (!['queued', 'running'].includes(job.data.state)) return job.data;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  },
  rows: (_op, answer) => ({ n: Array.isArray(answer.data) ? answer.data.length : 1, total: answer.page?.count }),
};

/** The floor's file names accounts and owners by whole numbers; it quotes nothing. */
function withOurIds(line) {
  const [name, accountNumber, ownerNumber, ...rest] = line.split(',');
  return [name, account(Number(accountNumber)), user(Number(ownerNumber)), ...rest].join(',');
}

function created({ account_id: accountNumber, owner_id: ownerNumber, ...rest }) {
  return { ...rest, account: account(accountNumber), owner: user(ownerNumber) };
}

async function call(path, request, auth) {
  const headers = { ...auth, ...(request.body ? { 'content-type': 'application/json' } : {}) };
  const response = await fetch(base + path, { ...request, headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 400)}`);
  return JSON.parse(text);
}
