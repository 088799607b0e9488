// The figures as a Markdown table: ratios first, with their spread and the load of the machine beside them.
import { loadavg } from 'node:os';

export interface Measured {
  readonly rps: number;
  readonly p50: number;
  readonly p99: number;
  readonly bad: number;
  readonly ratio: number;
  readonly rpsRuns: readonly number[];
}

export type Results = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Measured>>>>>>;

/** Floors that the product promises, at 16 connections, against `floor-equal`. */
export const bars: Readonly<Record<string, number>> = {
  get_one: 0.8,
  create: 0.8,
  patch: 0.8,
  list: 0.95,
  list_nocount: 0.95,
  list_rls: 0.95,
  list_rls_nocount: 0.95,
  agg_stage: 0.95,
  agg_month: 0.95,
  search: 0.95,
};

export function ratioTable(results: Results, connections: string): string {
  const rows = Object.entries(bars).flatMap(([operation, bar]) => {
    const floor = results[operation]?.['floor-equal']?.[connections];
    const ours = results[operation]?.['trellis']?.[connections];
    if (!floor || !ours) return [];
    const verdict = ours.ratio >= bar ? 'reached' : 'below';
    return [
      `| ${operation} | ${floor.rps.toFixed(1)} | ${ours.rps.toFixed(1)} | **${ours.ratio.toFixed(2)}** | ${bar} ${verdict} | ${spread(ours)} | ${ours.p50.toFixed(1)} / ${ours.p99.toFixed(1)} | ${ours.bad} |`,
    ];
  });
  return [
    '| operation | floor-equal, requests/s | Trellis, requests/s | ratio | bar | spread | p50 / p99 ms | failed |',
    '| --- | ---: | ---: | ---: | --- | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

export function growthTable(tenth: Readonly<Record<string, number>>, whole: Readonly<Record<string, number>>): string {
  const rows = Object.keys(whole).map((operation) => {
    const small = tenth[operation] ?? NaN;
    const large = whole[operation] ?? NaN;
    return `| ${operation} | ${small.toFixed(2)} | ${large.toFixed(2)} | **${(large / small).toFixed(2)}** |`;
  });
  return [
    '| operation | 100,000 rows, p50 ms | 1,000,000 rows, p50 ms | grows by |',
    '| --- | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

export function restrictedTable(shares: Readonly<Record<string, number>>): string {
  const rows = Object.entries(shares).map(([share, ms]) => `| ${share} | ${ms.toFixed(2)} |`);
  return ['| sees | list, p50 ms |', '| --- | ---: |', ...rows].join('\n');
}

export function loadLine(): string {
  return `Load of the machine at the end (1, 5, 15 minutes): ${loadavg()
    .map((value) => value.toFixed(1))
    .join(', ')}.`;
}

/** How far the rounds lie apart, in per cent of their median. */
function spread({ rpsRuns, rps }: Measured): string {
  return `± ${(((Math.max(...rpsRuns) - Math.min(...rpsRuns)) / 2 / rps) * 100).toFixed(0)} %`;
}
