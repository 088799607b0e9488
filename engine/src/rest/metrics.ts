// Prometheus text: process, requests, outbox.
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { identifier, sql } from '@trellis/expressions/sql';
import type { Engine } from '../engine.ts';
import type { OutboxEvent } from '../outbox/dispatch.ts';
import { workspaceNames } from '../versions/version-store.ts';

const registry = new Registry();

const requests = new Histogram({
  name: 'trellis_http_request_seconds',
  help: 'Time to answer, by method and status class',
  labelNames: ['method', 'status'],
  buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
  registers: [registry],
});
const events = new Counter({
  name: 'trellis_events_total',
  help: 'Record events that consumers have seen',
  labelNames: ['kind'],
  registers: [registry],
});
const outboxRows = new Gauge({
  name: 'trellis_outbox_rows',
  help: 'Rows in the outbox, consumed ones that are still kept included',
  labelNames: ['workspace'],
  registers: [registry],
});

let collecting = false;

export function observeRequest(method: string, status: number, seconds: number): void {
  requests.observe({ method, status: `${Math.floor(status / 100)}xx` }, seconds);
}

export function countEvents(seen: readonly OutboxEvent[]): void {
  for (const event of seen) events.inc({ kind: event.kind });
}

export async function metricsText(engine: Engine): Promise<string> {
  if (!collecting) collectDefaultMetrics({ register: registry });
  collecting = true;
  for (const workspace of await workspaceNames(engine.database)) {
    const [row] = await engine.database.query(
      sql`select count(*)::int as rows from ${identifier(workspace, '_outbox')}`,
    );
    outboxRows.set({ workspace }, Number(row?.['rows'] ?? 0));
  }
  return registry.metrics();
}
